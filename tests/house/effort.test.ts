import { describe, expect, it } from 'vitest'
import { effort, unitOfWork } from '../support/effort'

describe('what work costs', () => {
  it('HOUSE-15: is told in units that are measured beside it; waiting costs nothing, and work planted twenty times over is found out', async () => {
    unitOfWork()
    expect(await effort(unitOfWork)).toBeLessThan(4)
    expect(await effort(() => new Promise((resolve) => { setTimeout(resolve, 500) }))).toBeLessThan(1)
    expect(await effort(() => { for (let again = 0; again < 20; again += 1) unitOfWork() })).toBeGreaterThan(8)
  })
})

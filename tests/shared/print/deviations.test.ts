import { describe, expect, it } from 'vitest'
import { layoutSchema } from '../../../shared/ipc/contract'
import { chosenLayout, deviations, withChoice } from '../../../shared/print/deviations'
import { defaultLayout } from '../../../shared/print/layoutReport'
import { layoutText } from '../../../shared/text/layout'

describe('PRINT-24: options of the unit', () => {
  it('there is a row for every option, and the first choice is what holds without one', () => {
    const options = defaultLayout
    expect(Object.fromEntries(deviations.map(({ option, choices }) => [option, choices[0]]))).toEqual(options)
    expect(Object.keys(layoutSchema.shape).sort()).toEqual(Object.keys(options).sort())
  })
  it.each(deviations.map((row) => [row.option, row] as const))('%s: every choice has words and can be stored', (option, { choices }) => {
    expect(Object.keys(layoutText.deviations[option].choices)).toEqual(choices.map(String))
    for (const choice of choices) expect(layoutSchema.safeParse({ [option]: choice }).success).toBe(true)
  })
  it('the first choice is stored as nothing, and nothing is handed on', () => {
    expect(withChoice({}, 'red', 'C00000')).toEqual({ red: 'C00000' })
    expect(withChoice({ red: 'C00000', boldHeadings: true }, 'red', 'FF0000')).toEqual({ boldHeadings: true })
    expect(chosenLayout({ red: undefined, boldHeadings: false })).toEqual({ boldHeadings: false })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { changeReport, flush, openSession, session } from '../../../renderer/state/session'
import { makeFakeApi, type FakeApi } from '../../ui/fakeApi'

let fake: FakeApi

async function created(unit: string): Promise<string> {
  const answered = await fake.bridge.call('report.create', { source: { kind: 'blank' }, kind: 'safety', year: 2026, unit })
  if (!answered.ok) throw new Error(answered.error.code)
  return answered.value.id
}

const bases = (): readonly unknown[] => fake.calls.filter(({ channel }) => channel === 'report.save').map(({ request }) => (request as { readonly base: number }).base)

describe('session under haste', () => {
  beforeEach(() => {
    fake = makeFakeApi({ clock: () => Date.UTC(2026, 0, 5, 8) })
    Object.assign(globalThis, { window: { api: fake.bridge } })
  })

  it('EDIT-13: saves asked for at the same time go one after the other, so that none conflicts with another', async () => {
    await openSession(await created('甲局'))
    fake.slowCalls('report.save', 20)
    const rename = (unit: string): void => changeReport((report) => ({ ...report, unit }))
    rename('乙局')
    const first = flush('auto')
    rename('丙局')
    const others = [flush('auto'), flush('manual'), flush('export')]
    expect(await Promise.all([first, ...others])).toEqual([true, true, true, true])
    expect(new Set(bases()).size, 'every save grows from the one before').toBe(bases().length)
    expect(session.get()).toMatchObject({ status: 'saved', conflictWith: null })
  })

  it('EDIT-14: the report that was asked for last is the one on the desk, whichever comes first from the disk', async () => {
    const [slow, quick] = [await created('甲局'), await created('乙局')]
    fake.slowCalls('report.open', 30)
    const opening = openSession(slow)
    fake.slowCalls('report.open', 0)
    await Promise.all([openSession(quick), opening])
    expect(session.get().report?.id).toBe(quick)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { changeReport, flush, openSession, session, setReportState } from '../../../renderer/state/session'
import { makeFakeApi, type FakeApi } from '../../ui/fakeApi'

let fake: FakeApi
let id: string

/** What the main process has stored of the report. */
async function stored(): Promise<{ readonly unit: string; readonly state: string; readonly generation: number }> {
  const opened = await fake.bridge.call('report.open', { id })
  if (!opened.ok) throw new Error(opened.error.code)
  return { unit: opened.value.report.unit, state: opened.value.report.state, generation: opened.value.generation }
}

function rename(unit: string): void {
  changeReport((report) => ({ ...report, unit }))
}

const saves = (): number => fake.calls.filter(({ channel }) => channel === 'report.save').length

describe('session', () => {
  beforeEach(async () => {
    fake = makeFakeApi({ clock: () => Date.UTC(2026, 0, 5, 8) })
    Object.assign(globalThis, { window: { api: fake.bridge } })
    const created = await fake.bridge.call('report.create', { source: { kind: 'blank' }, kind: 'safety', year: 2026, unit: '甲局' })
    if (!created.ok) throw new Error(created.error.code)
    id = created.value.id
    await openSession(id)
  })

  it('EDIT-13: saved stands only for what was acknowledged', async () => {
    rename('乙局')
    expect(session.get().status).toBe('changed')
    const saved = flush()
    expect(session.get().status).toBe('saving')
    expect(await saved).toBe(true)
    expect(session.get().status).toBe('saved')
    expect((await stored()).unit).toBe('乙局')
  })

  it('EDIT-13: what is typed during a save goes into the next one, and is not called saved before', async () => {
    fake.slowCalls('report.save', 20)
    rename('乙局')
    const saved = flush()
    rename('丙局')
    expect(await saved).toBe(true)
    expect((await stored()).unit).toBe('丙局')
    expect(saves()).toBe(2)
  })

  it('EDIT-13: after a failure it stays red, keeps the text, and the same session can save again', async () => {
    fake.failCalls('report.save', { code: 'diskFull' })
    rename('乙局')
    expect(await flush()).toBe(false)
    expect(session.get()).toMatchObject({ status: 'failed', error: { code: 'diskFull' } })
    rename('丙局')
    expect(session.get().status).toBe('failed')
    fake.failCalls('report.save', null)
    expect(await flush()).toBe(true)
    expect(session.get()).toMatchObject({ status: 'saved', error: null })
    expect((await stored()).unit).toBe('丙局')
  })

  it('EDIT-14: nothing to save is no save', async () => {
    expect(await flush()).toBe(true)
    changeReport((report) => report)
    expect(await flush()).toBe(true)
    expect(saves()).toBe(0)
  })

  it('EDIT-14: a change of state saves the text first and grows from it', async () => {
    rename('乙局')
    await setReportState('final')
    expect(await stored()).toMatchObject({ unit: '乙局', state: 'final' })
    expect(session.get()).toMatchObject({ status: 'saved', report: { state: 'final' } })
    expect(session.get().generation).toBe((await stored()).generation)
  })

  it('EDIT-13: what is typed while the state changes is not taken for saved', async () => {
    fake.slowCalls('report.setState', 20)
    const changed = setReportState('review')
    await Promise.resolve()
    rename('乙局')
    await changed
    expect(session.get().report).toMatchObject({ unit: '乙局', state: 'review' })
    expect(await flush()).toBe(true)
    expect(await stored()).toMatchObject({ unit: '乙局', state: 'review' })
  })

  it('EDIT-13: a save that is due while the state changes waits for it, and no conflict is announced', async () => {
    fake.slowCalls('report.setState', 30)
    const changed = setReportState('review')
    await new Promise((resolve) => setTimeout(resolve, 5))
    rename('乙局')
    expect(await flush()).toBe(true)
    await changed
    const order = fake.calls.map(({ channel }) => channel).filter((channel) => channel === 'report.save' || channel === 'report.setState')
    expect(order).toEqual(['report.setState', 'report.save'])
    expect(session.get()).toMatchObject({ status: 'saved', conflictWith: null, report: { unit: '乙局', state: 'review' } })
    expect(fake.calls.at(-1)?.request).toMatchObject({ base: 2 })
    expect(await stored()).toMatchObject({ unit: '乙局', state: 'review', generation: 3 })
  })

  it('EDIT-13: a filed report does not change', async () => {
    await setReportState('final')
    await fake.bridge.call('archive.file', { id })
    await openSession(id)
    rename('乙局')
    expect(session.get()).toMatchObject({ isReadOnly: true, report: { unit: '甲局' } })
  })

  it('EDIT-14: a report that cannot be opened says why', async () => {
    await openSession('r-00000000000000000000000000')
    expect(session.get()).toMatchObject({ report: null, openError: { code: 'reportNotFound' } })
  })
})

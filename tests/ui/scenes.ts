/** Libraries to begin a browser test with, put together through the contract like everything else. */
import { sampleReports } from '../../electron/templates/sampleReports'
import { emptyScheme } from '../../shared/archive/archiveScheme'
import type { Channel } from '../../shared/ipc/channels'
import type { Request, Response } from '../../shared/ipc/contract'
import type { ReportKindId } from '../../shared/report/kinds'
import { awkwardText } from '../support/awkwardLines'
import type { FakeApi } from './fakeApi'

/** Dirt of every kind between good sentences. */
const recycledText = [
  '清源县档案局2025年度档案工作总结', '2025年,全局坚持以学促干,各项工作(含下属单位)有序推进。', '一、主要做法', '（一）加强学习。落实"三会一课"制度，参学率98% 。', '（二）规范管理。完成档案整理１２００卷，⼀是建章立制――堵塞漏洞。',
  '（三）优化服务。接待查档\u200b360人次,满意率99.5％。', '**省**厅到县检查*次，给予肯定。', '二、下一步打算', '继续做好各项工作\ue123。', '以上内容仅供参考。', '更多材料请加微信号：wenku888，QQ群：12345678', '更多材料请加微信号：wenku888，QQ群：12345678', '',
].join('\n')

type Scene = (fake: FakeApi) => Promise<void>

const unit = '清源县档案局'

export const scenes = {
  /** Nothing at all. */
  empty: async () => undefined,
  /** The first start: the two samples, and the welcome. */
  first: async (fake) => {
    for (const sample of sampleReports) await ask(fake, 'import.text', { text: sample.text, year: sample.year })
  },
  /** Years of work: every state, a year to continue, one in the trash, one filed and one corrected. */
  shelf: async (fake) => {
    await ask(fake, 'settings.write', { unit, hasSeenWelcome: true })
    for (const kind of ['general', 'safety', 'partyBuilding'] as const) await template(fake, kind, 2024)
    await file(fake, await template(fake, 'ideology', 2024))
    const corrected = await template(fake, 'ruleOfLaw', 2024)
    await file(fake, corrected)
    await ask(fake, 'archive.correct', { id: corrected, reason: '第三部分的人数有误' })
    for (const sample of sampleReports) await ask(fake, 'import.text', { text: sample.text, year: sample.year })
    await ask(fake, 'report.setState', { id: await template(fake, 'safety', 2025), state: 'review' })
    await ask(fake, 'report.setState', { id: await template(fake, 'ruleOfLaw', 2025), state: 'final' })
    await ask(fake, 'report.trash', { id: await template(fake, 'ideology', 2025) })
  },
  /** A unit with a scheme that has filed the year, one number missing. */
  archive: async (fake) => {
    await ask(fake, 'settings.write', { unit, hasSeenWelcome: true, archive: { ...emptyScheme, fonds: 'Z109', fondsName: unit, units: [{ code: 'BGS', name: '办公室' }, { code: 'YWK', name: '业务科' }] } })
    for (const kind of ['general', 'safety', 'partyBuilding', 'ideology'] as const) await file(fake, await template(fake, kind, 2025))
    await ask(fake, 'report.setState', { id: await template(fake, 'ruleOfLaw', 2025), state: 'final' })
  },
  /** The same with two years' final reports that wait. */
  archiveWaiting: async (fake) => {
    await scenes.archive(fake)
    for (const kind of ['general', 'safety'] as const) await ask(fake, 'report.setState', { id: await template(fake, kind, 2025), state: 'final' })
    await ask(fake, 'report.setState', { id: await template(fake, 'general', 2024), state: 'final' })
  },
  /** One imported report with lines that were set aside. */
  dirty: async (fake) => {
    await ask(fake, 'settings.write', { unit, hasSeenWelcome: true })
    await ask(fake, 'import.text', { text: '清源县档案局2025年度安全工作总结\n现将情况总结如下：\n一、主要做法\n全年排查隐患36处，全部整改到位。\n更多材料请加微信号：wenku888，QQ群：12345678\n##paidend##\n', year: 2025 })
  },
  /** One imported report, copied from a page and never cleaned. */
  recycled: async (fake) => {
    await ask(fake, 'settings.write', { unit, hasSeenWelcome: true })
    await ask(fake, 'import.text', { text: recycledText, year: 2025 })
  },
  /** The same with a report that could not be read and one that fell back. */
  damaged: async (fake) => {
    await scenes.shelf(fake)
    fake.damage([
      { id: 'r-00000000000000000000000701', code: 'reportUnreadable', title: '' },
      { id: 'r-00000000000000000000000702', code: 'reportDamaged', title: '清源县档案局2025年度安全生产工作报告', openedGeneration: 4, badGeneration: 5 },
    ])
  },
  /** The same shelf in a folder with a passphrase. */
  locked: async (fake) => {
    await scenes.shelf(fake)
    fake.lock.lockWith('青山绿水2026')
  },
  /** A year with 5,000 reports, and a few of the year before. */
  long: async (fake) => {
    await ask(fake, 'settings.write', { unit, hasSeenWelcome: true })
    await template(fake, 'safety', 2024)
    for (let count = 0; count < 5000; count += 1) await ask(fake, 'report.create', { source: { kind: 'blank' }, kind: 'other', year: 2025, unit })
  },
  /** One report of lines that end in every awkward way, and paragraphs over several pages. */
  awkward: async (fake) => {
    await ask(fake, 'settings.write', { unit, hasSeenWelcome: true })
    await ask(fake, 'import.text', { text: awkwardText, year: 2025 })
  },
} as const satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes

async function template(fake: FakeApi, kind: ReportKindId, year: number): Promise<string> {
  return (await ask(fake, 'report.create', { source: { kind: 'template', templateId: kind }, kind, year, unit })).id
}

async function file(fake: FakeApi, id: string): Promise<void> {
  await ask(fake, 'report.setState', { id, state: 'final' })
  await ask(fake, 'archive.file', { id })
}

async function ask<C extends Channel>(fake: FakeApi, channel: C, request: Request<C>): Promise<Response<C>> {
  const reply = await fake.bridge.call(channel, request)
  if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}`)
  return reply.value
}

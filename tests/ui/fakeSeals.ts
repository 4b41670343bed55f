/** Sealed years and the log of actions, over lists instead of a disk. */
import { done, type Handlers } from '../../electron/ipc/answer'
import { fail, succeed } from '../../shared/base/result'
import type { CatalogueFacts } from '../../shared/archive/catalogue'
import { shortCode } from '../../shared/archive/shortCode'
import type { Response } from '../../shared/ipc/contract'

export interface FakeSealParts {
  readonly filedOf: (year: number) => readonly CatalogueFacts[]
  /** Titles of final reports that are not filed. */
  readonly finalOf: (year: number) => readonly string[]
  readonly now: () => string
}

type Folder = Response<'seal.list'>[number]

export function fakeSeals({ filedOf, finalOf, now }: FakeSealParts): Pick<Handlers, 'seal.plan' | 'seal.run' | 'seal.list' | 'seal.verify' | 'seal.copy' | 'seal.progress' | 'seal.stop' | 'log.read' | 'log.export'> {
  const folders: Folder[] = []
  const sealed = new Set<string>()
  const hash = (digit: number): string => String(digit % 10).repeat(64)
  const plan = (year: number): Response<'seal.plan'> => {
    const filed = filedOf(year)
    const open = filed.filter(({ id }) => !sealed.has(id))
    return {
      year, sequence: folders.filter((folder) => folder.year === year).length + 1, reports: open.length, sealedBefore: filed.length - open.length,
      unnumbered: open.filter(({ number }) => number === undefined || number.fonds === '').length, unfiled: [...finalOf(year)],
    }
  }
  return {
    'seal.plan': async ({ year }) => succeed(plan(year)),
    'seal.run': async ({ year }) => {
      const { reports, sequence, unfiled } = plan(year)
      if (reports === 0) return fail({ code: 'nothingToSeal', detail: { year } })
      for (const { id } of filedOf(year)) sealed.add(id)
      const number = folders.length + 1
      const folder: Folder = { number, name: `${year}-${sequence}`, year, sequence, sealedAt: now(), sha256: hash(number), reports, shortCode: shortCode(hash(number)) }
      folders.push(folder)
      return succeed({ ...folder, unfiled, missingFormats: [] })
    },
    'seal.list': async () => succeed([...folders]),
    'seal.verify': async ({ name }) => succeed(name.endsWith('-1') ? { isWhole: true, count: 0, problems: [] } : { isWhole: false, count: 1, problems: ['data/catalogue.csv：内容有变化'] }),
    'seal.copy': async () => succeed({ kind: 'copied', folderName: 'U盘', files: 27 }),
    'seal.progress': async () => succeed({ stage: 'writing', done: 1, total: 3 }),
    'seal.stop': async () => done,
    'log.read': async () => {
      const entries = folders.map(({ name, sealedAt, number }) => ({ number, time: sealedAt, action: 'seal', detail: name, previous: number === 1 ? null : hash(number) }))
      return succeed({ total: entries.length, entries: entries.reverse(), problems: [], head: entries.length === 0 ? null : { number: entries.length, sha256: hash(7), code: shortCode(hash(7)) } })
    },
    'log.export': async () => succeed({ kind: 'written', fileName: '操作记录.jsonl', folderName: '文档', token: 't2', changes: [], missingFonts: [] }),
  }
}

/** Packages and backups of the stand-in: what the main process would answer, with places that were chosen beforehand. */
import { done, type Handlers } from '../../electron/ipc/answer'
import { succeed, type Result } from '../../shared/base/result'
import type { BackupStatus } from '../../shared/ipc/transferContract'
import type { ReportSummary } from '../../shared/report/summary'

type Channels = Extract<keyof Handlers, `transfer.${string}` | `backup.${string}`>

/** `summaries`: the reports now on the shelf. `tell`: progress for the window. */
export function fakeTransfer(now: () => string, summaries: () => readonly ReportSummary[], newToken: () => string, tell: (value: string) => void): Pick<Handlers, Channels> {
  let status: BackupStatus = { place: null, isAutomatic: true, last: null, trouble: null, isRunning: false }
  const backedUp = async (): Promise<Result<BackupStatus>> => {
    tell('1/2')
    status = { ...status, last: { at: now(), files: 40 + summaries().length * 3, damaged: 0 } }
    return succeed(status)
  }
  return {
    'transfer.pack': async ({ scope, form }) => {
      tell('3/4')
      const reports = scope.kind === 'reports' ? scope.ids.length : summaries().filter(({ year, isTrashed }) => year === scope.year && !isTrashed).length
      return succeed({ kind: 'packed', fileName: `andu-package${form === 'file' ? '.zip' : ''}`, folderName: '移动U盘', token: newToken(), reports, files: reports * 6 + 1, bytes: reports * 120_000, left: 0, others: ['照片', '通知.docx'] })
    },
    'transfer.verify': async () => succeed({ isWhole: true, wrong: 0 }),
    'transfer.unpack': async () => succeed({
      kind: 'unpacked', fileName: 'andu-package', unit: '青河县应急管理局', madeAt: now(), foreign: ['autorun.inf'],
      reports: summaries().slice(0, 3).map(({ id, title, year }, index) => ({ id, title, year, kind: (['forward', 'twoHeads', 'known'] as const)[index] ?? 'known' })),
    }),
    'transfer.cancel': async () => done,
    'backup.status': async () => succeed(status),
    'backup.choose': async () => {
      status = { ...status, place: '移动硬盘' }
      return backedUp()
    },
    'backup.change': async (change) => succeed((status = { ...status, ...change })),
    'backup.run': backedUp,
    'backup.list': async () => succeed({
      snapshots: [{ number: 2, savedAt: now(), files: 61, bytes: 4_200_000 }, { number: 1, savedAt: now(), files: 48, bytes: 3_900_000 }], snapshot: 2,
      reports: summaries().map(({ id, title, year, state, savedAt, isTrashed }) => ({ id, title, year, state, savedAt, generations: 5, isHere: !isTrashed })),
    }),
    'backup.restoreReport': async ({ id }) => succeed({ id, isCopy: true, generations: 5, missing: 0 }),
    'backup.restoreAll': async () => succeed({ kind: 'restored', fileName: 'andu-data-20261121', folderName: '文档', token: newToken(), snapshot: 2, savedAt: now(), files: 61, bytes: 4_200_000, missing: [] }),
    'backup.useFolder': async () => done,
    'backup.drill': async () => succeed({ snapshot: 2, savedAt: now(), files: 61, bytes: 4_200_000, reports: summaries().length, missing: [], unopened: [], isWhole: true }),
  }
}

/** The import of a folder, of the stand-in: a folder of 120 files that are read and stored in a few steps. */
import { done, type Handlers } from '../../electron/ipc/answer'
import { fail, succeed } from '../../shared/base/result'
import { needsAttention, type FolderJob, type FolderRow } from '../../shared/ipc/folderImportContract'
import type { WindowEvent } from '../../shared/ipc/channels'
import type { ReportKindId } from '../../shared/report/kinds'

type Channels = Extract<keyof Handlers, `folderImport.${string}`>

const id = '00112233445566aa'
const files = 120
const kinds: readonly (readonly [ReportKindId, string])[] = [['partyBuilding', '党建工作'], ['safety', '安全生产'], ['ideology', '意识形态工作'], ['ruleOfLaw', '法治建设'], ['general', '年度工作']]

function startRow(row: number): FolderRow {
  const year = 2014 + (row % 10)
  const [kind, name] = kinds[row % kinds.length] ?? ['general', '']
  const title = `青河县水务局${year}年度${name}总结`
  return { row, path: `${year}年/${name}/${row + 1}.${title}（定稿）.${['doc', 'docx', 'wps', 'txt'][row % 4] ?? ''}`, bytes: 20_000 + row, state: 'waiting', isIn: false, format: '', title: '', year, kind, unit: '', doubts: [] }
}

function read(row: FolderRow): FolderRow {
  const { row: number, year } = row
  if (number % 25 === 7) return { ...row, state: 'refused', error: { code: number % 2 === 0 ? 'fileEncrypted' : 'fileDamaged', detail: { name: row.path } } }
  if (number % 30 === 12) return { ...row, state: 'skipped', skip: 'lockFile' }
  const name = kinds[number % kinds.length]?.[1] ?? ''
  const ready: FolderRow = { ...row, state: 'ready', isIn: true, format: 'Word 文件（.docx）', title: `青河县水务局${year}年度${name}总结`, unit: '青河县水务局' }
  if (number % 9 === 4) return { ...ready, isIn: false, doubts: [{ code: 'copy', other: number - 1 }] }
  if (number % 11 === 5) return { ...ready, title: '无题汇报', doubts: [{ code: 'noTitle' }, { code: 'yearDoubtful', count: year + 1 }] }
  if (number % 13 === 6) return { ...ready, doubts: [{ code: 'findings', count: 3 }, { code: 'met', text: '有 2 处修订痕迹，按已接受读入' }] }
  if (number % 17 === 8) return { ...ready, doubts: [{ code: 'aside', text: '页眉页脚里有 1 行文字，已另存，不进正文' }, { code: 'setAside', count: 2 }] }
  return ready
}

/** `addReport` puts a report on the shelf and gives its id. */
export function fakeFolderImport(given: { readonly now: () => string; readonly newToken: () => string; readonly tell: (event: WindowEvent, value: string) => void; readonly addReport: (row: FolderRow) => string }): { readonly handlers: Pick<Handlers, Channels>; readonly stop: () => void } {
  let rows: FolderRow[] = []
  let revisions: number[] = []
  let revision = 0
  let finishedAt: string | null = null
  let isStopped = false
  const put = (row: FolderRow): void => {
    revision += 1
    rows[row.row] = row
    revisions[row.row] = revision
  }
  const head = (): FolderJob => {
    const of = (state: FolderRow['state']): number => rows.filter((row) => row.state === state).length
    return {
      job: id, folderName: '历年材料', openedAt: given.now(), finishedAt, files: rows.length, waiting: of('waiting'), ready: of('ready'), refused: of('refused'), skipped: of('skipped'), failed: of('failed'), stored: of('stored'),
      chosen: rows.filter(({ state, isIn }) => isIn && state === 'ready').length, attention: rows.filter(needsAttention).length,
    }
  }
  async function each(wanted: readonly FolderRow[], work: (row: FolderRow) => void): Promise<boolean> {
    for (const [index, row] of wanted.entries()) {
      if (isStopped) break
      work(row)
      given.tell('workProgress', `${index + 1}/${wanted.length}`)
      if (index % 20 === 19) await new Promise((resolve) => { setTimeout(resolve, 60) })
    }
    const wasStopped = isStopped
    isStopped = false
    return !wasStopped
  }
  const known = (job: string): boolean => job === id && rows.length > 0
  const handlers: Pick<Handlers, Channels> = {
    'folderImport.choose': async () => {
      if (rows.length === 0) for (let row = 0; row < files; row += 1) put(startRow(row))
      return succeed({ kind: 'opened', job: head() })
    },
    'folderImport.list': async () => succeed(rows.length === 0 ? [] : [head()]),
    'folderImport.resume': async ({ job }) => (known(job) ? succeed(head()) : fail({ code: 'folderNotFound' })),
    'folderImport.look': async () => {
      await each(rows.filter(({ state }) => state === 'waiting'), (row) => put(read(row)))
      return succeed(head())
    },
    'folderImport.rows': async ({ since }) => succeed({ job: head(), revision, rows: rows.filter((_, index) => (revisions[index] ?? 0) > since) }),
    'folderImport.change': async ({ paths, change }) => {
      for (const row of rows.filter(({ path }) => paths.includes(path))) {
        const doubts = row.doubts.filter(({ code }) => !(change.title !== undefined && code === 'noTitle') && !(change.year !== undefined && code === 'yearDoubtful'))
        put({ ...row, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<FolderRow>), doubts })
      }
      return succeed(head())
    },
    'folderImport.store': async () => {
      const isWhole = await each(rows.filter(({ state, isIn }) => state === 'ready' && isIn), (row) => put({ ...row, state: 'stored', reportId: given.addReport(row), isKnown: false }))
      if (isWhole) finishedAt = given.now()
      return succeed(head())
    },
    'folderImport.report': async ({ format }) => succeed({ kind: 'written', fileName: `导入报告.${format}`, folderName: '文档', token: given.newToken() }),
    'folderImport.forget': async () => {
      rows = []
      revisions = []
      return done
    },
  }
  return { handlers, stop: () => { isStopped = true } }
}

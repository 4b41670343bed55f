/** What is listed of a folder, and in which words. */
import { isToCheck, needsAttention, type FolderRow } from '../../shared/ipc/folderImportContract'
import { errorMessage } from '../../shared/text/errors'
import { doubtTextsOf, fateTexts, folderImportText as words, skipTexts } from '../../shared/text/folderImport'

export const folderTabs = ['all', 'attention', 'refused', 'left', 'stored'] as const
export type FolderTab = (typeof folderTabs)[number]

const isIn: Readonly<Record<FolderTab, (row: FolderRow) => boolean>> = {
  all: () => true,
  attention: needsAttention,
  refused: ({ state }) => state === 'refused' || state === 'failed',
  left: ({ state, isIn: isChosen }) => state === 'skipped' || (state === 'ready' && !isChosen),
  stored: ({ state }) => state === 'stored',
}

/** The rows of a view whose path or title holds the words; what can be stored comes before what cannot. */
export function rowsOf(rows: readonly FolderRow[], tab: FolderTab, query: string): readonly FolderRow[] {
  const wanted = query.trim().toLowerCase()
  const listed = rows.filter((row) => isIn[tab](row) && (wanted === '' || row.path.toLowerCase().includes(wanted) || row.title.toLowerCase().includes(wanted)))
  return tab === 'all' ? [...listed.filter((row) => row.state !== 'skipped'), ...listed.filter((row) => row.state === 'skipped')] : listed
}

export function countOf(rows: readonly FolderRow[], tab: FolderTab): number {
  return rows.filter(isIn[tab]).length
}

/** Whether the clerk may still correct it. */
export function isOpenRow({ state }: FolderRow): boolean {
  return state === 'ready' || state === 'failed'
}

/** What was found at a file that cannot be stored, and what to do. */
export function refusalOf({ error, path }: FolderRow): { readonly found: string; readonly advice: string } | null {
  if (error === undefined) return null
  const fileName = fileNameOf(path)
  const { found, advice } = errorMessage({ ...error, detail: { fileName, ...error.detail } })
  // The row has its name already.
  return { found: found.startsWith(`“${fileName}”`) ? `${words.thisFile}${found.slice(fileName.length + 2)}` : found, advice }
}

/** What else there is to say of a row: what became of it, what the clerk should look at, and what is only told. */
export function notesOf(row: FolderRow, rows: readonly FolderRow[]): { readonly fate: string; readonly toCheck: readonly string[]; readonly told: readonly string[] } {
  const { skip, state, doubts } = row
  if (state === 'waiting') return { fate: words.waiting, toCheck: [], told: [] }
  if (skip !== undefined) return { fate: skipTexts[skip], toCheck: [], told: [] }
  const say = (some: typeof doubts): readonly string[] => doubtTextsOf(some, (other) => fileNameOf(rows[other]?.path ?? ''))
  const isOpen = needsAttention(row)
  const fate = state === 'stored' ? fateTexts[row.isKnown === true ? 'known' : 'stored'] : ''
  return { fate, toCheck: isOpen ? say(doubts.filter(isToCheck)) : [], told: say(isOpen ? doubts.filter((doubt) => !isToCheck(doubt)) : doubts) }
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

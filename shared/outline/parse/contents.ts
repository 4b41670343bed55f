/** The table of contents inside a text (SPEC PARSE-5): it is derived, so its lines are set aside. */
import { nextContent, type Draft } from './sourceLines'

const leader = /(?:[.．·。]{3,}|…{2,}|\t|\s{3,}|—{3,}|-{3,})\s*[（(]?\d{1,4}[）)]?$/

/** Marks lines of a table of contents `contents`: from 目录 to the line before its first entry comes again, and every line with dots and a page number. */
export function markContents(draft: Draft): void {
  const { lines, roles } = draft
  lines.forEach((line, index) => {
    if (roles[index] === null && line.explicit === null && /^目\s*[录次]$/.test(line.text)) markBlock(draft, index)
  })
  const leaders = lines.flatMap((line, index) => (roles[index] === null && line.explicit === null && line.text.length <= 80 && leader.test(line.text) && !line.text.includes('\t\t') ? [index] : []))
  if (leaders.length >= 3) for (const index of leaders) if (/(?:[.．·—-]{3,}|…{2,})\s*[（(]?\d{1,4}[）)]?$/.test(lines[index]?.text ?? '')) roles[index] = 'contents'
}

function markBlock(draft: Draft, at: number): void {
  const { lines, roles } = draft
  const first = nextContent(draft, at)
  const entry = entryText(lines[first]?.text ?? '')
  if (entry === '') return
  let end = first + 1
  // 第一部分 and its name may stand on two lines of their own in the text.
  const isAgain = (index: number): boolean => {
    const text = entryText(lines[index]?.text ?? '')
    return text === entry || (text !== '' && entry.startsWith(text) && text + entryText(lines[nextContent(draft, index)]?.text ?? '') === entry)
  }
  while (end < lines.length && end - first < 400 && isEntry(draft, end) && !isAgain(end)) end += 1
  const isRepeated = end < lines.length && isAgain(end)
  if (!isRepeated) end = lastLeader(draft, first, end)
  for (let index = at; index < end; index += 1) if (roles[index] === null) roles[index] = 'contents'
}

function isEntry(draft: Draft, index: number): boolean {
  const text = draft.lines[index]?.text ?? ''
  return draft.lines[index]?.explicit === null && text.length <= 80 && !/[。；]$/.test(text)
}

/** Without a repetition only what bears a page number is surely an entry; 目录 itself is set aside in any case. */
function lastLeader(draft: Draft, first: number, end: number): number {
  let last = first
  for (let index = first; index < end; index += 1) if (leader.test(draft.lines[index]?.text ?? '')) last = index + 1
  return last
}

function entryText(text: string): string {
  return text.length > 100 ? text : text.replace(leader, '').replace(/[\s.．…·]+/g, '')
}

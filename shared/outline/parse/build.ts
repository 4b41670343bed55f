/** From lines with roles to the report value (SPEC PARSE-2): every line's text goes to exactly one place, and the place is written down. */
import type { NewId } from '../../base/ids'
import { invariant } from '../../base/invariant'
import type { Block, Level, SetAsideLine, TextBlock } from '../../report/report'
import type { ReportContent } from '../reportContent'
import { recognizeNumber } from '../recognizeNumber'
import type { Judged } from './headings'
import { pageNumberLine } from '../pageNumberLine'
import { isAttachmentLabel, splitUnitAndDate, unitsOf } from './phrases'
import { cellsOf } from './tables'
import { attachmentName } from './tail'
import type { GivenTable } from '../parsableText'
import { previousContent, type Draft, type Role, type SourceLine } from './sourceLines'

/** Where the text of one line went: `before` + the text at the place + `after` is the line (without in-line watermarks). */
export interface Place {
  /** 1-based in the source. */
  readonly line: number
  readonly role: Exclude<Role, 'blank' | 'part' | 'break' | 'contents' | 'picture' | 'caption'> | 'scheme'
  readonly blockId?: string
  /** What was taken off in front: the typed number, 附件：, a bracket. */
  readonly before: string
  readonly text: string
  /** What was taken off behind: a colon, a bracket. */
  readonly after: string
}

export interface Built {
  readonly content: ReportContent
  readonly places: readonly Place[]
  /** Block id of each line index that became a block. */
  readonly blockIds: ReadonlyMap<number, string>
}

/** Builds the content from the decided roles. `styled`: levels of headings that have a style but no number. */
export function buildContent(draft: Draft, judged: readonly Judged[], styled: ReadonlyMap<number, Level>, numbering: ReportContent['numbering'], newId: NewId): Built {
  const byIndex = new Map(judged.map((line) => [line.index, line]))
  const blocks: Block[] = []
  const places: Place[] = []
  const blockIds = new Map<number, string>()
  const fields = { title: [] as string[], addressee: '', attachments: [] as string[], signature: [] as string[], date: '', note: '' }
  const setAside: SetAsideLine[] = []
  const tables: OpenTable[] = []
  const givenTables = wholeTables(draft)
  let scheme = numbering

  const put = (line: SourceLine, role: Place['role'], before: string, text: string, after: string, blockId?: string): void => {
    places.push(blockId === undefined ? { line: line.number, role, before, text, after } : { line: line.number, role, before, text, after, blockId })
  }
  const putBlock = (line: SourceLine, index: number, level: 0 | Level, form: 'none' | 'heading' | 'clause', before: string, text: string): void => {
    const id = newId()
    blocks.push(textBlock(id, level, text, form))
    blockIds.set(index, id)
    put(line, 'body', before, text, '', id)
  }

  const readLine = (line: SourceLine, index: number): void => {
    const role = freeRole(draft.roles[index] ?? 'body', fields)
    if (line.hint?.pageBreakBefore && ['body', 'part', 'table', 'picture'].includes(role)) breakPage(blocks, newId)
    for (const text of line.watermarks) setAside.push({ line: line.number, text })
    if (line.explicit?.kind === 'scheme') {
      scheme = line.explicit.scheme
      return
    }
    if (line.explicit?.kind === 'text') {
      putBlock(line, index, line.explicit.level, line.explicit.form, line.explicit.label, line.text)
      return
    }
    switch (role) {
      case 'blank': return
      case 'break':
        blocks.push({ kind: 'pageBreak', id: newId() })
        return
      case 'contents':
      case 'setAside':
        if (line.text === '') return
        setAside.push({ line: line.number, text: line.text })
        put(line, 'setAside', '', line.text, '')
        return
      case 'title': {
        const before = line.explicit === null ? (/^(标题|题目|文章标题)\s*[：:]\s*/.exec(line.text)?.[0] ?? '') : ''
        fields.title.push(line.text.slice(before.length))
        put(line, 'title', before, line.text.slice(before.length), '')
        return
      }
      case 'addressee': {
        const text = line.explicit === null ? line.text.replace(/\s*[：:]$/, '') : line.text
        fields.addressee = text
        put(line, 'addressee', '', text, line.text.slice(text.length))
        return
      }
      case 'signature':
        for (const unit of line.explicit === null ? unitsOf(line.text) : [line.text]) {
          fields.signature.push(unit)
          put(line, 'signature', '', unit, '')
        }
        return
      case 'date': {
        const split = line.explicit === null ? splitUnitAndDate(line.text) : null
        if (split !== null) {
          fields.signature.push(split.unit)
          put(line, 'signature', '', split.unit, '')
        }
        const [before, text, after] = line.explicit === null ? unbracket(split?.date ?? line.text) : ['', line.text, '']
        fields.date = text
        put(line, 'date', before, text, after)
        return
      }
      case 'note': {
        const [before, text, after] = line.explicit === null ? unbracket(line.text) : ['', line.text, '']
        fields.note = text
        put(line, 'note', before, text, after)
        return
      }
      case 'attachment': {
        const before = line.explicit === null ? attachmentLabel(line.text) : ''
        if (before !== line.text) fields.attachments.push(line.text.slice(before.length))
        put(line, 'attachment', before, line.text.slice(before.length), '')
        return
      }
      case 'table':
        blockIds.set(index, givenTables.has(index) ? addGiven(givenTables, blocks, index, newId) : addRow(tables, blocks, draft, index, newId))
        put(line, 'table', '', line.text, '', blockIds.get(index))
        return
      case 'part':
        if ((draft.roles[previousContent(draft, index)] !== 'part' || isAttachmentLabel(line.text)) && !/^第/.test(line.text)) breakPage(blocks, newId)
        putBlock(line, index, 0, 'heading', '', line.text)
        return
      case 'picture': return
      case 'caption': {
        const last = blocks[blocks.length - 1]
        if (last?.kind !== 'image') {
          putBlock(line, index, 0, 'none', '', line.text)
          return
        }
        blocks[blocks.length - 1] = { ...last, caption: line.text }
        put(line, 'body', '', line.text, '', last.id)
        return
      }
      case 'body': {
        const numbered = byIndex.get(index)
        if (numbered === undefined || numbered.level === null) putBlock(line, index, styled.get(index) ?? 0, 'none', '', line.text)
        else putBlock(line, index, numbered.level, numbered.isHeading ? 'none' : 'clause', line.text.slice(0, numbered.number.length), numbered.text)
      }
    }
  }
  draft.lines.forEach((line, index) => {
    readLine(line, index)
    if (line.hint?.picture !== undefined) blocks.push({ kind: 'image', id: newId(), ...line.hint.picture, caption: '' })
  })
  return { content: { ...fields, blocks: blocks.map(evenRows), numbering: scheme, setAside }, places, blockIds }
}

/** What a report has once stays what it was; a second one is body text. */
function freeRole(role: Role, fields: { readonly addressee: string; readonly date: string; readonly note: string }): Role {
  return (role === 'addressee' || role === 'date' || role === 'note') && fields[role] !== '' ? 'body' : role
}

function textBlock(id: string, level: 0 | Level, text: string, form: 'none' | 'heading' | 'clause'): TextBlock {
  const block = { kind: 'text', id, level, runs: text === '' ? [] : [{ text }] } as const
  return form === 'none' ? block : { ...block, form }
}

function breakPage(blocks: Block[], newId: NewId): void {
  if (blocks.length > 0 && blocks[blocks.length - 1]?.kind !== 'pageBreak') blocks.push({ kind: 'pageBreak', id: newId() })
}

/** Tables of the file by their lines, if no line of them was set aside; others are rows of text. */
function wholeTables(draft: Draft): Map<number, { readonly table: GivenTable; id: string | null }> {
  const found = new Map<number, { readonly table: GivenTable; id: string | null }>()
  for (const table of draft.tables) {
    const indices = Array.from({ length: table.to - table.from + 1 }, (_, at) => table.from + at)
    const state = { table, id: null }
    if (indices.every((index) => draft.roles[index] === 'table')) for (const index of indices) found.set(index, state)
  }
  return found
}

function addGiven(given: ReturnType<typeof wholeTables>, blocks: Block[], index: number, newId: NewId): string {
  const state = given.get(index)
  invariant(state !== undefined, 'a line of a table')
  if (state.id === null) {
    state.id = newId()
    const { from: _from, to: _to, ...table } = state.table
    blocks.push({ kind: 'table', id: state.id, ...table })
  }
  return state.id
}

/** Tables while they grow: rows are collected here and made equally long at the end. */
type OpenTable = { readonly id: string; readonly rows: (readonly string[])[]; lastIndex: number; isLoose: boolean }

function addRow(tables: OpenTable[], blocks: Block[], draft: Draft, index: number, newId: NewId): string {
  const row = cellsOf(draft.lines[index]?.text ?? '')
  const last = tables[tables.length - 1]
  if (last !== undefined && (last.lastIndex === index - 1 || goesOn(last, draft, index, row.length))) {
    last.rows.push(row)
    last.lastIndex = index
    return last.id
  }
  const table: OpenTable = { id: newId(), rows: [row], lastIndex: index, isLoose: false }
  tables.push(table)
  blocks.push({ kind: 'table', id: table.id, rows: table.rows, headerRows: 1 })
  return table.id
}

/** Whether a row with no more cells belongs to the table above it: the number of a page stands between them, or an empty line as between all of its rows. */
function goesOn(table: OpenTable, { lines, roles }: Draft, index: number, cells: number): boolean {
  // Empty cells at the end of a row are cut off.
  if (lines[index]?.explicit !== null || cells < 2 || cells > (table.rows[0]?.length ?? 0)) return false
  const between = Array.from({ length: index - table.lastIndex - 1 }, (_, at) => table.lastIndex + 1 + at)
  const written = between.filter((at) => roles[at] !== 'blank')
  if (written.length > 0) return written.every((at) => roles[at] === 'setAside' && pageNumberLine(lines[at]?.text ?? '') !== null)
  if (table.rows.length > 1 && !table.isLoose) return false
  table.isLoose = true
  return true
}

function evenRows(block: Block): Block {
  if (block.kind !== 'table') return block
  const width = block.rows.reduce((most, row) => Math.max(most, row.length), 0)
  return { ...block, rows: block.rows.map((row) => (row.length === width ? row : [...row, ...Array<string>(width - row.length).fill('')])) }
}

function unbracket(text: string): readonly [string, string, string] {
  const match = /^([（(]\s*)(.*?)(\s*[）)])$/.exec(text)
  return match === null ? ['', text, ''] : [match[1] ?? '', match[2] ?? '', match[3] ?? '']
}

/** 附件：1. and 2. are taken off; a name that holds the next number itself is left whole. */
function attachmentLabel(text: string): string {
  const name = attachmentName(text)
  const number = recognizeNumber(name)
  const isList = number !== null && number.style === 'digitDot' && !/\s[2２][.．、]/.test(name)
  return text.slice(0, text.length - name.length + (isList ? number.length : 0))
}


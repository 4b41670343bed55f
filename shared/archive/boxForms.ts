/** 备考表 and 盒脊 of the boxes of a year (SPEC ARCHNO-19, ARCHNO-20; DA/T 22-2015). */
import { millimetres } from '../print/profiles'
import type { PrintBlock, PrintCell, PrintDocument, PrintTable } from '../print/printDocument'
import { formatItem, retentionNames } from './archivalNumber'
import type { BoxChoice } from './archiveForms'
import type { ArchiveScheme, SpineWidth } from './archiveScheme'
import { usualPages, type ArchiveBox } from './boxes'
import { classFacts, formDocument, formLine, proofLines, type FormPaper, type FormProof } from './formPage'

const record: FormPaper = { width: 210, height: 297, top: 25, bottom: 25, left: 25, right: 20 }

/** Pages that the clerk, or else the width of the spine, allows for a box. */
export function pagesPerBox({ pagesPerBox: wanted, spine }: BoxChoice, scheme: Pick<ArchiveScheme, 'spine'>): number {
  return wanted ?? usualPages[spine ?? scheme.spine]
}

/** 备考表: one page for each box, with what the clerk says of its state or what the catalogue knows of it; names and dates that are missing are left for a pen. */
export function boxRecordForm(boxes: readonly ArchiveBox[], scheme: Pick<ArchiveScheme, 'fonds' | 'fondsName' | 'units'>, choice: BoxChoice, proof: FormProof = {}): PrintDocument {
  const blocks = boxes.flatMap((box, index): readonly PrintBlock[] => [
    formLine('备　考　表', 'displaySong', 44, { line: 900, ...(index > 0 ? { pageBreakBefore: true } : {}) }),
    formLine([...classFacts(box.class, scheme).filter(([name, value]) => value !== '' && name !== '全宗名称'), ['盒号', String(box.box)]].map(([name, value]) => `${name}：${value}`).join('　'), 'fang', 24, { align: 'left' }),
    recordTable(box, choice, index),
    ...proofLines(proof),
  ])
  return formDocument('备考表', record, blocks, 'none')
}

function recordTable(box: ArchiveBox, { state = '', arranger = '', arrangedOn = '', checker = '', checkedOn = '' }: BoxChoice, index: number): PrintTable {
  const beside: PrintCell = { text: '', align: 'both', covered: 'beside' }
  const said = state.trim() === '' ? contentOf(box) : `${contentOf(box)}\n${state.trim()}`
  const row = (...texts: readonly string[]): readonly PrintCell[] => texts.map((text) => ({ text, align: 'center' }))
  return {
    kind: 'table', blockId: `record-${index + 1}`, borders: 'grid', columnWidths: [30, 52.5, 30, 52.5].map(millimetres), headerRows: 0, isWhole: true, size: 28, line: 560, heights: [165, 16, 16].map(millimetres),
    rows: [
      [{ text: `盒内文件情况说明：\n${said}`, align: 'both', columns: 4, isTop: true }, beside, beside, beside],
      row('整理人', arranger, '整理日期', arrangedOn), row('检查人', checker, '检查日期', checkedOn),
    ],
  }
}

/** What the catalogue knows of a box, in words. */
export function contentOf({ rows, from, to, pages }: ArchiveBox): string {
  const items = new Set(rows.map(({ item }) => item))
  const missing = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((item) => !items.has(item))
  const uncounted = rows.filter((row) => row.pages === null).length
  const corrections = rows.flatMap(({ item, note }) => (note === '' || item === null ? [] : [`件号${formatItem(item)}${note.startsWith('已由') ? '' : '为'}${note}。`]))
  return [
    `本盒有归档文件${rows.length}件，件号${formatItem(from)}至${formatItem(to)}，共${pages}页${uncounted === 0 ? '' : `（${uncounted}件未计页数）`}。`,
    ...(missing.length === 0 ? [] : [`缺件号${missing.map(formatItem).join('、')}。`]), ...corrections,
  ].join('\n')
}

/** Length of the label in millimetres: the whole spine needs A3, A4 holds what its margins leave. */
const lengths = { A4: 277, A3: 310 } as const
const papers = {
  A4: { width: 210, height: 297, top: 10, bottom: 7, left: 15, right: 10 }, A3: { width: 297, height: 420, top: 55, bottom: 50, left: 15, right: 10 },
} as const satisfies Record<string, FormPaper>

/** Millimetres of the fields of a label of 277 mm: names, and 全宗号, 年度, 保管期限, 起止件号; 盒号 has the rest. */
const nameHeight = 9
const valueHeights = [36, 36, 36, 70] as const

/** 盒脊: labels of the spines side by side, to be cut along their lines. */
export function spineForm(boxes: readonly ArchiveBox[], scheme: Pick<ArchiveScheme, 'spine'>, { spine = scheme.spine, paper = 'A4' }: BoxChoice): PrintDocument {
  const { width, left, right } = papers[paper]
  const perPage = Math.floor((width - left - right) / spine)
  const pages = Array.from({ length: Math.ceil(boxes.length / perPage) }, (_, index) => boxes.slice(index * perPage, (index + 1) * perPage))
  const blocks = pages.map((page, index): PrintBlock => ({ ...spineTable(page, spine, lengths[paper], index), ...(index > 0 ? { pageBreakBefore: true as const } : {}) }))
  return formDocument('盒脊', papers[paper], blocks, 'none')
}

function spineTable(boxes: readonly ArchiveBox[], spine: SpineWidth, length: number, index: number): PrintTable {
  const values = valueHeights.map((height) => millimetres((height * length) / lengths.A4))
  const name = millimetres(nameHeight)
  const rest = millimetres(length) - 5 * name - values.reduce((sum, height) => sum + height, 0)
  const size = spine === 20 ? 32 : 44
  const names = (text: string): readonly PrintCell[] => boxes.map(() => ({ text, align: 'center' }))
  const row = (text: (box: ArchiveBox) => string): readonly PrintCell[] => boxes.map((box) => ({ text: text(box), align: 'center', size, line: size * 12 }))
  return {
    kind: 'table', blockId: `spine-${index + 1}`, borders: 'grid', columnWidths: boxes.map(() => millimetres(spine)), headerRows: 0, isWhole: false, size: 21, line: 320,
    heights: [...values, rest].flatMap((height) => [name, height]),
    rows: [
      names('全宗号'), row((box) => box.class.fonds), names('年度'), row((box) => String(box.class.year)), names('保管期限'), row((box) => retentionNames[box.class.retention]),
      names('起止件号'), row((box) => `${formatItem(box.from)}\n至\n${formatItem(box.to)}`), names('盒号'), row((box) => String(box.box)),
    ],
  }
}

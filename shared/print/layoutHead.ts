/** 版头: what stands above the title of an issued document (GB/T 9704-2012, 7.2 and 10). */
import { textWidth } from '../base/textWidth'
import type { Issuing } from '../report/issuing'
import { printedNumber, printedSecrecy } from './documentNumber'
import type { FontRole } from './fonts'
import { emptyLine, plainParagraph } from './layoutEnd'
import type { PrintBox, PrintParagraph, PrintRule, PrintRun } from './printDocument'
import { textAreaWidth, type PageSettings } from './profile'
import { headMeasures, profiles, ruleThickness } from './profiles'
import { breakTitle } from './titleBreaks'

export interface Head {
  readonly blocks: readonly PrintParagraph[]
  readonly boxes: readonly PrintBox[]
}

type Clean = (text: string) => string

/** Line pitch of the mark through its size. */
const markPitch = 1.25

/** The head of a document in its profile; nothing for 普通材料. Red parts of pre-printed paper leave their room and no text. */
export function layoutHead(issuing: Issuing, page: PageSettings, clean: Clean): Head {
  const { mark } = profiles[issuing.profile]
  if (mark === null) return { blocks: [], boxes: [] }
  return mark.from === 'paper' ? letterHead(issuing, page, clean, mark.top) : redHead(issuing, page, clean, mark.top)
}

/** 份号, 密级和保密期限 and 紧急程度, one a line (7.2.1–7.2.3). 密级 stands on the second line even without 份号, save in a letter. */
function topFields({ profile, copyNumber = '', secrecy = '', urgency = '' }: Issuing, clean: Clean): readonly PrintRun[] {
  const number = clean(copyNumber).trim()
  const fields: readonly PrintRun[] = [
    { text: number, font: 'fang' },
    { text: printedSecrecy(clean(secrecy)), font: 'hei' },
    { text: clean(urgency).trim(), font: 'hei' },
  ]
  const hasGap = profile !== 'letter' && number === '' && fields[1]?.text !== ''
  return fields.filter(({ text }, index) => text !== '' || (hasGap && index === 0))
}

function redHead(issuing: Issuing, page: PageSettings, clean: Clean, top: number): Head {
  const fields = topFields(issuing, clean).map((run): PrintParagraph => headLine([run]))
  const marks = markLines(issuing, page, clean)
  const room = top - fields.length * page.linePitch
  const { linesToNumber, linesToTitle, hasRedRule } = profiles[issuing.profile]
  const numbers = numberLines(issuing, page, clean)
  const last = numbers[numbers.length - 1]
  const rule: PrintRule | null = hasRedRule && last !== undefined ? headMeasures.redRule : null
  const isFree = issuing.isPreprinted === true
  const below = rule === null ? 0 : rule.distance + ruleThickness(rule)
  const ruled = last === undefined ? [] : [...numbers.slice(0, -1), ...(rule === null || isFree ? [last] : [{ ...last, rule }])]
  const gap = Array.from({ length: linesToTitle }, (_, index) => (isFree && index === 0 && below > 0 ? { ...emptyLine, before: below } : emptyLine))
  return {
    blocks: [
      ...fields,
      ...marks.map((line, index) => (index === 0 ? { ...line, before: Math.max(0, Math.round(room - markLead(line))) } : line)),
      ...(ruled.length === 0 ? [] : Array.from({ length: linesToNumber }, () => emptyLine)), ...ruled, ...gap,
    ],
    boxes: [],
  }
}

/** Letters have the mark above the text area and two double rules (10.1). */
function letterHead(issuing: Issuing, page: PageSettings, clean: Clean, top: number): Head {
  const marks = markLines(issuing, page, clean)
  const { weight, overhang, distance, fromBottom } = headMeasures.letterRule
  const lead = marks[0] === undefined ? 0 : markLead(marks[0])
  const foot = Math.round(((marks[marks.length - 1]?.line ?? 0) / markPitch) * headMeasures.markFoot)
  const lines = marks.map(({ style, runs, line = 0 }) => ({ style, runs, line }))
  const ruleBelow: PrintRule = { shape: 'thickThin', weight, overhang, distance: distance - foot, isRed: true }
  const height = marks.reduce((sum, { line = 0 }) => sum + line, 0) + ruleBelow.distance + ruleThickness(ruleBelow)
  const boxes: readonly PrintBox[] = issuing.isPreprinted === true ? [] : [
    { id: 'mark', page: 'first', edge: 'top', distance: Math.round(top - lead), lines, ruleBelow },
    { id: 'footRule', page: 'first', edge: 'bottom', distance: fromBottom, lines: [], ruleBelow: { ...ruleBelow, shape: 'thinThick', distance: 0 } },
  ]
  const number = printedNumber(clean(issuing.documentNumber ?? ''))
  const fields = topFields(issuing, clean)
  const rows = Array.from({ length: Math.max(fields.length, number === '' ? 0 : 1) }, (_, index): PrintParagraph => {
    const field = fields[index]
    const runs: readonly PrintRun[] = [...(field === undefined ? [] : [field]), ...(index === 0 && number !== '' ? [{ text: `\t${number}`, font: 'fang' as const }] : [])]
    return { ...headLine(runs), ...(index === 0 && number !== '' ? { tabs: [textAreaWidth(page)], tabAlign: 'right' as const } : {}) }
  })
  const room = Math.round(top - lead + height + headMeasures.belowLetterRule - page.margins.top - headMeasures.bodyLead)
  const blocks = [...rows, ...Array.from({ length: profiles.letter.linesToTitle }, () => emptyLine)]
  return { blocks: blocks.map((block, index) => (index === 0 ? { ...block, before: Math.max(0, room) } : block)), boxes }
}

/** 发文机关标志 in lines of one size, as large as the longest allows (7.2.4). */
function markLines(issuing: Issuing, page: PageSettings, clean: Clean): readonly PrintParagraph[] {
  const { largest, smallest } = headMeasures.mark
  const width = textAreaWidth(page)
  const names = (issuing.mark ?? []).map((name) => clean(name).trim()).filter((name) => name !== '')
  // 文件 beside several names would have to stand in their middle; the standard allows the principal unit alone.
  const given = issuing.hasFileWord === true ? names.slice(0, 1).map((name) => `${name}文件`) : names
  const widest = Math.max(1, ...given.map(textWidth))
  const size = Math.max(smallest, Math.min(largest, Math.floor((width * 0.96) / 10 / widest)))
  const line = Math.round(size * 10 * markPitch)
  return given.flatMap((name) => breakTitle(name, Math.floor(width / (size * 10)))).map((text): PrintParagraph => ({
    kind: 'paragraph', style: 'GwMark', line, runs: issuing.isPreprinted === true ? [] : [{ text, font: 'displaySong', size, isRed: true }],
  }))
}

/** Twips from the top of a line of the mark to the top edge of its characters: they stand at the foot of an exact line. */
function markLead({ line = 0 }: PrintParagraph): number {
  return line - (line / markPitch) * 1.01
}

/** 发文字号, and 签发人 beside it: two names a line, under each other, the number on the last line (7.2.5, 7.2.6). */
function numberLines(issuing: Issuing, page: PageSettings, clean: Clean): readonly PrintParagraph[] {
  const number = printedNumber(clean(issuing.documentNumber ?? ''))
  const signers = (issuing.signers ?? []).map((name) => clean(name).trim()).filter((name) => name !== '')
  if (signers.length === 0) return number === '' ? [] : [{ ...headLine([{ text: number, font: 'fang' }]), align: 'center' }]
  const unit = page.characterWidth
  const names = signers.length === 1 ? signers : evenNames(signers)
  const perLine = Math.min(2, names.length)
  const nameWidth = Math.max(...names.map(textWidth))
  const nameFrom = Math.round((page.charactersPerLine - 1 - (perLine * nameWidth + perLine - 1)) * unit)
  const rows = Array.from({ length: Math.ceil(names.length / 2) }, (_, index) => names.slice(2 * index, 2 * index + 2).join('\u3000'))
  return rows.map((row, index) => {
    const label = index === 0 ? '签发人：' : ''
    const from = nameFrom - Math.round(textWidth(label) * unit)
    const head: PrintRun = { text: `${index === rows.length - 1 ? number : ''}\t${label}`, font: 'fang' }
    return { ...headLine([head, { text: row, font: 'kai' }]), indent: { firstLine: unit }, tabs: [from] }
  })
}

/** Names of two characters get the width of those of three, so that columns stand under each other. */
function evenNames(names: readonly string[]): readonly string[] {
  const widest = Math.max(...names.map(textWidth))
  return names.map((name) => {
    const characters = [...name]
    const spaced = characters.length === 2 && widest >= 3 ? characters.join('\u3000') : name
    return spaced + '\u3000'.repeat(Math.max(0, Math.floor(widest - textWidth(spaced))))
  })
}

function headLine(runs: readonly PrintRun[]): PrintParagraph {
  return { ...plainParagraph('GwHead', ''), runs: runs.filter(({ text }) => text !== '') }
}

/** A label in 黑体 with what belongs to it, hanging after the colon (10.3). */
export function labelledLine(label: string, text: string, unit: number, font: FontRole = 'hei'): PrintParagraph {
  const width = textWidth(label) + 1
  return { ...plainParagraph('GwAttach', ''), runs: [{ text: label, font }, { text: `：${text}`, font: 'fang' }], indent: { left: Math.round((2 + width) * unit), hanging: Math.round(width * unit) } }
}

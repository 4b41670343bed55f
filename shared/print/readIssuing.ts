/**
 * 版头, 版记 and the place of 落款 read from the styles of a printed document (SPEC ROUND-2): the inverse of `layoutHead`, `layoutEndBlock` and
 * `layoutSignature`. What leaves no trace on the page is not known again: red parts of pre-printed paper, and the wish for an even last page.
 */
import { runsText } from '../report/blockText'
import type { Issuing } from '../report/issuing'
import type { StyledBlock, StyledParagraph } from './styledBlocks'

/** What was read, and the blocks that are left: title, body and what follows it. `addressee` is the one of 版记. */
export interface ReadIssuing {
  readonly issuing?: Issuing
  readonly addressee?: string
  readonly rest: readonly StyledBlock[]
}

/** Takes the parts of issue out of the blocks. A document without any is left as it is, save the lines that only hold a place. */
export function readIssuing(styled: readonly StyledBlock[]): ReadIssuing {
  const last = styled.reduce((found, block, index) => (isStyle(block, 'GwHead') || isStyle(block, 'GwMark') ? index : found), -1)
  const head = styled.slice(0, last + 1).filter((block): block is StyledParagraph => block.kind === 'paragraph')
  const endBlock = styled.filter((block): block is StyledParagraph => isStyle(block, 'GwEndBlock')).map(({ runs }) => runsText(runs))
  const placed = styled.slice(last + 1).filter((block) => !isStyle(block, 'GwEndBlock') && !isStyle(block, 'GwAnchor'))
  const isLetter = isStyle(styled[styled.findIndex((block) => isStyle(block, 'GwAnchor')) - 1], 'GwMark')
  const { addressee, ...end } = readEndBlock(endBlock)
  const top = last === -1 ? {} : readHead(head, isLetter)
  const profile = last === -1 ? 'ordinary' : profileOf(top.mark ?? [], isLetter)
  const rest = profile === 'minutes' ? placed.filter((block) => attendanceOf(block) === null) : placed
  const attendance = profile === 'minutes' ? Object.assign({}, ...placed.map((block) => attendanceOf(block) ?? {})) as Partial<Issuing> : {}
  const parts: Partial<Issuing> = { ...top, ...end, ...attendance, ...readSignature(placed) }
  return { rest, ...(addressee === undefined ? {} : { addressee }), ...(profile === 'ordinary' && Object.keys(parts).length === 0 ? {} : { issuing: { profile, ...parts } }) }
}

function isStyle(block: StyledBlock | undefined, style: StyledParagraph['style']): boolean {
  return block?.kind === 'paragraph' && block.style === style
}

function profileOf(mark: readonly string[], isLetter: boolean): Issuing['profile'] {
  if (isLetter) return 'letter'
  const [name = ''] = mark
  return name.endsWith('纪要') ? 'minutes' : name.endsWith('令') ? 'order' : 'redHead'
}

/** 份号, 密级 and 紧急程度, the mark, 发文字号 and 签发人. */
function readHead(head: readonly StyledParagraph[], isLetter: boolean): Partial<Issuing> {
  const marks = head.filter((block) => block.style === 'GwMark').map(({ runs }) => runsText(runs))
  const firstMark = head.findIndex((block) => block.style === 'GwMark')
  const lines = head.map((block) => (block.style === 'GwHead' ? runsText(block.runs) : ''))
  const top = lines.slice(0, isLetter || firstMark === -1 ? lines.length : firstMark)
  const below = isLetter || firstMark === -1 ? [] : lines.slice(firstMark)
  const number = isLetter || firstMark === -1 ? top.map((line) => line.split('\t')[1] ?? '').join('') : below.map((line) => line.split('\t')[0] ?? '').join('')
  const fields = top.map((line) => line.split('\t')[0] ?? '').filter((text) => text !== '')
  const named = Object.assign({}, ...fields.map(topField)) as Partial<Issuing>
  const names = marks.filter((name) => name !== '')
  const hasFileWord = names.length === 1 && /.文件$/.test(names[0] ?? '')
  const signers = readSigners(below.flatMap((line) => line.split('\t').slice(1)))
  return {
    ...named,
    ...(marks.length > 0 && names.length === 0 ? { isPreprinted: true } : {}),
    ...(names.length === 0 ? {} : { mark: hasFileWord ? names.map((name) => name.slice(0, -2)) : names }),
    ...(hasFileWord ? { hasFileWord: true } : {}),
    ...(number === '' ? {} : { documentNumber: number }),
    ...(signers.length === 0 ? {} : { signers }),
  }
}

function topField(text: string): Partial<Issuing> {
  if (/^[\d０-９]+$/.test(text)) return { copyNumber: text }
  return /^(?:绝密|机密|秘密)/.test(text) || text.includes('★') ? { secrecy: text } : { urgency: text }
}

/** Two names a line of one width, each filled up with blanks, one blank between them. */
function readSigners(rows: readonly string[]): readonly string[] {
  const [first = '', ...others] = rows.map((row) => row.replace(/^签发人[:：]/, ''))
  const width = first.includes('\u3000') ? ([...first].length - 1) / 2 : [...first].length
  return [first, ...others].flatMap((row) => {
    const characters = [...row]
    return others.length === 0 && !first.includes('\u3000') ? [row] : [characters.slice(0, width).join(''), characters.slice(width + 1).join('')]
  }).map((name) => name.replace(/\u3000/g, '').trim()).filter((name) => name !== '')
}

function readEndBlock(lines: readonly string[]): Pick<Issuing, 'copies' | 'printer' | 'printDate' | 'isAddresseeBelow'> & { readonly addressee?: string } {
  const listed = (label: string): string | undefined => lines.find((line) => line.startsWith(`${label}：`))?.slice(label.length + 1).replace(/。$/, '')
  const [copies, addressee] = [listed('抄送'), listed('主送')]
  const [printer = '', date = ''] = (lines.find((line) => !/^(?:抄送|主送)：/.test(line)) ?? '').split('\t')
  return {
    ...(copies === undefined ? {} : { copies: copies.split('，') }),
    ...(addressee === undefined ? {} : { addressee, isAddresseeBelow: true }),
    ...(printer === '' ? {} : { printer }),
    ...(date === '' ? {} : { printDate: date.replace(/印发$/, '') }),
  }
}

function attendanceOf(block: StyledBlock): Partial<Issuing> | null {
  const match = isStyle(block, 'GwAttach') && block.kind === 'paragraph' ? /^(出席|请假|列席)：(.*)$/s.exec(runsText(block.runs)) : null
  if (match === null) return null
  const [, label, names = ''] = match
  return label === '出席' ? { present: names } : label === '请假' ? { absent: names } : { guests: names }
}

/** Two lines are free above 落款 with a seal or a stamp, one above any other (7.3.5); below a stamp there is one before the date. */
function readSignature(blocks: readonly StyledBlock[]): Pick<Issuing, 'seal' | 'post' | 'signaturePlace'> {
  if (blocks.some((block) => isStyle(block, 'GwByline'))) return { signaturePlace: 'underTitle' }
  const first = blocks.findIndex((block) => isStyle(block, 'GwSign'))
  if (first < 2 || !isEmpty(blocks[first - 1]) || !isEmpty(blocks[first - 2])) return {}
  const last = blocks.reduce((found, block, index) => (isStyle(block, 'GwSign') ? index : found), first)
  const signed = blocks.slice(first, last + 1)
  const isStamped = last - first >= 2 && isEmpty(blocks[last - 1]) && !isEmpty(blocks[last - 2])
  if (!isStamped) return { seal: 'sealed' }
  const post = postOf(signed)
  return { seal: 'stamp', ...(post === '' ? {} : { post }) }
}

/** The last line before the date. */
function postOf(signed: readonly StyledBlock[]): string {
  const block = signed[signed.length - 3]
  return block?.kind === 'paragraph' ? runsText(block.runs) : ''
}

function isEmpty(block: StyledBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.style === 'Normal' && block.runs.every(({ text }) => text === '')
}

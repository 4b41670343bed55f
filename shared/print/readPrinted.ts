/**
 * From printed paragraphs back to the report, the inverse of `layoutReport` (SPEC READBACK-4): by the styles that our own files have, never by guessing what a
 * text might be. What people added in the word processor is read as what its style and number say.
 */
import type { NewId } from '../base/ids'
import { assignNumbers } from '../outline/assignNumbers'
import { recognizeNumber } from '../outline/recognizeNumber'
import type { ReportContent } from '../outline/reportContent'
import { schemes } from '../outline/schemes'
import { runsText } from '../report/blockText'
import type { Block, Level, Report, Run, SchemeId } from '../report/report'
import { readIssuing } from './readIssuing'
import type { StyledBlock, StyledParagraph } from './styledBlocks'
import { titleLines } from './titleBreaks'

/** The content of a report that was printed with our styles. `scheme` is taken where the numbers do not say otherwise. Ids that are known are kept. */
export function readPrinted(styled: readonly StyledBlock[], newId: NewId, scheme: SchemeId = 'restart'): ReportContent {
  return readRest(readIssuing(styled), newId, scheme)
}

/** The same with the parts of issue that the page shows, for a report that is not known otherwise (SPEC ROUND-2). */
export function readIssued(styled: readonly StyledBlock[], newId: NewId): ReportContent & Pick<Report, 'issuing'> {
  const read = readIssuing(styled)
  const content = readRest(read, newId, 'restart')
  const { issuing } = read
  if (issuing === undefined) return content
  const { post } = issuing
  const signature = post !== undefined && content.signature[content.signature.length - 1] === post ? content.signature.slice(0, -1) : content.signature
  return { ...content, signature, issuing }
}

function readRest({ rest: styled, addressee }: ReturnType<typeof readIssuing>, newId: NewId, scheme: SchemeId): ReportContent {
  const head = readHead(styled)
  const numbering = schemeOf(styled.slice(head.length), scheme)
  const reader = bodyReader(newId, numbering)
  for (const block of styled.slice(head.length)) reader.take(block)
  const { signature, date, ...body } = reader.end()
  return { title: head.title, addressee: addressee ?? head.addressee, numbering, setAside: [], ...body, signature: [...head.signature, ...signature], date: head.date === '' ? date : head.date }
}

function readHead(styled: readonly StyledBlock[]): { readonly title: readonly string[]; readonly addressee: string; readonly signature: readonly string[]; readonly date: string; readonly length: number } {
  const title: string[] = []
  const signature: string[] = []
  let date = ''
  let addressee = ''
  let at = 0
  for (; at < styled.length; at += 1) {
    const block = styled[at]
    if (block?.kind !== 'paragraph' || block.pageBreakBefore) break
    const text = runsText(block.runs)
    if (block.style === 'Title' && addressee === '') title.push(...text.split('\n').filter((line) => line !== ''))
    else if (block.style === 'Normal' && text === '') continue
    else if (block.style === 'GwByline' && /^（.*）$/.test(text)) date = text.slice(1, -1)
    else if (block.style === 'GwByline') signature.push(text)
    else if (block.style === 'Normal' && addressee === '' && /[：:]$/.test(text)) addressee = text.slice(0, -1)
    else break
  }
  // Lines as the page breaks them are one line of the clerk's.
  const whole = title.join('')
  return { title: title.length > 1 && titleLines([whole]).join('\n') === title.join('\n') ? [whole] : title, addressee, signature, date, length: at }
}

const digitHeadings = /^Heading([1-5])$/

/** The scheme in which the most numbers stand as they are printed; the given one if none fits better. */
function schemeOf(styled: readonly StyledBlock[], given: SchemeId): SchemeId {
  const paragraphs = styled.filter((block): block is StyledParagraph => block.kind === 'paragraph' && block.style !== 'GwAttach' && block.style !== 'GwSign')
  const fitting = (id: SchemeId): number => {
    const blocks = paragraphs.map((block, index): Block => textBlock({ ...block, id: String(index) }, runsText(block.runs), () => '', id))
    const labels = assignNumbers(blocks, id)
    return paragraphs.filter(({ runs }, index) => {
      const label = labels.get(String(index))?.trim()
      const typed = recognizeNumber(runsText(runs))?.label.trim()
      return label !== undefined && runsText(runs).startsWith(label) && (typed === undefined || typed === label)
    }).length
  }
  return (Object.keys(schemes) as SchemeId[]).reduce((best, id) => (fitting(id) > fitting(best) ? id : best), given)
}

type Fields = Pick<ReportContent, 'blocks' | 'attachments' | 'signature' | 'date' | 'note'>

/** Takes the blocks one by one and knows at the end what stood where. */
function bodyReader(newId: NewId, scheme: SchemeId): { readonly take: (block: StyledBlock) => void; readonly end: () => Fields } {
  const blocks: Block[] = []
  const attachments: string[] = []
  const signed: string[] = []
  let note: string | null = null
  let mayBeNote = false
  const take = (block: StyledBlock): void => {
    // A picture has its page to itself: the breaks before and behind it are its own.
    const isPicture = block.kind === 'paragraph' && block.picture !== undefined
    if (block.pageBreakBefore && !isPicture && blocks[blocks.length - 1]?.kind !== 'image') blocks.push({ kind: 'pageBreak', id: newId() })
    if (block.kind === 'table') {
      blocks.push({ kind: 'table', id: block.id ?? newId(), rows: block.rows, headerRows: block.headerRows, ...(block.merges === undefined ? {} : { merges: block.merges }) })
      return
    }
    const text = runsText(block.runs)
    if (block.picture !== undefined) {
      blocks.push({ kind: 'image', id: block.id ?? newId(), ...block.picture, caption: text.replace(/^\n/, '') })
      return
    }
    if (block.style === 'GwAttach' && text !== '') attachments.push(attachmentName(text))
    else if (block.style === 'GwSign' && text !== '') {
      // Units that set their seals side by side.
      signed.push(...text.split('\t'))
      mayBeNote = true
      return
    } else if (mayBeNote && note === null && block.style === 'GwBody' && /^[（(].*[）)]$/.test(text)) note = /^（[^（）]*）$/.test(text) || !/[（()）]/.test(text.slice(1, -1)) ? text.slice(1, -1) : text
    else if (text !== '' || (block.style === 'GwBody' || digitHeadings.test(block.style ?? ''))) blocks.push(textBlock(block, text, newId, scheme))
    mayBeNote = text === '' && block.style === 'Normal'
  }
  return {
    take,
    end: () => {
      const last = signed[signed.length - 1]
      const isDated = last !== undefined && /\d{4}\s*年|[〇○零一二三四五六七八九]{4}年|^\d{4}[-./]\d/.test(last)
      return { blocks: withoutLabels(blocks, scheme), attachments, signature: isDated ? signed.slice(0, -1) : signed, date: isDated ? last : '', note: note ?? '' }
    },
  }
}

/** 附件：1.	名称 without what is printed before the name. */
function attachmentName(text: string): string {
  return text.replace(/^附件[:：]\s*/, '').replace(/^\d{1,3}[.．]\t?/, '')
}

function textBlock(block: StyledParagraph, text: string, newId: NewId, scheme: SchemeId): Block {
  const id = block.id ?? newId()
  const { style } = block
  if (style === 'GwPartTitle' || style === 'GwAttachLabel' || style === 'Title') return { kind: 'text', id, level: 0, runs: tidyRuns(style === 'Title' ? block.runs.map((run) => ({ ...run, text: run.text.replace(/\n/g, '') })) : block.runs), form: 'heading' }
  const number = recognizeNumber(text)
  const heading = Number(digitHeadings.exec(style ?? '')?.[1] ?? 0) as 0 | Level
  if (heading > 0) return { kind: 'text', id, level: heading, runs: tidyRuns(block.runs) }
  const place = number === null ? -1 : schemes[scheme].styles.findIndex((each) => each === number.style)
  const level = number?.style === 'decimal' ? number.values.length : place + 1
  if (number === null || level < 1 || level > 5) return { kind: 'text', id, level: 0, runs: tidyRuns(block.runs) }
  return { kind: 'text', id, level: level as Level, runs: cutRuns(block.runs, number.length), form: 'clause' }
}

/** The headings without their numbers: the one that the page must have here, else any that was typed. */
function withoutLabels(blocks: readonly Block[], scheme: SchemeId): readonly Block[] {
  const labels = assignNumbers(blocks, scheme)
  return blocks.map((block) => {
    if (block.kind !== 'text' || block.level === 0 || block.form !== undefined) return block
    const text = runsText(block.runs)
    const label = labels.get(block.id) ?? ''
    return { ...block, runs: cutRuns(block.runs, text.startsWith(label) ? label.length : recognizeNumber(text)?.length ?? 0) }
  })
}

/** The runs without the first `length` UTF-16 units of their text. */
function cutRuns(runs: readonly Run[], length: number): readonly Run[] {
  let left = length
  return tidyRuns(runs.map((run) => {
    const cut = Math.min(left, run.text.length)
    left -= cut
    return { ...run, text: run.text.slice(cut) }
  }))
}

function tidyRuns(runs: readonly Run[]): readonly Run[] {
  return runs.filter((run) => run.text !== '').reduce<Run[]>((all, run) => {
    const last = all[all.length - 1]
    if (last !== undefined && last.bold === run.bold && last.italic === run.italic && last.underline === run.underline) all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
    return all
  }, [])
}

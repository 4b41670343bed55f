/** The headline of a web page above the title of the document itself (SPEC PARSE-34). */
import { recognizeNumber } from '../recognizeNumber'
import { isDocumentNumber } from './noise'
import { isPageField } from './pageFields'
import { endsLikeTitle, isAddressee, isDateLine } from './phrases'
import { nextContent, type Draft } from './sourceLines'

/** So many lines below the headline the document has begun. */
const furthest = 12
/** A line of this length is a paragraph. */
const paragraph = 60

/**
 * The title of the document, if `headline` (indices of the first title lines) is but the one that a page set above it: it comes again, or with more
 * words, before any text; or most of it does, below fields of a page; or it is the name of a place above such fields. Null if it does not.
 * `rangeAt` gives the title lines that begin at an index.
 */
export function ownTitle(draft: Draft, headline: readonly number[], rangeAt: (index: number) => readonly number[]): readonly number[] | null {
  const last = headline[headline.length - 1]
  if (last === undefined) return null
  const texts = headline.map((index) => bare(draft.lines[index]?.text ?? ''))
  const said = [texts.join(''), ...texts]
  // 部门文件, the name of a column or of a site, with the fields of the page below it.
  const isPlace = !endsLikeTitle(draft.lines[last]?.text ?? '') && isPageField(draft.lines.slice(last + 1).find(({ text }) => text !== '')?.text ?? '')
  let at = last
  for (let steps = 0; steps < furthest; steps += 1) {
    at = nextContent(draft, at)
    const text = draft.lines[at]?.text ?? ''
    if (at >= draft.lines.length || draft.roles[at] !== null || isText(text)) return null
    const range = rangeAt(at)
    const own = bare(range.map((index) => draft.lines[index]?.text ?? '').join(''))
    const isRepeated = own.length >= 6 && said.includes(own)
    if (!isRepeated && /^(?:现将|根据|按照|为)|，/.test(text)) return null
    const isWhole = own.length >= 6 && endsLikeTitle(draft.lines[range[range.length - 1] ?? at]?.text ?? '')
    if (isRepeated || (isWhole && (isPlace || isFullerThan(own, texts.join('')) || (hasPageSign(draft, last, at) && said.some((one) => isSame(one, own)))))) {
      return ownTitle(draft, range, rangeAt) ?? range
    }
  }
  return null
}

/** The whole headline and more. */
function isFullerThan(own: string, headline: string): boolean {
  return headline.length >= 6 && own.includes(headline)
}

/** Something that a page left stands between headline and title. Without it a line with most of the words of the title is the heading of its first part. */
function hasPageSign(draft: Draft, from: number, to: number): boolean {
  return draft.lines.slice(from + 1, to).some(({ text }, index) => draft.roles[from + 1 + index] === 'setAside' && !isDocumentNumber(text))
}

/** The document has begun: a salutation, a number, a date or a paragraph. */
function isText(text: string): boolean {
  return text.length > paragraph && /[。，]/.test(text) || /。$/.test(text) || isAddressee(text) || isDateLine(text) || recognizeNumber(text) !== null
}

function bare(text: string): string {
  return text.replace(/^(标题|题目|文章标题)\s*[：:]/, '').replace(/[\s\u3000，。、：；“”"《》〈〉（）()\-—]+/g, '')
}

/** One holds the other, or most pairs of characters of the shorter stand in the longer. */
function isSame(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 6) return false
  if (long.includes(short)) return true
  const pairs = Array.from({ length: short.length - 1 }, (_, at) => short.slice(at, at + 2))
  return pairs.filter((pair) => long.includes(pair)).length >= pairs.length * 0.6
}

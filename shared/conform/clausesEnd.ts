/** 7.3.4 to 7.3.7: 附件说明, 落款, 附注, 附件. */
import { textWidth } from '../base/textWidth'
import { placeSeals, placeSignature, placeStamp } from '../print/signatureBlock'
import { absent, byHand, deviates, eachLine, familiesOf, pass, quote, verdict, wrongFamily, wrongSize, type Clause, type Finding } from './findings'
import { characterText, firstLineOf, inCharacters, placementOf, type Placement } from './measures'
import type { Line } from './roles'
import { isFree, linesAbove, linesText } from './spacing'
import { lineWidthOf, type Subject } from './subject'

function judgeListForm(lines: readonly Line[]): Finding {
  const [first] = lines
  if (first === undefined) return absent
  const text = first.text.replace(/[\s\u3000]+/g, '')
  if (!/^附件：/.test(text)) return deviates(`${quote(first.text)}没有写成“附件：”`)
  const names = [text.slice(3), ...lines.slice(1).map((line) => line.text.replace(/[\s\u3000]+/g, ''))].filter((name) => name !== '')
  if (names.length > 1) {
    const wrong = names.findIndex((name, index) => !name.startsWith(`${index + 1}.`))
    if (wrong !== -1) return deviates(`${quote(names[wrong] ?? '')}的顺序号应为“${wrong + 1}.”`)
  }
  return pass(names.length > 1 ? `附件：1.…${names.length}.` : '附件：')
}

function judgeListMarks(lines: readonly Line[]): Finding {
  return eachLine(lines, '名称后没有标点', ({ text }) => (/[。，、；：,.;:]$/.test(text) && text.length > 3 ? `以“${text.slice(-1)}”结尾` : null))
}

function judgeListPlace(subject: Subject): Finding {
  const [first] = subject.of('attachmentList')
  if (first === undefined) return absent
  const left = firstLineOf(first.paragraph, subject.unit)
  return verdict(Math.abs(left - 2) <= 0.3, `左空 ${characterText(left)}`)
}

/** Where the first character of the name stands, and where further lines begin. */
function judgeListHang(subject: Subject): Finding {
  return eachLine(subject.of('attachmentList'), '与名称首字对齐', (line) => {
    const width = textWidth(line.text)
    const left = firstLineOf(line.paragraph, subject.unit)
    const rest = inCharacters(line.paragraph.indent.left, subject.unit)
    if (left + width <= lineWidthOf(subject, line.paragraph) / subject.unit - 1) return null
    const name = left + textWidth(/^(附件：)?[\s\u3000]*(\d+\.)?[\s\u3000]*/.exec(line.text)?.[0] ?? '')
    return Math.abs(rest - name) <= 0.8 ? null : `回行左空 ${characterText(rest)}，名称首字左空 ${characterText(name)}`
  })
}

function judgeGap(subject: Subject, line: Line | undefined, wanted: number): Finding {
  if (line === undefined) return absent
  const free = linesAbove(subject, line)
  return verdict(isFree(free, wanted), linesText(free))
}

interface SignaturePlace {
  readonly line: Line
  readonly place: Placement | null
}

function places(subject: Subject, role: 'signature' | 'date'): readonly SignaturePlace[] {
  return subject.of(role).map((line) => ({ line, place: placementOf(line.paragraph, lineWidthOf(subject, line.paragraph), subject.unit) }))
}

type Way = 'sealed' | 'unsealed' | 'stamp'

interface WayFound {
  readonly way: Way
  /** How many of the lines stand where this way wants them, about and exactly, and how far the others are off, in 字. */
  readonly right: number
  readonly exact: number
  readonly off: number
  readonly wanted: readonly number[]
}

const tolerance = 0.75
const exactly = 0.3

/** The way of 7.3.5 that the lines come nearest to. */
function nearestWay(subject: Subject): { readonly found: readonly number[]; readonly best: WayFound; readonly count: number } | null {
  const signature = places(subject, 'signature')
  const date = places(subject, 'date')
  const all = [...signature, ...date]
  if (all.length === 0 || all.some(({ place, line }) => place === null || line.where !== 'body')) return null
  const found = all.map(({ place }) => place?.right ?? 0)
  const widths = signature.map(({ place }) => place?.width ?? 0)
  const dateWidth = date[0]?.place?.width ?? 0
  const ways = ([['sealed', placeSignature(widths, dateWidth, true)], ['unsealed', placeSignature(widths, dateWidth, false)], ['stamp', { signatureRight: widths.map(() => placeStamp().postRight), dateRight: placeStamp().dateRight }]] as const)
    .map(([way, { signatureRight, dateRight }]): WayFound => {
      const wanted = [...signatureRight, ...date.map(() => dateRight)]
      const gaps = wanted.map((each, index) => Math.abs(each - (found[index] ?? 0)))
      return { way, wanted, right: gaps.filter((gap) => gap <= tolerance).length, exact: gaps.filter((gap) => gap <= exactly).length, off: gaps.reduce((sum, gap) => sum + gap, 0) }
    })
  const free = (all[0] === undefined ? null : linesAbove(subject, all[0].line)) ?? 1
  // Room for a seal above 落款 tells as much as one line at its right place.
  const isHinted = (way: Way): boolean => (way === 'unsealed' ? free < 1.5 : free >= 1.5)
  const rank = ({ way, right, exact, off }: WayFound): number => (isHinted(way) ? 50 : 0) + (right === all.length ? 1000 : way === 'stamp' ? -1000 : 0) + exact * 100 + right * 10 - Math.min(off, 9)
  return { found, best: ways.reduce((one, other) => (rank(other) > rank(one) ? other : one)), count: all.length }
}

/** Several units side by side, each with its seal. */
function isSideBySide(subject: Subject): boolean {
  const lines = subject.of('signature')
  const widths = lines.flatMap((line) => line.text.split(/\u3000+/)).map(textWidth)
  return lines.some((line) => line.paragraph.text.includes('\t')) || (lines.length > 1 && subject.of('date').length > 0 && placeSeals(widths, 7).rows.length > 1 && gapsBetween(subject, lines))
}

function gapsBetween(subject: Subject, lines: readonly Line[]): boolean {
  return lines.slice(1).some((line) => (linesAbove(subject, line) ?? 0) >= 2)
}

function judgeWay(subject: Subject, way: Way): Finding {
  if (subject.of('signature').length + subject.of('date').length === 0) return subject.of('byline').length > 0 ? pass('署名在标题之下') : byHand('没有认出落款，请看是否应有')
  if (isSideBySide(subject)) return way === 'sealed' ? byHand('联合行文，请看各署名与印章的位置') : pass('未按此种编排')
  const nearest = nearestWay(subject)
  if (nearest === null) return way === 'unsealed' ? byHand('落款不在正文里或用了制表位，请看位置') : pass('未按此种编排')
  const { found, best, count } = nearest
  if (best.way !== way) return pass('未按此种编排')
  const names = [...subject.of('signature').map(() => '署名'), ...subject.of('date').map(() => '成文日期')]
  const text = found.map((right, index) => `${names[index] ?? ''}右空 ${characterText(right)}`).join('，')
  // A date written otherwise has another width: its place is looked at when it is written right.
  if (best.right < count && judgeDateForm(subject.of('date'), absent).result === 'fail') return byHand(`${text}；成文日期改正后再看`)
  if (best.right < count) return deviates(`${text}；应为${best.wanted.map((right, index) => `${names[index] ?? ''}右空 ${characterText(right)}`).join('，')}`)
  if (way !== 'unsealed') return pass(text)
  const [first] = subject.of('signature', 'date')
  const free = first === undefined ? null : linesAbove(subject, first)
  return verdict(isFree(free, 1), `${text}，上方${linesText(free)}`)
}

/** A date of the lines, also behind other text; `otherwise` where there is no line. */
export function judgeDateForm(lines: readonly Line[], otherwise: Finding): Finding {
  if (lines.length === 0) return otherwise
  return eachLine(lines, lines[0]?.text ?? '', ({ text }) => {
    const bare = dateOf(text)
    if (/^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/.test(bare)) return null
    if (/[〇○零一二三四五六七八九十]{2,}年|年[一二三四五六七八九十]/.test(bare)) return '没有用阿拉伯数字'
    if (/年0|月0/.test(bare)) return '月、日编了虚位'
    return /^\d{2}年/.test(bare) ? '年份没有标全称' : '没有写成“×年×月×日”'
  })
}

function dateOf(text: string): string {
  return (/(\d{2,4}|[〇○零一二三四五六七八九十]{2,4})\s*年.*$/.exec(text)?.[0] ?? text).replace(/印发$/, '').replace(/[\s\u3000（）()]/g, '')
}

function judgeNote(subject: Subject): Finding {
  return eachLine(subject.of('note'), '左空二字加圆括号', (line) => {
    if (!/^（.*）$/.test(line.text)) return '没有加全角圆括号'
    const left = firstLineOf(line.paragraph, subject.unit)
    return Math.abs(left - 2) <= 0.3 ? null : `左空 ${characterText(left)}`
  })
}

function judgeAttachLabels(subject: Subject): Finding {
  const labels = subject.of('attachLabel')
  const listed = subject.of('attachmentList').length
  if (labels.length === 0) return listed === 0 ? absent : byHand('文件里没有附件，请看是否另附')
  const numbers = labels.map(({ text }) => text.replace(/\s/g, ''))
  const wrong = numbers.find((text, index) => (labels.length === 1 ? !/^附件1?$/.test(text) : text !== `附件${index + 1}`))
  return verdict(wrong === undefined, wrong === undefined ? numbers.join('、') : `“${wrong}”`)
}

export const clausesEnd: readonly Clause[] = [
  { clause: '7.3.4', item: '附件说明的字体', required: '3号仿宋', judge: (subject) => eachLine(subject.of('attachmentList'), '3号仿宋', (line) => wrongFamily(familiesOf(line), ['fang']) ?? wrongSize(line, '3号')) },
  { clause: '7.3.4', item: '附件说明的位置', required: '左空二字编排“附件”二字', judge: judgeListPlace },
  { clause: '7.3.4', item: '附件说明上方的空行', required: '正文下空一行', judge: (subject) => judgeGap(subject, subject.of('attachmentList')[0], 1) },
  { clause: '7.3.4', item: '附件说明的写法', required: '“附件”后标全角冒号，顺序号用阿拉伯数字（如“附件：1.”）', judge: (subject) => judgeListForm(subject.of('attachmentList')) },
  { clause: '7.3.4', item: '附件名称后的标点', required: '附件名称后不加标点符号', judge: (subject) => judgeListMarks(subject.of('attachmentList')) },
  { clause: '7.3.4', item: '附件名称的回行', required: '与上一行附件名称的首字对齐', judge: judgeListHang },
  { clause: '7.3.5.1', item: '落款（加盖印章）', required: '成文日期右空四字，署名在其上居中', judge: (subject) => judgeWay(subject, 'sealed') },
  { clause: '7.3.5.1', item: '印章', required: '红色，端正、居中下压署名和成文日期，不出现空白印章', judge: () => byHand('请看盖好的印章') },
  { clause: '7.3.5.2', item: '落款（不加盖印章）', required: '正文或附件说明下空一行，署名右空二字，成文日期首字比署名首字右移二字', judge: (subject) => judgeWay(subject, 'unsealed') },
  { clause: '7.3.5.3', item: '落款（签名章）', required: '签名章右空四字，左空二字标职务，成文日期右空四字', judge: (subject) => judgeWay(subject, 'stamp') },
  { clause: '7.3.5', item: '落款的字体', required: '3号仿宋', judge: (subject) => eachLine(subject.of('signature', 'date'), '3号仿宋', (line) => wrongFamily(familiesOf(line), ['fang']) ?? wrongSize(line, '3号')) },
  { clause: '7.3.5.4', item: '成文日期的数字', required: '阿拉伯数字，年份标全称，月、日不编虚位', judge: (subject) => judgeDateForm(subject.of('date'), subject.of('byline').length > 0 ? pass('日期在标题之下') : byHand('没有认出成文日期，请看是否应有')) },
  { clause: '7.3.5.5', item: '落款所在页', required: '与正文同处一页，不用“此页无正文”', judge: judgeNoBody },
  { clause: '7.3.6', item: '附注', required: '居左空二字加圆括号，编排在成文日期下一行', judge: judgeNote },
  { clause: '7.3.6', item: '附注的字体', required: '3号仿宋', judge: (subject) => eachLine(subject.of('note'), '3号仿宋', (line) => wrongFamily(familiesOf(line), ['fang']) ?? wrongSize(line, '3号')) },
  { clause: '7.3.7', item: '附件另面编排', required: '附件另面编排', judge: (subject) => eachLine(subject.of('attachLabel'), '另起一页', (line) => (line.startsPage ? null : '没有另起一页')) },
  { clause: '7.3.7', item: '“附件”二字', required: '3号黑体顶格编排在版心左上角第一行', judge: (subject) => eachLine(subject.of('attachLabel'), '3号黑体，顶格', (line) => {
    const left = firstLineOf(line.paragraph, subject.unit)
    return wrongFamily(familiesOf(line), ['hei']) ?? wrongSize(line, '3号') ?? (left > 0.3 || line.paragraph.align === 'center' ? `左空 ${characterText(left)}` : null)
  }) },
  { clause: '7.3.7', item: '附件顺序号', required: '与附件说明一致', judge: judgeAttachLabels },
  { clause: '7.3.7', item: '附件标题', required: '居中编排在版心第三行', judge: (subject) => eachLine(subject.of('attachTitle').filter((_, index, all) => index === 0 || subject.lines.indexOf(all[index] as Line) - subject.lines.indexOf(all[index - 1] as Line) > 1), '居中，第三行', (line) => {
    if (line.paragraph.align !== 'center') return '没有居中'
    const free = linesAbove(subject, line)
    return isFree(free, 1) ? null : `与“附件”之间${linesText(free)}`
  }) },
]

/** Whether nothing but empty lines stands between the line and the top of its page, as far as the file tells it. */
function startsPage(subject: Subject, line: Line): boolean {
  for (let at = subject.lines.indexOf(line); at >= 0; at -= 1) {
    const above = subject.lines[at]
    if (above === undefined || above.where === 'box') continue
    if (above.where === 'table' || (above !== line && above.text !== '')) return false
    if (above.startsPage) return true
  }
  return false
}

function judgeNoBody(subject: Subject): Finding {
  const wrong = subject.lines.find(({ text }) => /^[（(]?\s*[此本]\s*页\s*无\s*正\s*文\s*[）)]?[。.]?$/.test(text))
  if (wrong !== undefined) return deviates(quote(wrong.text))
  const [first] = subject.of('signature', 'date')
  return first === undefined ? absent : startsPage(subject, first) ? deviates('落款独占一页') : byHand('随排版软件分页，请看落款所在页有没有正文')
}


/** 7.3.1 to 7.3.3: title, 主送机关, body with its levels. */
import { textWidth } from '../base/textWidth'
import { headingFonts } from '../print/styles'
import { isInsideUnit } from '../print/titleUnits'
import { absent, byHand, deviates, eachLine, familiesOf, judgeFont, judgeSize, pass, quote, verdict, wrongFamily, wrongSize, type Clause, type Finding } from './findings'
import { characterText, firstLineOf, inCharacters, sizeText } from './measures'
import type { Line } from './roles'
import { isFree, linesAbove, linesText } from './spacing'
import { pitchOf, type Subject } from './subject'

function title(subject: Subject, judge: (lines: readonly Line[]) => Finding): Finding {
  const lines = subject.of('title')
  return lines.length === 0 ? byHand('没有认出标题') : judge(lines)
}

/** Lines of the title as they stand on the page, by typed breaks. */
function titleLines(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) => line.paragraph.text.split('\n')).map((text) => text.trim()).filter((text) => text !== '')
}

function judgeTitleBreaks(lines: readonly Line[]): Finding {
  const given = titleLines(lines)
  if (given.length === 1 && textWidth(given[0] ?? '') <= 20) return pass('一行')
  const whole = given.join('')
  let at = 0
  for (const line of given.slice(0, -1)) {
    at += line.length
    if (isInsideUnit(whole, at)) return deviates(`“${whole.slice(Math.max(0, at - 3), at)}”与“${whole.slice(at, at + 3)}”之间断开，拆开了词语`)
  }
  const size = lines[0]?.paragraph.runs[0]?.size ?? 44
  const long = given.find((line) => textWidth(line) * size * 10 > 8845)
  return long === undefined ? pass(`${given.length} 行，词意完整`) : byHand(`${quote(long)}一行放不下，请看断在哪里`)
}

function judgeTitleGap(subject: Subject): Finding {
  return title(subject, ([first]) => {
    if (first === undefined || subject.of('documentNumber').length === 0 || first.where !== 'body') return pass('没有版头')
    const free = linesAbove(subject, first)
    return free === null ? byHand('上方不是文字，请看空行') : verdict(isFree(free, 2), linesText(free))
  })
}

function judgeAddresseeGap(subject: Subject): Finding {
  const [line] = subject.of('addressee')
  if (line === undefined) return absent
  const free = linesAbove(subject, line)
  return verdict(isFree(free, 1), linesText(free))
}

function addresseeFault(subject: Subject, line: Line): string | null {
  const first = firstLineOf(line.paragraph, subject.unit)
  const rest = inCharacters(line.paragraph.indent.left, subject.unit)
  if (line.paragraph.align === 'center' || line.paragraph.align === 'right') return '没有居左顶格'
  if (first > 0.3) return `左空 ${characterText(first)}`
  return rest > 0.3 ? `回行左空 ${characterText(rest)}` : null
}

/** Paragraphs of the text that stand in lines of their own: no closing phrase set in the middle. */
function indentFault(subject: Subject, line: Line): string | null {
  const first = firstLineOf(line.paragraph, ownUnit(subject, line))
  if (line.paragraph.align === 'center' || line.paragraph.align === 'right') return '不是左起排列'
  return Math.abs(first - 2) <= 0.3 ? null : `左空 ${characterText(first)}`
}

/** 字 are those of the paragraph: what is told of its indent does not hang on its size. */
function ownUnit(subject: Subject, { paragraph }: Line): number {
  return pitchOf(paragraph, subject.facts.sections[paragraph.section] ?? subject.section)
}

function restFault(subject: Subject, line: Line): string | null {
  const unit = ownUnit(subject, line)
  const left = inCharacters(line.paragraph.indent.left, unit)
  const right = inCharacters(line.paragraph.indent.right, unit)
  if (Math.abs(left) > 0.3) return `回行左空 ${characterText(left)}`
  return Math.abs(right) > 0.3 ? `右空 ${characterText(right)}` : null
}

/** Fonts of a level; a level with the number of another style goes by its number. */
function levelOf(line: Line): number {
  const byStyle = { han: 1, hanParen: 2, digitDot: 3, digitParen: 4, circled: 5, decimal: line.level ?? 3, chapter: 1, section: 2 }
  return line.style === null ? line.level ?? 3 : byStyle[line.style]
}

function judgeLevelFont(subject: Subject, levels: readonly number[]): Finding {
  const lines = subject.of('heading').filter((line) => levels.includes(levelOf(line)))
  const level = levels[0] ?? 1
  const role = headingFonts.restart[level - 1] ?? 'fang'
  return eachLine(lines, level === 1 ? '黑体' : level === 2 ? '楷体' : '仿宋', (line) => {
    const lead = familiesOf(line, 0, line.leadEnd)
    return wrongFamily(lead, [line.style === 'han' && line.level === 3 ? 'hei' : line.style === 'hanParen' && line.level === 4 ? 'kai' : role])
  })
}

function judgeBodyFont(subject: Subject): Finding {
  const body = subject.of('body').filter((line) => line.where === 'body')
  const own = eachLine(body, '仿宋', (line) => {
    const isItem = line.level !== null || /^([一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后|其[一二三四五六])/.test(line.text)
    return wrongFamily(familiesOf(line), isItem ? ['fang', 'kai', 'hei'] : ['fang'], 0.3)
  })
  if (own.result === 'fail') return own
  const rest = eachLine(subject.of('heading').filter((line) => line.text.length > line.leadEnd + 6), '仿宋', (line) => wrongFamily(familiesOf(line, line.leadEnd), ['fang'], 0.5))
  return rest.result === 'fail' ? rest : own
}

const faults = { duplicateNumber: '序号重复', skippedNumber: '序号不连续', wrongNumber: '序号不连续' } as const

function judgeOrder({ findings, of }: Subject): Finding {
  if (of('heading').length === 0 && !of('body').some((line) => line.level !== null)) return absent
  const wrong = findings.filter((each): each is typeof each & { code: keyof typeof faults } => each.code in faults)
  const [first] = wrong
  if (first !== undefined) return deviates(`${quote(first.text)}：${faults[first.code]}，应为“${first.expected}”${wrong.length > 1 ? `（共 ${wrong.length} 处）` : ''}`)
  const turned = outOfOrder(of('heading'))
  return turned === null ? pass('一、（一）1.（1）依次使用') : deviates(turned)
}

/** （一） that begins below 1., or 1. that begins below （1）: levels are in another order than the standard has them. */
function outOfOrder(headings: readonly Line[]): string | null {
  const order = ['han', 'hanParen', 'digitDot', 'digitParen'] as const
  let seen = new Set<number>()
  for (const line of headings) {
    const rank = order.findIndex((style) => style === line.style)
    if (rank === -1) continue
    if (!seen.has(rank) && rank > 0 && seen.has(rank + 1)) return `${quote(line.text)}排在${rank === 1 ? '“1.”' : '“（1）”'}之下`
    seen = new Set([...seen].filter((each) => each <= rank))
    seen.add(rank)
  }
  return null
}

function judgeLook({ findings, of }: Subject): Finding {
  if (of('heading').length === 0) return absent
  const [first, ...others] = findings.filter(({ code }) => code === 'mixedNumber' || code === 'changedNumber')
  return first === undefined ? pass('写法规范') : deviates(`${quote(first.text)}：序数写作“${first.found}”，应为“${first.expected}”${others.length > 0 ? `（共 ${others.length + 1} 处）` : ''}`)
}

function judgeBold({ of, choices }: Subject): Finding {
  const lines = of('heading')
  if (lines.length === 0) return absent
  const bold = lines.filter((line) => line.paragraph.runs.some((run) => run.bold && run.text.trim() !== ''))
  if (bold[0] === undefined) return pass('没有加粗')
  return choices.boldHeadings === true ? pass('加粗（本单位的规定）') : byHand(`${quote(bold[0].text)}等 ${bold.length} 处加粗，标准没有提到，由本单位决定`)
}

function judgeFirstPage(subject: Subject): Finding {
  const first = subject.lines.findIndex((line) => line.roles.includes('body') || line.roles.includes('heading'))
  if (first === -1) return byHand('没有认出正文')
  const isLater = subject.lines.slice(0, first + 1).some((line, index) => index > 0 && line.where === 'body' && line.startsPage)
  const lines = subject.lines.slice(0, first).filter((line) => line.where === 'body').length
  if (isLater) return deviates('正文前有分页')
  return lines < 14 ? pass(`正文在第 ${lines + 1} 段`) : byHand('正文前内容较多，请看首页')
}

function judgeAddresseePlace(subject: Subject): Finding {
  const [line] = subject.of('addressee')
  if (line === undefined) return absent
  const next = subject.lines.slice(subject.lines.indexOf(line) + 1).find((each) => each.where === 'body' && each.text !== '')
  if (next === undefined) return byHand('没有正文')
  const free = linesAbove(subject, next)
  return verdict(isFree(free, 0), free !== null && free >= 0.5 ? `主送机关与正文之间${linesText(free)}` : '正文在下一行')
}

export const clausesText: readonly Clause[] = [
  { clause: '7.3.1', item: '标题字体', required: '一般用小标宋体字', judge: (subject) => title(subject, (lines) => judgeFont(lines, 'displaySong')) },
  { clause: '7.3.1', item: '标题字号', required: '2号', judge: (subject) => title(subject, (lines) => judgeSize(lines, '2号')) },
  { clause: '7.3.1', item: '标题字形', required: '小标宋体不再加粗、倾斜', judge: (subject) => title(subject, (lines) => eachLine(lines, '没有加粗', (line) => (line.paragraph.runs.some((run) => run.bold && run.text.trim() !== '') ? '加粗' : line.paragraph.runs.some((run) => run.italic) ? '倾斜' : null))) },
  { clause: '7.3.1', item: '标题位置', required: '居中排布', judge: (subject) => title(subject, (lines) => eachLine(lines, '居中', (line) => {
    const shift = firstLineOf(line.paragraph, subject.unit) - inCharacters(line.paragraph.indent.right, subject.unit)
    return line.paragraph.align !== 'center' ? '没有居中' : Math.abs(shift) > 0.3 ? `偏离中线，左空 ${characterText(shift)}` : null
  })) },
  { clause: '7.3.1', item: '标题上方的空行', required: '红色分隔线下空二行', judge: judgeTitleGap },
  { clause: '7.3.1', item: '标题回行', required: '词意完整，排列对称，长短适宜', judge: (subject) => title(subject, judgeTitleBreaks) },
  { clause: '7.3.1', item: '标题排列的形状', required: '多行标题使用梯形或菱形', judge: (subject) => title(subject, judgeShape) },
  { clause: '7.3.1', item: '标题标点', required: '标题末尾不用标点（书名号、引号、括号除外）', judge: (subject) => title(subject, (lines) => {
    const whole = titleLines(lines).join('')
    return verdict(!/[。，、；：,.;:]$/.test(whole), /[。，、；：,.;:]$/.test(whole) ? `以“${whole.slice(-1)}”结尾` : '末尾没有标点')
  }) },
  { clause: '7.3.2', item: '主送机关的字体', required: '3号仿宋', judge: (subject) => eachLine(subject.of('addressee'), '3号仿宋', (line) => wrongFamily(familiesOf(line), ['fang']) ?? wrongSize(line, '3号')) },
  { clause: '7.3.2', item: '主送机关的位置', required: '居左顶格，回行时仍顶格', judge: (subject) => eachLine(subject.of('addressee'), '顶格', (line) => addresseeFault(subject, line)) },
  { clause: '7.3.2', item: '主送机关后的冒号', required: '最后一个机关名称后标全角冒号', judge: judgeColon },
  { clause: '7.3.2', item: '主送机关上方的空行', required: '标题下空一行', judge: judgeAddresseeGap },
  { clause: '7.3.3', item: '首页显示正文', required: '公文首页必须显示正文', judge: judgeFirstPage },
  { clause: '7.3.3', item: '正文的起行', required: '主送机关名称下一行', judge: judgeAddresseePlace },
  { clause: '7.3.3', item: '正文字体', required: '一般用仿宋体字', judge: judgeBodyFont },
  { clause: '7.3.3', item: '正文字号', required: '一般用3号字', judge: (subject) => judgeSize(subject.of('body').filter((line) => line.where === 'body'), '3号') },
  { clause: '7.3.3', item: '正文首行', required: '每个自然段左空二字', judge: (subject) => eachLine(subject.of('body').filter((line) => line.where === 'body'), '左空二字', (line) => indentFault(subject, line)) },
  { clause: '7.3.3', item: '正文回行', required: '回行顶格', judge: (subject) => eachLine(subject.of('body').filter((line) => line.where === 'body'), '回行顶格', (line) => restFault(subject, line)) },
  { clause: '7.3.3', item: '层次标题的首行', required: '左空二字，回行顶格', judge: (subject) => eachLine(subject.of('heading'), '左空二字', (line) => indentFault(subject, line) ?? restFault(subject, line)) },
  { clause: '7.3.3', item: '第一层标题的字体', required: '“一、”一般用黑体字', judge: (subject) => judgeLevelFont(subject, [1]) },
  { clause: '7.3.3', item: '第二层标题的字体', required: '“（一）”一般用楷体字', judge: (subject) => judgeLevelFont(subject, [2]) },
  { clause: '7.3.3', item: '第三层和第四层标题的字体', required: '“1.”“（1）”一般用仿宋体字', judge: (subject) => judgeLevelFont(subject, [3, 4, 5]) },
  { clause: '7.3.3', item: '层次标题的字号', required: '3号', judge: (subject) => eachLine(subject.of('heading'), sizeText(32), (line) => wrongSize(line, '3号')) },
  { clause: '7.3.3', item: '层次序数的顺序', required: '依次用“一、”“（一）”“1.”“（1）”标注', judge: judgeOrder },
  { clause: '7.3.3', item: '层次序数的写法', required: '一、　（一）　1.　（1）', judge: judgeLook },
  { clause: '7.3.3', item: '层次标题的字形', required: '标准没有要求加粗', judge: judgeBold },
]

function judgeColon(subject: Subject): Finding {
  const lines = subject.of('addressee')
  return eachLine(lines, '全角冒号', ({ text }) => (/：$/.test(text) ? null : /:$/.test(text) ? '半角冒号' : '没有冒号'))
}

function judgeShape(lines: readonly Line[]): Finding {
  const given = titleLines(lines)
  if (given.length < 2) return pass('一行')
  const widths = given.map((line) => [...line].length)
  const isEven = new Set(widths).size === 1 && widths.length > 2
  const isHourglass = widths.length > 2 && widths.slice(1, -1).every((width) => width < (widths[0] ?? 0) && width < (widths[widths.length - 1] ?? 0))
  const text = `各行 ${widths.join('、')} 字`
  return isEven || isHourglass ? byHand(`${text}，请看是否为梯形或菱形`) : pass(text)
}

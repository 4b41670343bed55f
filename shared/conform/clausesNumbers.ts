/** 7.5 and chapters 8 to 10: page numbers, tables across, what is written, special formats. */
import { absent, byHand, deviates, pass, quote, verdict, type Clause, type Finding } from './findings'
import { characterText, inCharacters, isAbout, isFamily, isSize, lineHeight, millimetreText, sizeText } from './measures'
import type { Subject } from './subject'
import type { FooterFacts, ParagraphFacts, SectionFacts } from './wordFacts'

/** The line with the page number; its sign is #. */
function numberLine(footer: FooterFacts | null): ParagraphFacts | null {
  return footer?.paragraphs.find(({ text }) => text.includes('#')) ?? null
}

interface Numbers {
  readonly section: SectionFacts
  readonly odd: ParagraphFacts | null
  readonly even: ParagraphFacts | null
}

/** The numbers of the first portrait section that has any. */
function numbersOf({ facts, section }: Subject): Numbers {
  const own = facts.sections.find((each) => each.height >= each.width && numberLine(each.footers.odd) !== null) ?? section
  return { section: own, odd: numberLine(own.footers.odd), even: facts.hasEvenFooters ? numberLine(own.footers.even) : null }
}

function each(subject: Subject, right: string, wrong: (line: ParagraphFacts, side: 'odd' | 'even') => string | null): Finding {
  const { odd, even } = numbersOf(subject)
  const lines = [...(odd === null ? [] : [[odd, 'odd'] as const]), ...(even === null ? [] : [[even, 'even'] as const])]
  if (lines.length === 0) return byHand('没有页码，见第一项')
  for (const [line, side] of lines) {
    const found = wrong(line, side)
    if (found !== null) return deviates(lines.length > 1 ? `${side === 'odd' ? '单页' : '双页'}${found}` : found)
  }
  return pass(right)
}

function judgePresence(subject: Subject): Finding {
  const { facts } = subject
  const { odd, even, section } = numbersOf(subject)
  if (odd === null) return deviates(facts.sections.some((one) => one.headers.odd?.hasPageNumber === true) ? '页码在页眉里' : '没有页码')
  if (facts.hasEvenFooters && even === null) return deviates('双页没有页码')
  if (section.hasFirstPage && numberLine(section.footers.first) === null && !subject.isLetter) return deviates('首页没有页码')
  return pass('有页码')
}

const lineMarks = '—―─'

function judgeForm(subject: Subject): Finding {
  return each(subject, '— 1 —', (line) => {
    const text = line.text.trim()
    const bare = text.replace(/\s/g, '')
    if (new RegExp(`^[${lineMarks}]#[${lineMarks}]$`).test(bare)) return null
    return `写作“${text.replace('#', '1')}”，数字左右不是各一条一字线`
  })
}

function judgeDigits(subject: Subject): Finding {
  const wrong = subject.facts.sections.find(({ numberFormat }) => numberFormat !== 'decimal')
  return wrong === undefined ? pass('阿拉伯数字') : deviates(`编号格式为 ${wrong.numberFormat}`)
}

function judgeFont(subject: Subject): Finding {
  return each(subject, '宋体', (line) => {
    const run = line.runs.find(({ text }) => text.includes('#'))
    return run === undefined || isFamily(run.roman, 'song') ? null : `为 ${run.roman === '' ? '未指定字体' : run.roman}`
  })
}

function judgeSize(subject: Subject): Finding {
  return each(subject, '4号（14 磅）', (line) => {
    const run = line.runs.find(({ text }) => text.includes('#'))
    return run === undefined || isSize(run.size, '4号') ? null : `为 ${sizeText(run.size)}`
  })
}

const unit = 280

function isCentred({ align, isFramed }: ParagraphFacts): boolean {
  return align === 'center' && !isFramed
}

function judgeSide(subject: Subject, side: 'odd' | 'even'): Finding {
  const numbers = numbersOf(subject)
  const line = side === 'odd' ? numbers.odd : numbers.even
  if (numbers.odd === null) return byHand('没有页码，见第一项')
  if (line === null) return subject.facts.hasEvenFooters ? byHand('没有双页页码，见第一项') : deviates('没有分单双页')
  if (isCentred(line)) return subject.choices.pageNumberPlace === 'centre' ? pass('居中（本单位的规定）') : deviates('居中')
  if (line.isFramed) return byHand('在图文框里，请看位置')
  const wanted = side === 'odd' ? 'right' : 'left'
  const align = line.align === 'right' ? 'right' : 'left'
  if (align !== wanted) return deviates(align === 'right' ? '居右' : '居左')
  const blanks = wanted === 'right' ? /[\u3000]+$/.exec(line.text)?.[0].length ?? 0 : /^[\u3000]+/.exec(line.text)?.[0].length ?? 0
  const free = inCharacters(line.indent[wanted], unit) + blanks + (wanted === 'left' ? inCharacters(line.indent.first, unit) : 0)
  return verdict(Math.abs(free - 1) <= 0.35, `居${wanted === 'right' ? '右' : '左'}空 ${characterText(free)}`)
}

/** From the lower edge of the text area to the middle of the line of the number. */
function judgeDistance(subject: Subject): Finding {
  const { section, odd } = numbersOf(subject)
  if (odd === null) return byHand('没有页码，见第一项')
  if (odd.isFramed) return byHand('在图文框里，请量')
  const paragraphs = section.footers.odd?.paragraphs ?? []
  const at = paragraphs.indexOf(odd)
  const below = paragraphs.slice(at + 1).reduce((sum, each) => sum + lineHeight(each, section) + each.before + each.after, 0)
  const distance = section.margins.bottom - section.footerDistance - below - odd.after - lineHeight(odd, section) / 2
  if (!isAbout(section.margins.bottom, 35, 1) && !isAbout(distance, 7, 1)) return byHand(`约 ${millimetreText(distance)}；版心改正后再看`)
  // A footer 28 mm from the edge is widely held to be 7 mm below the text: where the dash then stands hangs on the program.
  if (!isAbout(distance, 7, 1) && isAbout(section.margins.bottom - section.footerDistance, 7, 1)) return byHand(`页脚距下页边 ${millimetreText(section.footerDistance)}，一字线约在版心下 ${millimetreText(distance)}，请量`)
  return verdict(isAbout(distance, 7, 1), `约 ${millimetreText(distance)}`)
}

function judgeContinuity({ facts: { sections } }: Subject): Finding {
  const wrong = sections.findIndex(({ numberStart }, index) => numberStart !== null && (index === 0 ? numberStart !== 1 : true))
  return wrong === -1 ? pass('连续编排') : deviates(`第 ${wrong + 1} 节从 ${sections[wrong]?.numberStart ?? 1} 起编`)
}

function judgeLandscape({ facts: { sections } }: Subject): Finding {
  return sections.some(({ width, height }) => width > height) ? byHand('有横排页，请看页码是否与其他页一致，单页表头在订口一边、双页在切口一边') : absent
}

function judgeLetter(subject: Subject): Finding {
  return subject.isLetter ? byHand('有双线，请量：上线在标志下 4 mm，下线距下页边 20 mm，线长 170 mm') : absent
}

function judgeLetterFirstPage(subject: Subject): Finding {
  if (!subject.isLetter) return absent
  const { section } = numbersOf(subject)
  return verdict(section.hasFirstPage && numberLine(section.footers.first) === null, section.hasFirstPage ? '首页不显示页码' : '首页显示页码')
}

function judgeAttendance(subject: Subject): Finding {
  const lines = subject.of('attendance')
  if (lines.length === 0) return absent
  const wrong = lines.find(({ text }) => !/^(出席|请假|列席|缺席)：/.test(text))
  return wrong === undefined ? pass('标签后有全角冒号') : deviates(quote(wrong.text))
}

export const clausesNumbers: readonly Clause[] = [
  { clause: '7.5', item: '页码', required: '编排页码', judge: judgePresence },
  { clause: '7.5', item: '页码的写法', required: '数字左右各放一条一字线', judge: judgeForm },
  { clause: '7.5', item: '页码的数字', required: '半角阿拉伯数字', judge: judgeDigits },
  { clause: '7.5', item: '页码的字体', required: '一般用宋体', judge: judgeFont },
  { clause: '7.5', item: '页码的字号', required: '4号', judge: judgeSize },
  { clause: '7.5', item: '单页码的位置', required: '居右空一字', judge: (subject) => judgeSide(subject, 'odd') },
  { clause: '7.5', item: '双页码的位置', required: '居左空一字', judge: (subject) => judgeSide(subject, 'even') },
  { clause: '7.5', item: '页码与版心的距离', required: '一字线上距版心下边缘 7 mm', judge: judgeDistance },
  { clause: '7.5', item: '页码连续', required: '附件与正文的页码连续编排', judge: judgeContinuity },
  { clause: '8', item: '横排表格', required: '页码位置与其他页一致，单页表头在订口一边，双页表头在切口一边', judge: judgeLandscape },
  { clause: '9', item: '计量单位、标点和数字', required: '按国家标准使用', judge: () => byHand('请用校对查看') },
  { clause: '10.1', item: '信函的双线', required: '上粗下细、上细下粗的红色双线，长 170 mm', judge: judgeLetter },
  { clause: '10.1', item: '信函首页', required: '首页不显示页码', judge: judgeLetterFirstPage },
  { clause: '10.3', item: '纪要的出席、请假、列席', required: '标签后标全角冒号，回行与冒号后首字对齐', judge: judgeAttendance },
]

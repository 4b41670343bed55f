/** 7.4: 版记. All of it may be absent, as on material without a red head. */
import { judgeDateForm } from './clausesEnd'
import { absent, byHand, deviates, eachLine, familiesOf, pass, quote, verdict, wrongFamily, wrongSize, type Clause, type Finding } from './findings'
import { firstLineOf, inCharacters, characterText } from './measures'
import type { Line } from './roles'
import type { Subject } from './subject'
import type { RuleFacts } from './wordFacts'

const endRoles = ['addresseeBelow', 'copies', 'printer'] as const
const small = 280

function all(subject: Subject): readonly Line[] {
  return subject.of(...endRoles)
}

/** The rules of 版记 from above to below: borders of its rows or paragraphs. */
function rules(subject: Subject): readonly (readonly RuleFacts[])[] {
  const lines = all(subject)
  const rows = lines.filter((line, index) => index === 0 || line.group !== lines[index - 1]?.group || line.row !== lines[index - 1]?.row || line.row === -1)
  return rows.flatMap((line, index) => [
    ...(line.above === null || (index > 0 && rows[index - 1]?.below !== null) ? [] : [[line.above]]), ...(line.below === null ? [] : [[line.below]]),
  ])
}

function judgeRules(subject: Subject): Finding {
  const lines = all(subject)
  if (lines.length === 0) return absent
  if (subject.isLetter) return pass('信函格式不加分隔线')
  const found = rules(subject)
  const drawn = subject.facts.blocks.flatMap((block) => (block.kind === 'box' && block.line !== null ? [block.line] : []))
  if (found.length === 0) return drawn.length > 0 ? byHand('分隔线是画的，请看位置') : deviates('没有分隔线')
  const expected = lines.some((line) => line.roles.includes('printer')) && lines.some((line) => !line.roles.includes('printer')) ? 3 : 2
  return verdict(found.length >= expected, `${found.length} 条`)
}

/** 1/8 pt; 0.35 mm is 1 pt, 0.25 mm is 0.75 pt. */
function judgeWeights(subject: Subject): Finding {
  const found = rules(subject).flatMap(([rule]) => rule ?? [])
  if (found.length === 0 || subject.isLetter) return absent
  const text = found.map(({ weight }) => `${((weight / 8 / 72) * 25.4).toFixed(2)} mm`).join('、')
  const ends = [found[0], found[found.length - 1]]
  const middle = found.slice(1, -1)
  return verdict(ends.every((rule) => rule !== undefined && Math.abs(rule.weight - 8) <= 1) && middle.every(({ weight }) => Math.abs(weight - 6) <= 1), text)
}

function judgeOrder(subject: Subject): Finding {
  const lines = all(subject)
  const rank = (line: Line): number => endRoles.findIndex((role) => line.roles.includes(role))
  const wrong = lines.find((line, index) => index > 0 && rank(line) < rank(lines[index - 1] ?? line))
  return lines.length === 0 ? absent : verdict(wrong === undefined, wrong === undefined ? lines.map((line) => quote(line.text)).join('、') : `${quote(wrong.text)}在印发机关之后`)
}

function judgeFree(subject: Subject, lines: readonly Line[]): Finding {
  return eachLine(lines, '左右各空一字', (line) => {
    const left = firstLineOf(line.paragraph, small)
    const right = inCharacters(line.paragraph.indent.right, small)
    // In a table the cell has margins of its own, and a right half is set against its right edge.
    if (line.cell > 0 || line.paragraph.align === 'right') return null
    if (line.where === 'table') return left >= -0.1 && left < 2 ? null : `左空 ${characterText(left)}`
    if (Math.abs(left - 1) > 0.35) return `左空 ${characterText(left)}`
    return line.paragraph.text.includes('\t') || Math.abs(right - 1) <= 0.35 || subject.isLetter ? null : `右空 ${characterText(right)}`
  })
}

function judgePrinter(lines: readonly Line[]): Finding {
  if (lines.length === 0) return absent
  const whole = lines.map(({ text }) => text).join('')
  return verdict(/印\s*发$/.test(whole), /印\s*发$/.test(whole) ? '日期后有“印发”' : '日期后没有“印发”二字')
}

function judgeStop(subject: Subject): Finding {
  const lines = subject.of('copies')
  return eachLine(lines.filter((_, index) => index === lines.length - 1), '句号', ({ text }) => (/。$/.test(text) ? null : '最后一个抄送机关后没有句号'))
}

function isTypeWrong(line: Line): string | null {
  return wrongFamily(familiesOf(line), ['fang']) ?? wrongSize(line, '4号')
}

function judgePlace(subject: Subject): Finding {
  const lines = all(subject)
  if (lines.length === 0) return absent
  const last = lines[lines.length - 1]
  const after = subject.lines.slice(last === undefined ? 0 : subject.lines.indexOf(last) + 1).find((line) => line.text !== '' && !line.roles.includes('mark'))
  return after === undefined ? byHand('在文末，请看末条分隔线是否与最后一面的版心下边缘重合') : deviates(`后面还有${quote(after.text)}`)
}

export const clausesEndBlock: readonly Clause[] = [
  { clause: '7.4.1', item: '版记中的分隔线', required: '首条、末条和要素之间有分隔线，与版心等宽', judge: judgeRules },
  { clause: '7.4.1', item: '版记分隔线的粗细', required: '首条和末条推荐 0.35 mm，中间推荐 0.25 mm', judge: judgeWeights },
  { clause: '7.4.1', item: '版记的位置', required: '最后一面，末条分隔线与版心下边缘重合', judge: judgePlace },
  { clause: '7.4', item: '版记的顺序', required: '抄送机关在上，印发机关和印发日期在下', judge: judgeOrder },
  { clause: '7.4.2', item: '抄送机关的字体', required: '4号仿宋', judge: (subject) => eachLine(subject.of('copies', 'addresseeBelow'), '4号仿宋', isTypeWrong) },
  { clause: '7.4.2', item: '抄送机关的位置', required: '左右各空一字', judge: (subject) => judgeFree(subject, subject.of('copies', 'addresseeBelow')) },
  { clause: '7.4.2', item: '抄送机关的写法', required: '“抄送”二字后加全角冒号', judge: (subject) => eachLine(subject.of('copies'), '抄送：', ({ text }) => (/^抄送：/.test(text.replace(/\s/g, '')) ? null : '没有写成“抄送：”')) },
  { clause: '7.4.2', item: '抄送机关后的标点', required: '最后一个抄送机关名称后标句号', judge: judgeStop },
  { clause: '7.4.3', item: '印发机关和印发日期的字体', required: '4号仿宋', judge: (subject) => eachLine(subject.of('printer'), '4号仿宋', isTypeWrong) },
  { clause: '7.4.3', item: '印发机关和印发日期的位置', required: '印发机关左空一字，印发日期右空一字', judge: (subject) => judgeFree(subject, subject.of('printer')) },
  { clause: '7.4.3', item: '印发日期的数字', required: '阿拉伯数字，年份标全称，月、日不编虚位', judge: (subject) => judgeDateForm(subject.of('printer').filter(({ text }) => /年/.test(text)), absent) },
  { clause: '7.4.3', item: '印发日期后的“印发”', required: '后加“印发”二字', judge: (subject) => judgePrinter(subject.of('printer')) },
]

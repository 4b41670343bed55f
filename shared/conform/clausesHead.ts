/** 7.2: 版头. All of it may be absent, as on material without a red head. */
import { absent, byHand, deviates, eachLine, judgeFont, judgeSize, pass, quote, verdict, wrongFamily, wrongSize, familiesOf, type Clause, type Finding } from './findings'
import { documentNumberShape, isRed, isRedColor } from './headRoles'
import { characterText, placementOf } from './measures'
import type { Line } from './roles'
import { isFree, linesAbove, linesText } from './spacing'
import { lineWidthOf, type Subject } from './subject'

function flushLeft(subject: Subject, lines: readonly Line[]): Finding {
  return eachLine(lines, '顶格', (line) => {
    const place = placementOf(line.paragraph, lineWidthOf(subject, line.paragraph), subject.unit)
    return line.where !== 'body' || line.paragraph.isFramed || place === null || place.left < 0.3 ? null : `左空 ${characterText(place.left)}`
  })
}

/** The text of 发文字号 without what stands beside it on its line. */
function numberText(line: Line): string {
  return line.text.split(/签\s*发\s*人/)[0]?.split(/\u3000+|\s{2,}/)[0]?.trim() ?? ''
}

function judgeNumberForm(lines: readonly Line[]): Finding {
  return eachLine(lines, lines[0] === undefined ? '' : numberText(lines[0]), (line) => {
    const text = numberText(line)
    if (/^第\s*\d+\s*[号期]$/.test(text)) return /^第0/.test(text) ? `“${text}”编了虚位` : null
    const match = documentNumberShape.exec(text)
    if (match === null) return null
    const [, , opening = '', year = '', closing = '', ordinal = '', number = ''] = match
    const faults = [
      ...(year.length === 4 ? [] : ['年份没有标全称']), ...(opening === '〔' && closing === '〕' ? [] : ['年份没有用六角括号〔〕括入']),
      ...(ordinal === '' ? [] : ['加了“第”字']), ...(number.startsWith('0') ? ['编了虚位'] : []),
    ]
    return faults.length === 0 ? null : `“${text}”${faults.join('，')}`
  })
}

function judgeNumberPlace(subject: Subject): Finding {
  const [line] = subject.of('documentNumber')
  if (line === undefined) return absent
  const place = placementOf(line.paragraph, lineWidthOf(subject, line.paragraph), subject.unit)
  const hasSigners = subject.of('signers').length > 0
  if (line.where !== 'body') return byHand('在表格或文本框里，请看位置')
  if (subject.isLetter) return pass('信函格式，见 10.1')
  if (hasSigners) {
    const left = (line.paragraph.indent.left.characters ?? line.paragraph.indent.left.twips / subject.unit * 100) / 100 + (line.paragraph.indent.first.characters ?? line.paragraph.indent.first.twips / subject.unit * 100) / 100 + (line.paragraph.text.length - line.paragraph.text.trimStart().length)
    return verdict(Math.abs(left - 1) < 0.4, `有签发人，左空 ${characterText(left)}`)
  }
  if (line.paragraph.align === 'center' || (place !== null && Math.abs(place.left - place.right) < 1)) return pass('居中')
  return deviates(place === null ? '没有居中' : `没有居中：左空 ${characterText(place.left)}，右空 ${characterText(place.right)}`)
}

function judgeLinesAboveNumber(subject: Subject): Finding {
  const [line] = subject.of('documentNumber', 'signers')
  if (line === undefined || line.where !== 'body' || subject.isLetter) return line === undefined ? absent : byHand('请看位置')
  if (subject.of('mark').length === 0) return byHand('没有认出发文机关标志，请看空行')
  const free = linesAbove(subject, line)
  return verdict(isFree(free, 2), linesText(free))
}

function judgeSecrecyForm(lines: readonly Line[]): Finding {
  return eachLine(lines, lines[0]?.text ?? '', ({ text }) => (/^(绝密|机密|秘密)(★(\d{1,2}(年|个月|月)|长期))?$/.test(text.replace(/\s/g, '')) ? null
    : /[一二三四五六七八九十]+年/.test(text) ? '保密期限没有用阿拉伯数字' : '没有写成“密级★期限”'))
}

function judgeOrder(subject: Subject): Finding {
  const found = subject.of('copyNumber', 'secrecy', 'urgency')
  if (found.length < 2) return found.length === 0 ? absent : pass('只有一项')
  const rank = (line: Line): number => (['copyNumber', 'secrecy', 'urgency'] as const).findIndex((role) => line.roles.includes(role))
  const isOrdered = found.every((line, index) => index === 0 || rank(line) > rank(found[index - 1] ?? line))
  return verdict(isOrdered, found.map((line) => line.text).join('、'))
}

function judgeSigners(subject: Subject): Finding {
  const lines = subject.of('signers')
  return eachLine(lines, '“签发人”仿宋，姓名楷体', (line) => {
    const raw = line.paragraph.text
    const label = /签\s*发\s*人\s*[：:]?/.exec(raw)
    const from = label === null ? Math.max(0, raw.search(/[\t\u3000][^\t\u3000]*$/)) : label.index + label[0].length
    const names = wrongFamily(familiesOf(line, label === null && !line.roles.includes('documentNumber') ? 0 : from), ['kai'])
    const own = label === null ? null : wrongFamily(familiesOf(line, label.index, from), ['fang'])
    return names !== null ? `姓名为${names}` : own === null ? null : `“签发人”为${own}`
  })
}

/** Red lines of 版头: a border of a paragraph or a table, or a drawn line. */
function redRules(subject: Subject): readonly { readonly color: string; readonly weight: number }[] {
  const first = subject.lines.findIndex((line) => line.roles.includes('title') || line.roles.includes('body'))
  const borders = subject.lines.slice(0, first === -1 ? 0 : first).flatMap(({ above, below }) => [above, below]).flatMap((rule) => rule ?? [])
  const drawn = subject.facts.blocks.flatMap((block) => (block.kind === 'box' && block.line !== null ? [block.line] : []))
  return [...borders, ...drawn]
}

function judgeRule(subject: Subject, judge: (rule: { readonly color: string; readonly weight: number }) => Finding): Finding {
  if (subject.of('documentNumber').length === 0 || subject.isLetter) return absent
  const rules = redRules(subject)
  const rule = rules.find((each) => isRedColor(each.color)) ?? rules[0]
  if (rule === undefined) return byHand('文件里没有分隔线，请看是否用已印好红头的纸')
  return judge(rule)
}

export const clausesHead: readonly Clause[] = [
  { clause: '7.2.1', item: '份号', required: '一般用6位3号阿拉伯数字', judge: (subject) => eachLine(subject.of('copyNumber'), subject.of('copyNumber')[0]?.text ?? '', (line) => (!/^\d{6}$/.test(line.text) ? `“${line.text}”不是6位数字` : wrongSize(line, '3号'))) },
  { clause: '7.2.1', item: '份号位置', required: '顶格编排在版心左上角第一行', judge: (subject) => flushLeft(subject, subject.of('copyNumber')) },
  { clause: '7.2.2', item: '密级和保密期限的字体', required: '3号黑体', judge: (subject) => eachLine(subject.of('secrecy'), '3号黑体', (line) => wrongFamily(familiesOf(line), ['hei']) ?? wrongSize(line, '3号')) },
  { clause: '7.2.2', item: '密级和保密期限的写法', required: '密级★期限，期限数字用阿拉伯数字', judge: (subject) => judgeSecrecyForm(subject.of('secrecy')) },
  { clause: '7.2.2', item: '密级位置', required: '顶格编排在版心左上角第二行', judge: (subject) => flushLeft(subject, subject.of('secrecy')) },
  { clause: '7.2.3', item: '紧急程度的字体', required: '3号黑体', judge: (subject) => eachLine(subject.of('urgency'), '3号黑体', (line) => wrongFamily(familiesOf(line), ['hei']) ?? wrongSize(line, '3号')) },
  { clause: '7.2.3', item: '紧急程度的写法', required: '特急或加急，顶格编排在版心左上角', judge: (subject) => {
    const wrong = subject.of('urgency').find((line) => !/^(特急|加急|特提|平急)$/.test(line.text.replace(/\s/g, '')))
    return wrong === undefined ? flushLeft(subject, subject.of('urgency')) : deviates(quote(wrong.text))
  } },
  { clause: '7.2.3', item: '份号、密级、紧急程度的顺序', required: '按份号、密级和保密期限、紧急程度的顺序自上而下分行排列', judge: judgeOrder },
  { clause: '7.2.4', item: '发文机关标志的颜色', required: '红色', judge: (subject) => eachLine(subject.of('mark'), '红色', (line) => (line.paragraph.runs.every((run) => run.text.trim() === '' || isRed(run)) ? null : '不是红色')) },
  { clause: '7.2.4', item: '发文机关标志的字体', required: '推荐使用小标宋体字', judge: (subject) => judgeFont(subject.of('mark'), 'displaySong') },
  { clause: '7.2.4', item: '发文机关标志的位置', required: '居中排布', judge: (subject) => eachLine(subject.of('mark'), '居中', (line) => (line.paragraph.align === 'center' || line.paragraph.align === 'distribute' || line.where !== 'body' || line.paragraph.isFramed ? null : '没有居中')) },
  { clause: '7.2.4', item: '发文机关标志与版心上边缘的距离', required: '35 mm', judge: (subject) => (subject.of('mark').length === 0 ? absent : byHand('随打印字体而变，请量')) },
  { clause: '7.2.5', item: '发文字号的写法', required: '机关代字、〔年份〕、顺序号；年份标全称，不编虚位，不加“第”字', judge: (subject) => judgeNumberForm(subject.of('documentNumber')) },
  { clause: '7.2.5', item: '发文字号的字体', required: '3号仿宋', judge: (subject) => eachLine(subject.of('documentNumber'), '3号仿宋', (line) => wrongFamily(familiesOf(line, 0, numberEnd(line)), ['fang']) ?? wrongSize(line, '3号')) },
  { clause: '7.2.5', item: '发文字号的位置', required: '居中；有签发人时居左空一字', judge: judgeNumberPlace },
  { clause: '7.2.5', item: '发文字号上方的空行', required: '发文机关标志下空二行', judge: judgeLinesAboveNumber },
  { clause: '7.2.6', item: '签发人的字体', required: '“签发人”3号仿宋，姓名3号楷体', judge: judgeSigners },
  { clause: '7.2.6', item: '签发人的写法', required: '“签发人”三字加全角冒号', judge: (subject) => eachLine(subject.of('signers').filter(({ text }) => /签\s*发\s*人/.test(text)), '签发人：', ({ text }) => (/签发人：/.test(text) ? null : '“签发人”后不是全角冒号')) },
  { clause: '7.2.6', item: '签发人的字号', required: '3号', judge: (subject) => judgeSize(subject.of('signers'), '3号') },
  { clause: '7.2.7', item: '版头分隔线的颜色', required: '红色', judge: (subject) => judgeRule(subject, ({ color }) => verdict(isRedColor(color), isRedColor(color) ? '红色' : `#${color}`)) },
  { clause: '7.2.7', item: '版头分隔线的位置', required: '发文字号之下 4 mm，与版心等宽', judge: (subject) => judgeRule(subject, () => byHand('随打印而变，请量')) },
]

function numberEnd(line: Line): number {
  const raw = line.paragraph.text
  const at = raw.search(/签\s*发\s*人|\t/)
  return at <= 0 ? raw.length : at
}

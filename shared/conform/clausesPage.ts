/** Chapters 4 to 6: paper, text area, type, lines, colour, making. */
import { absent, byHand, deviates, familiesOf, pass, quote, verdict, wrongFamily, wrongSize, type Clause, type Finding } from './findings'
import { isRedColor } from './headRoles'
import { isAbout, lineHeight, millimetreText, pointText, textAreaOf } from './measures'
import type { Line } from './roles'
import { longestRun, most, pitchOf, type Subject } from './subject'
import type { SectionFacts } from './wordFacts'

const isUpright = (section: SectionFacts): boolean => section.height >= section.width

/** The first section in portrait that is otherwise than wanted, or the first of all. */
function judgeSections({ facts }: Subject, isRight: (section: SectionFacts) => boolean, found: (section: SectionFacts) => string): Finding {
  const upright = facts.sections.filter(isUpright)
  const [first] = upright
  if (first === undefined) return byHand('全部是横排页，请量版心')
  const wrong = upright.find((section) => !isRight(section))
  return wrong === undefined ? pass(found(first)) : deviates(`${found(wrong)}${upright.length > 1 ? `（第 ${facts.sections.indexOf(wrong) + 1} 节）` : ''}`)
}

function isA4(section: SectionFacts): boolean {
  const [short, long] = [Math.min(section.width, section.height), Math.max(section.width, section.height)]
  return isAbout(short, 210, 1) && isAbout(long, 297, 1)
}

/** Wider margins with looser lines, so that the characters themselves begin at 37 mm: half of what is free in a line belongs to the margin. */
function isVisual(subject: Subject, section: SectionFacts): boolean {
  const pitch = subject.linePitch
  if (pitch === null || pitch < 586 || pitch > 600) return false
  const free = (pitch - 320) / 2
  return isAbout(section.margins.top + free, 37, 1) && isAbout(section.margins.bottom + free, 35, 1)
}

function inner(section: SectionFacts): number {
  return section.margins.left + section.margins.gutter
}

/** Whether margins or paper are wrong: then the number of lines and characters follows from that, and is told there. */
function isAreaRight(subject: Subject): boolean {
  const { section } = subject
  const area = textAreaOf(section)
  return isA4(section) && isAbout(area.width, 156, 1) && (isAbout(area.height, 225, 1) || isVisual(subject, section))
}

const standardArea = { width: 8845, height: 12756 }

function bodyLines(subject: Subject): readonly Line[] {
  return subject.of('body', 'heading').filter((line) => line.where === 'body')
}

function judgeLines(subject: Subject): Finding {
  const { linePitch } = subject
  if (linePitch === null) return byHand('没有正文，无法计算')
  const area = textAreaOf(subject.section)
  const lines = Math.floor((area.height + 1) / linePitch)
  const text = `行距 ${pointText(linePitch)}，每面 ${lines} 行`
  if (lines === 22 || (isVisual(subject, subject.section) && lines >= 21)) return pass(text)
  return !isAreaRight(subject) && Math.floor(standardArea.height / linePitch) === 22 ? byHand(`${text}；版心改正后再看`) : deviates(text)
}

function judgeCharacters(subject: Subject): Finding {
  const { pitch } = subject
  if (pitch === null) return byHand('没有正文，无法计算')
  const count = (width: number): number => Math.floor((width + 2) / pitch)
  const characters = count(textAreaOf(subject.section).width)
  const text = `每字 ${pointText(pitch)}，每行 ${characters} 字`
  if (characters === 28) return pass(text)
  // A wrong size of the type is told where the size is asked.
  const size = subject.of('body').flatMap((line) => line.paragraph.runs)[0]?.size ?? 32
  if (size !== 32 && Math.floor((standardArea.width + 2) / (pitch + (32 - size) * 10)) === 28) return byHand(`${text}；字号改正后再看`)
  return !isAreaRight(subject) && count(standardArea.width) === 28 ? byHand(`${text}；版心改正后再看`) : deviates(text)
}

function judgePitch(subject: Subject): Finding {
  const { linePitch } = subject
  const lines = bodyLines(subject)
  if (linePitch === null || lines.length === 0) return absent
  const heightOf = (line: Line): number => lineHeight(line.paragraph, subject.facts.sections[line.paragraph.section] ?? subject.section)
  const wrong = lines.filter((line) => line.paragraph.runs.length > 0 && Math.abs(heightOf(line) - linePitch) > 2)
  const [first] = wrong
  if (first !== undefined) return deviates(`多数为 ${pointText(linePitch)}，${quote(first.text)}为 ${pointText(heightOf(first))}（共 ${wrong.length} 段）`)
  const spaced = lines.filter((line) => line.paragraph.before + line.paragraph.after > 20)
  return spaced[0] === undefined ? pass(`各段均为 ${pointText(linePitch)}，段前段后无间距`)
    : deviates(`${quote(spaced[0].text)}段前 ${pointText(spaced[0].paragraph.before)}、段后 ${pointText(spaced[0].paragraph.after)}（共 ${spaced.length} 段）`)
}

function judgeSpacing(subject: Subject): Finding {
  const { pitch } = subject
  const lines = bodyLines(subject)
  if (pitch === null || lines.length === 0) return absent
  // A wrong size is told where the size is asked: here it is what is added to the characters.
  const added = (line: Line): number => Math.round(pitchOf(line.paragraph, subject.facts.sections[line.paragraph.section] ?? subject.section) - (longestRun(line.paragraph)?.size ?? 32) * 10)
  const usual = most(lines.map(added)) ?? 0
  const wrong = lines.filter((line) => Math.abs(added(line) - usual) > 2)
  return wrong[0] === undefined ? pass(`各段字距均加 ${pointText(usual)}`)
    : deviates(`${quote(wrong[0].text)}字距加 ${pointText(added(wrong[0]))}，多数加 ${pointText(usual)}（共 ${wrong.length} 段）`)
}

/** Most of the body: a single paragraph that deviates is told where the body is judged. */
function judgeDefaultType(subject: Subject): Finding {
  const body = subject.of('body')
  if (body.length === 0) return byHand('没有正文，无法判断')
  const isWrong = (line: Line): boolean => wrongFamily(familiesOf(line), ['fang'], 0.5) !== null || wrongSize(line, '3号') !== null
  const wrong = body.filter(isWrong)
  const [first] = wrong
  return first === undefined || wrong.length * 2 <= body.length ? pass('3号仿宋')
    : deviates(`正文多数为${wrongFamily(familiesOf(first), ['fang'], 0.5) ?? '仿宋'}${wrongSize(first, '3号') === null ? '' : `，${wrongSize(first, '3号') ?? ''}`}`)
}

const blacks = ['auto', '000000']

function judgeColor(subject: Subject): Finding {
  const footers = subject.facts.sections.flatMap(({ footers: { odd, even, first } }) => [odd, even, first]).flatMap((footer) => footer?.paragraphs ?? [])
  const paragraphs = [...subject.lines.filter((line) => !line.roles.includes('mark')).map((line) => line.paragraph), ...footers]
  const wrong = paragraphs.flatMap(({ runs }) => runs.filter((run) => run.text.trim() !== '' && !blacks.includes(run.color)))
  const [first] = wrong
  return first === undefined ? pass('黑色') : deviates(`${quote(first.text)}为${isRedColor(first.color) ? '红色' : '其他颜色'} #${first.color}（共 ${wrong.length} 处）`)
}

function judgeClean({ facts, lines }: Subject): Finding {
  const { changes, comments } = facts.met
  const shaded = lines.filter((line) => line.paragraph.runs.some((run) => run.isShaded && run.text.trim() !== ''))
  const found = [...(changes > 0 ? [`修订 ${changes} 处`] : []), ...(comments > 0 ? [`批注 ${comments} 条`] : []), ...(shaded[0] === undefined ? [] : [`${quote(shaded[0].text)}等 ${shaded.length} 处有底色`])]
  return found.length === 0 ? pass('没有修订、批注和底色') : deviates(found.join('，'))
}

function judgeHidden({ facts: { met } }: Subject): Finding {
  const found = [...(met.hidden > 0 ? [`隐藏文字 ${met.hidden} 字`] : []), ...(met.external > 0 ? [`外部引用 ${met.external} 处`] : []), ...(met.macros ? ['宏'] : [])]
  return verdict(found.length === 0, found.length === 0 ? '没有隐藏文字、外部引用和宏' : found.join('，'))
}

const millimetre = '±1 mm'

export const clausesPage: readonly Clause[] = [
  { clause: '4', item: '用纸质量', required: '60～80 g/m²的胶版或复印纸，白度 80%～90%，pH 7.5～9.5', judge: () => byHand('文件看不出，请看用纸') },
  {
    clause: '5.1', item: '纸张', required: 'A4：210 mm × 297 mm',
    judge: ({ facts: { sections } }) => {
      const wrong = sections.find((section) => !isA4(section)) ?? null
      const shown = wrong ?? sections[0]
      return shown === undefined ? byHand('没有页面设置') : verdict(wrong === null, `${millimetreText(shown.width)} × ${millimetreText(shown.height)}`)
    },
  },
  { clause: '5.2.1', item: '天头（上白边）', required: `37 mm ${millimetre}`, judge: (subject) => judgeSections(subject, (section) => isAbout(section.margins.top, 37, 1) || isVisual(subject, section), (section) => millimetreText(section.margins.top)) },
  { clause: '5.2.1', item: '订口（左白边）', required: `28 mm ${millimetre}`, judge: (subject) => judgeSections(subject, (section) => isAbout(inner(section), 28, 1), (section) => millimetreText(inner(section))) },
  {
    clause: '5.2.1', item: '版心宽度', required: '156 mm（右白边 26 mm）',
    judge: (subject) => judgeSections(subject, (section) => (isA4(section) ? isAbout(textAreaOf(section).width, 156, 1) : isAbout(section.margins.right, 26, 1)), (section) => `${millimetreText(textAreaOf(section).width)}（右白边 ${millimetreText(section.margins.right)}）`),
  },
  {
    clause: '5.2.1', item: '版心高度', required: '225 mm（下白边 35 mm）',
    judge: (subject) => judgeSections(subject, (section) => isVisual(subject, section) || (isA4(section) ? isAbout(textAreaOf(section).height, 225, 1) : isAbout(section.margins.bottom, 35, 1)), (section) => `${millimetreText(textAreaOf(section).height)}（下白边 ${millimetreText(section.margins.bottom)}）`),
  },
  { clause: '5.2.2', item: '字体和字号', required: '如无特殊说明，一般用3号仿宋体字', judge: judgeDefaultType },
  { clause: '5.2.3', item: '每面行数', required: '一般每面排 22 行', judge: judgeLines },
  { clause: '5.2.3', item: '每行字数', required: '一般每行排 28 个字', judge: judgeCharacters },
  { clause: '5.2.3', item: '行距一致', required: '正文各段行距相同，撑满版心', judge: judgePitch },
  { clause: '5.2.3', item: '字距一致', required: '正文各段字距相同，撑满版心', judge: judgeSpacing },
  { clause: '5.2.4', item: '文字颜色', required: '如无特殊说明，各要素均为黑色', judge: judgeColor },
  { clause: '6.1', item: '版面干净', required: '版面干净无底灰', judge: judgeClean },
  { clause: '6.1', item: '隐藏内容', required: '文件里没有看不见的文字、外部引用和宏', judge: judgeHidden },
  { clause: '6.2', item: '印刷', required: '双面印刷，页码套正，两面误差不超过 2 mm', judge: () => byHand('请看印出的文件') },
  { clause: '6.3', item: '装订', required: '左侧装订，不掉页，两页页码之间误差不超过 4 mm', judge: () => byHand('请看装订好的文件') },
]

import { describe, expect, it } from 'vitest'
import { sourceText } from '../../electron/import/sourceText'
import { readPlainText } from '../../electron/import/text/readPlainText'
import { countingIds } from '../../shared/base/ids'
import { textWidth } from '../../shared/base/textWidth'
import { firstUnit } from '../../shared/outline/joinLines'
import { parseReport } from '../../shared/outline/parseReport'
import type { ReportContent } from '../../shared/outline/reportContent'
import { blockText } from '../../shared/report/blockText'
import { officeTexts } from '../support/officeTexts'

type Lines = readonly string[]

const isPlain = (line: string, index: number): boolean => index > 1 && line.trim() !== '' && !/^\s|\t| {3}|[：:]$/.test(line)
const halved: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')', '！': '!' }
const everySeventh = (lines: Lines, number: (page: number) => Lines): Lines => lines.flatMap((line, index) => (index > 0 && index % 7 === 0 ? [...number(index / 7), line] : [line]))

/** What becomes of a text on its way through mail, web pages and old programs. */
const dirt: Readonly<Record<string, (lines: Lines) => Lines>> = {
  'as it is': (lines) => lines,
  'with indents': (lines) => lines.map((line, index) => (isPlain(line, index) ? `　　${line}` : line)),
  'with empty lines': (lines) => lines.flatMap((line) => [line, '', '']),
  'without empty lines': (lines) => lines.filter((line) => line.trim() !== ''),
  'with blanks at the ends': (lines) => lines.map((line) => `${line}   \r`),
  'with half-width marks': (lines) => lines.map((line) => line.replace(/[，：；（）！]/g, (mark) => halved[mark] ?? mark)),
  'with half-width full stops': (lines) => lines.map((line) => line.replace(/。/g, '.')),
  'with page numbers': (lines) => everySeventh(lines, (page) => [`— ${page} —`]),
  'with counted pages': (lines) => everySeventh(lines, (page) => ['', `第 ${page} 页 共 9 页`, '']),
  'with bare page numbers': (lines) => everySeventh(lines, (page) => [String(page)]),
  'as a web page': (lines) => ['首页 > 政务公开 > 通知公告', '发布时间：2025-03-12 09:12　来源：县水务局　浏览次数：123', '字体：【大 中 小】 打印 关闭', ...lines, '', '责任编辑：张三', '上一篇：没有了', '下一篇：没有了', '版权所有：清源县人民政府 鄂ICP备12345678号'],
  'with a red head and 版记': (lines) => ['清源县水务局文件', '清水发〔2025〕12号', '签发人：陈志远', '', ...lines, '抄送：县委办公室，县政府办公室。', '清源县水务局办公室　　　　　2025年3月12日印发', '（共印30份）'],
}

function facts({ title, addressee, blocks, attachments, signature, date }: ReportContent): unknown {
  const levels = blocks.flatMap((block) => (block.kind !== 'text' || (block.level === 0 && block.form !== 'heading') ? [] : [block.form === 'heading' ? 'p' : `${block.level}${block.form === 'clause' ? 'c' : ''}`]))
  return { title: title.join('\n').replace(/\(/g, '（').replace(/\)/g, '）'), addressee: addressee.replace(/,/g, '，'), levels: levels.join(' '), attachments, signature, date }
}

function read(lines: Lines): ReportContent {
  return parseReport(sourceText(readPlainText(new TextEncoder().encode(lines.join('\n')))), { newId: countingIds() }).content
}

/** The paragraphs, alike for half-width and full-width marks. */
const paragraphs = ({ blocks }: ReportContent): Lines => blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.join('|')) : block.kind === 'text' ? [blockText(block)] : [])).map((text) => text.replace(/。/g, '.').replace(/[，：；（）！]/g, (mark) => halved[mark] ?? mark))

function wrapped(paragraph: string, width: number): Lines {
  const lines: string[] = []
  let line = ''
  for (let rest = paragraph; rest !== '';) {
    const unit = firstUnit(rest)
    if (textWidth(line + unit) > width && line.trim() !== '') {
      lines.push(line)
      line = ''
    }
    line += unit
    rest = rest.slice(unit.length)
  }
  return [...lines, line]
}

describe.each(officeTexts.map((each) => [each.kind, each] as const))('%s', (_, { kind: _kind, lines, ...expected }) => {
  const clean = paragraphs(read(lines))
  it.each(Object.entries(dirt))('PARSE-41: %s', (_name, make) => {
    const content = read(make(lines))
    expect(facts(content)).toEqual(expected)
    expect(paragraphs(content)).toEqual(clean)
  })

  it('PARSE-41: wrapped at 24 to 34 字, its paragraphs indented', () => {
    for (const width of [24, 28, 31, 34]) {
      const parts = lines.map((line, index) => (isPlain(line, index) ? wrapped(`　　${line}`, width) : [line]))
      const breaks = parts.reduce((sum, part) => sum + part.length - 1, 0)
      const content = read(parts.flat())
      // Two or three lines are too few to tell a wrapped text from one that its writer parted.
      if (breaks >= 4) expect([width, facts(content), paragraphs(content)]).toEqual([width, expected, clean])
    }
  })
})

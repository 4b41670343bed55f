/** The sentences, headings and item leads of a report as phrases could have them: figures, years and names blanked (SPEC PHRASE-6). */
import { findEnumerations } from '../outline/findEnumerations'
import { leadLength } from '../outline/leadLength'
import { firstSentenceEnd, withoutClosing } from '../outline/sentences'
import { figureBlanks, replaced } from '../report/blankFigures'
import { runsText } from '../report/blockText'
import type { Report } from '../report/report'
import { headingCategory, placeCategories } from './phrasePlaces'

export interface PhrasePiece {
  readonly kind: 'sentence' | 'lead'
  readonly text: string
  readonly category: string
}

const longest = 120
const shortest = { sentence: 12, lead: 7 } as const
/** A sentence with more places to fill in than these tells figures, not words. */
const mostBlanks = 2

/** What a template tells the writer is no text of the unit's. */
const instruction = /（写/
const itemMarker = /^(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}[，,、：:]|其[一二三四五六七八九][，,、：:是]|[（(]\d{1,2}[）)])/
const person = /(?:[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏姜谢邹苏潘范彭马方任袁柳史唐雷贺汤罗毕郝安常于齐康余顾孟黄穆萧姚邵汪毛成戴宋庞熊纪项祝董梁杜贾江郭林钟徐邱骆高夏蔡田胡霍万柯卢丁邓洪石崔龚程陆段侯武刘龙叶黎乔白赖谭申冉温庄瞿阎易廖庾曾关]|某)[\u4e00-\u9fff]{1,2}(?:同志|局长|副局长|主任|书记|科长|股长|县长)/

/** All pieces of the report in printed order. Sentences of mere figures and with the names of people are left out. Linear in its length. */
export function phrasePieces(report: Report): readonly PhrasePiece[] {
  const categories = placeCategories(report.blocks)
  const names = unitNames(report)
  const pieces: PhrasePiece[] = []
  const take = (kind: PhrasePiece['kind'], raw: string, category: string): void => {
    const text = blanked(kind === 'lead' ? withoutClosing(raw.trim()) : raw.trim(), report.year, names)
    const blanks = text.split('XX').length - 1
    if (text.length < shortest[kind] || text.length > longest || blanks > mostBlanks || person.test(text) || instruction.test(text) || (kind === 'lead' && blanks > 0)) return
    pieces.push({ kind, text, category })
  }
  for (const block of report.blocks) {
    if (block.kind !== 'text') continue
    const text = runsText(block.runs)
    const head = leadLength(block)
    const category = categories.get(block.id) ?? headingCategory
    if (block.level >= 2 && head > 0) take('lead', text.slice(0, head), headingCategory)
    for (const { items } of findEnumerations(text)) {
      for (const { from, leadTo, marker } of items) if (leadTo > from) take('lead', text.slice(from + marker.length, leadTo), headingCategory)
    }
    if (block.level === 0 || head < text.length) for (const sentence of sentencesOf(text.slice(head))) take('sentence', sentence.replace(itemMarker, ''), category)
  }
  return pieces
}

function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  for (let rest = text; rest.trim() !== '';) {
    const end = firstSentenceEnd(rest) || rest.length
    sentences.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return sentences
}

/** The unit by its full name and without its county. */
function unitNames({ unit, signature }: Report): readonly string[] {
  const full = [...new Set([unit, ...signature])].filter((name) => name.length >= 4)
  return [...full, ...full.map((name) => name.replace(/^.{2,3}?(?=[县市区])/, '')).filter((name) => name.length >= 4)].sort((a, b) => b.length - a.length)
}

function blanked(text: string, year: number, names: readonly string[]): string {
  return names.reduce((shorter, name) => shorter.replaceAll(name, '我单位'), replaced(text, figureBlanks(text, year)))
}

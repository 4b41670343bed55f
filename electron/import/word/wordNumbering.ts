/** Numbers that Word makes itself, as the text that a reader of the page sees. */
import { createListCounter, noNumber, type CountedList, type CountedNumber, type ListLevel } from '../listCounter'
import { firstSaid } from '../firstSaid'
import type { WordStyles } from './wordStyles'
import { child, elements, flag, value, type XmlElement } from '../xmlTree'

interface WordLevel extends ListLevel {
  readonly style: string | null
  /** Indents of its paragraphs, and the look of its numbers. */
  readonly paragraph: XmlElement | null
  readonly run: XmlElement | null
}

export interface ListNumber extends CountedNumber {
  /** What the level of the list says about its paragraphs and the look of its numbers. */
  readonly paragraph?: XmlElement | null
  readonly run?: XmlElement | null
}

/** Gives the next number of a paragraph. */
export type NumberParagraph = (given: { readonly numId: string | null; readonly level: number | null; readonly style: string | null }) => ListNumber

/** Counters belong to the abstract list: lists that share it go on counting. */
export function createNumbering(part: XmlElement | null, styles: WordStyles): NumberParagraph {
  const lists = readLists(part)
  const count = createListCounter()
  return ({ numId, level, style }) => {
    const chain = styles.chain(style)
    const id = numId ?? firstSaid(chain, ({ list }) => list.numId)
    const list = id === null || id === '0' ? undefined : lists.get(id)
    if (id === null || list === undefined) return noNumber
    const at = level ?? firstSaid(chain, (each) => levelOfStyle(list, each.id)) ?? firstSaid(chain, (each) => each.list.level) ?? 0
    const rule = list.levels.get(at)
    return rule === undefined ? noNumber : { ...count(id, list, at), paragraph: rule.paragraph, run: rule.run }
  }
}

/** The level that a list keeps for a style. */
function levelOfStyle(list: CountedList<WordLevel>, style: string): number | null {
  for (const [level, rule] of list.levels) if (rule.style === style) return level
  return null
}

interface AbstractList {
  readonly id: string
  /** The style under which other lists name it, and the one under which it names another. */
  readonly styleLink: string | null
  readonly numStyleLink: string | null
  readonly levels: ReadonlyMap<number, WordLevel>
}

function readLists(part: XmlElement | null): ReadonlyMap<string, CountedList<WordLevel>> {
  const abstracts = new Map(elements(part).filter((each) => each.name === 'w:abstractNum').map((each) => {
    const id = each.attributes['w:abstractNumId'] ?? ''
    return [id, { id, styleLink: value(child(each, 'w:styleLink')), numStyleLink: value(child(each, 'w:numStyleLink')), levels: readLevels(each) } satisfies AbstractList] as const
  }))
  const byStyle = new Map([...abstracts.values()].map((each) => [each.styleLink, each]))
  const lists = new Map<string, CountedList<WordLevel>>()
  for (const number of elements(part).filter((each) => each.name === 'w:num')) {
    const abstractId = value(child(number, 'w:abstractNumId')) ?? ''
    const found = abstracts.get(abstractId)
    const abstract = found === undefined || found.numStyleLink === null ? found : byStyle.get(found.numStyleLink) ?? found
    const overrides = elements(number).filter((each) => each.name === 'w:lvlOverride')
    const own = abstract?.levels ?? new Map<number, WordLevel>()
    const levels = overrides.length === 0 ? own : new Map([...own, ...overrides.flatMap((each) => [...readLevels(each)])])
    const startOverrides = new Map(overrides.flatMap((each) => {
      const start = value(child(each, 'w:startOverride'))
      return start === null ? [] : [[whole(each.attributes['w:ilvl'], 0), whole(start, 1)] as const]
    }))
    lists.set(number.attributes['w:numId'] ?? '', { counters: abstract?.id ?? abstractId, levels, startOverrides })
  }
  return lists
}

function readLevels(parent: XmlElement): ReadonlyMap<number, WordLevel> {
  return new Map(elements(parent).filter((each) => each.name === 'w:lvl' && whole(each.attributes['w:ilvl'], 0) <= 8).map((each) => {
    const restart = value(child(each, 'w:lvlRestart'))
    return [whole(each.attributes['w:ilvl'], 0), {
      start: whole(value(child(each, 'w:start')), 1),
      format: formatOf(each),
      text: value(child(each, 'w:lvlText')) ?? '',
      isLegal: flag(each, 'w:isLgl') ?? false,
      restartAfter: restart === null ? null : whole(restart, 0),
      gap: value(child(each, 'w:suff')) === 'space' ? ' ' : '',
      style: value(child(each, 'w:pStyle')),
      paragraph: child(each, 'w:pPr'),
      run: child(each, 'w:rPr'),
    }] as const
  }))
}

/** A format of newer versions stands in a choice: `custom` with an example of its first numbers, 001, 002. */
function formatOf(level: XmlElement): string {
  const choice = child(level, 'mc:AlternateContent')
  const written = child(level, 'w:numFmt') ?? child(child(choice, 'mc:Choice'), 'w:numFmt')
  const format = value(written) ?? 'decimal'
  if (format !== 'custom') return format
  const zeros = /^(0*)1\s*,/.exec(written?.attributes['w:format'] ?? '')?.[1]?.length ?? 0
  return ['decimal', 'decimalZero', 'decimalZero3', 'decimalZero4', 'decimalZero5'][zeros] ?? 'decimal'
}

function whole(text: string | null | undefined, otherwise: number): number {
  const number = text === null || text === undefined ? Number.NaN : Number.parseInt(text, 10)
  return Number.isNaN(number) ? otherwise : Math.min(Math.max(number, 0), 32767)
}

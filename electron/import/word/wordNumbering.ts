/** Numbers that Word makes itself, as the text that a reader of the page sees. */
import { createListCounter, noNumber, type CountedList, type CountedNumber, type ListLevel } from '../listCounter'
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
    const ofStyle = styles.find(style, ({ list }) => (list.numId === null ? null : list))
    const id = numId ?? ofStyle?.numId ?? null
    const list = id === null || id === '0' ? undefined : lists.get(id)
    if (id === null || list === undefined) return noNumber
    const at = level ?? ofStyle?.level ?? [...list.levels].find(([, each]) => each.style !== null && each.style === style)?.[0] ?? 0
    const rule = list.levels.get(at)
    return rule === undefined ? noNumber : { ...count(id, list, at), paragraph: rule.paragraph, run: rule.run }
  }
}

function readLists(part: XmlElement | null): ReadonlyMap<string, CountedList<WordLevel>> {
  const abstracts = new Map(elements(part).filter((each) => each.name === 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]))
  const byStyle = new Map([...abstracts.values()].map((each) => [value(child(each, 'w:styleLink')), each]))
  const lists = new Map<string, CountedList<WordLevel>>()
  for (const number of elements(part).filter((each) => each.name === 'w:num')) {
    const abstractId = value(child(number, 'w:abstractNumId')) ?? ''
    const found = abstracts.get(abstractId)
    const linked = value(child(found ?? null, 'w:numStyleLink'))
    const abstract = linked === null ? found : byStyle.get(linked) ?? found
    const overrides = elements(number).filter((each) => each.name === 'w:lvlOverride')
    const levels = new Map([...readLevels(abstract ?? null), ...overrides.flatMap((each) => [...readLevels(each)])])
    const startOverrides = new Map(overrides.flatMap((each) => {
      const start = value(child(each, 'w:startOverride'))
      return start === null ? [] : [[Number(each.attributes['w:ilvl'] ?? 0), Number(start)] as const]
    }))
    lists.set(number.attributes['w:numId'] ?? '', { counters: abstract?.attributes['w:abstractNumId'] ?? abstractId, levels, startOverrides })
  }
  return lists
}

function readLevels(parent: XmlElement | null): ReadonlyMap<number, WordLevel> {
  return new Map(elements(parent).filter((each) => each.name === 'w:lvl').map((each) => {
    const restart = value(child(each, 'w:lvlRestart'))
    const suffix = value(child(each, 'w:suff'))
    return [Number(each.attributes['w:ilvl'] ?? 0), {
      start: Number(value(child(each, 'w:start')) ?? 1) || 0,
      format: value(child(each, 'w:numFmt')) ?? 'decimal',
      text: value(child(each, 'w:lvlText')) ?? '',
      isLegal: flag(each, 'w:isLgl') ?? false,
      restartAfter: restart === null ? null : Number(restart),
      gap: suffix === 'space' ? ' ' : '',
      style: value(child(each, 'w:pStyle')),
      paragraph: child(each, 'w:pPr'),
      run: child(each, 'w:rPr'),
    }] as const
  }))
}

/** Numbers that Word makes itself, as the text that a reader of the page sees. */
import { formatListNumber } from '../../../shared/outline/numeralFormats'
import type { WordStyles } from './wordStyles'
import { child, elements, flag, value, type XmlElement } from '../xmlTree'

interface ListLevel {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly isLegal: boolean
  readonly restartAfter: number | null
  readonly gap: string
  readonly style: string | null
  /** Indents of its paragraphs, and the look of its numbers. */
  readonly paragraph: XmlElement | null
  readonly run: XmlElement | null
}

interface List {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly startOverrides: ReadonlyMap<number, number>
}

export interface ListNumber {
  /** '' if it has none. */
  readonly label: string
  /** A list without numbers. */
  readonly isBullet: boolean
  /** What the level of the list says about its paragraphs and the look of its numbers. */
  readonly paragraph?: XmlElement | null
  readonly run?: XmlElement | null
}

/** Gives the next number of a paragraph. */
export type NumberParagraph = (given: { readonly numId: string | null; readonly level: number | null; readonly style: string | null }) => ListNumber

/** Counters belong to the abstract list: lists that share it go on counting. */
export function createNumbering(part: XmlElement | null, styles: WordStyles): NumberParagraph {
  const lists = readLists(part)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return ({ numId, level, style }) => {
    const ofStyle = styles.find(style, ({ list }) => (list.numId === null ? null : list))
    const id = numId ?? ofStyle?.numId ?? null
    const list = id === null || id === '0' ? undefined : lists.get(id)
    if (list === undefined) return { label: '', isBullet: false }
    const at = level ?? ofStyle?.level ?? [...list.levels].find(([, each]) => each.style !== null && each.style === style)?.[0] ?? 0
    const rule = list.levels.get(at)
    if (rule === undefined) return { label: '', isBullet: false }
    const values = counters.get(list.abstractId) ?? []
    counters.set(list.abstractId, values)
    const override = list.startOverrides.get(at)
    const key = `${id} ${at}`
    if (override !== undefined && !begun.has(key)) values[at] = override
    else values[at] = values[at] === undefined ? rule.start : (values[at] ?? 0) + 1
    begun.add(key)
    for (let deeper = at + 1; deeper <= 8; deeper += 1) {
      const restart = list.levels.get(deeper)?.restartAfter
      if (restart !== 0 && (restart === null || restart === undefined || at < restart)) values[deeper] = undefined
    }
    const { paragraph, run } = rule
    if (rule.format === 'bullet') return { label: '', isBullet: true, paragraph, run }
    return { label: labelOf(list, at, rule, values), isBullet: false, paragraph, run }
  }
}

function labelOf(list: List, at: number, rule: ListLevel, values: readonly (number | undefined)[]): string {
  const text = rule.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1
    const number = values[level] ?? list.levels.get(level)?.start ?? 1
    return formatListNumber(number, rule.isLegal ? 'decimal' : list.levels.get(level)?.format ?? 'decimal')
  })
  return text === '' ? '' : `${text}${rule.gap}`
}

function readLists(part: XmlElement | null): ReadonlyMap<string, List> {
  const abstracts = new Map(elements(part).filter((each) => each.name === 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]))
  const byStyle = new Map([...abstracts.values()].map((each) => [value(child(each, 'w:styleLink')), each]))
  const lists = new Map<string, List>()
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
    lists.set(number.attributes['w:numId'] ?? '', { abstractId: abstract?.attributes['w:abstractNumId'] ?? abstractId, levels, startOverrides })
  }
  return lists
}

function readLevels(parent: XmlElement | null): ReadonlyMap<number, ListLevel> {
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

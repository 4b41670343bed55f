/** Numbers of an OpenDocument text: of lists, and of headings by the style of the outline. */
import { formatOfExample } from '../../../shared/outline/numeralFormats'
import { createListCounter, noNumber, type CountedNumber, type ListLevel } from '../listCounter'
import { child, elements, type XmlElement } from '../xmlTree'

type Levels = ReadonlyMap<number, ListLevel>

/** One list, wherever its parts stand. */
export interface OdtList {
  readonly counters: string
  readonly style: string | null
}

export interface OdtLists {
  /** The list of a `text:list`; `style` is its own or that of its first paragraph. */
  readonly open: (element: XmlElement, style: string | null) => OdtList
  /** The next number in a list; `level` from 0. */
  readonly count: (list: OdtList, style: string | null, level: number, start: number | null) => CountedNumber
  /** The number of a heading that stands in no list. */
  readonly heading: (level: number, start: number | null) => CountedNumber
  /** The name of the style of the outline: a list of this style is the outline. */
  readonly outline: string
}

const mostLevels = 9

/** `sources` are groups of styles; what stands later wins. */
export function createOdtLists(sources: readonly (XmlElement | null)[]): OdtLists {
  const all = sources.flatMap(elements)
  const styles = new Map<string, Levels>(all.filter(({ name }) => name === 'text:list-style').map((element) => [element.attributes['style:name'] ?? '', readLevels(element)]))
  const outlineStyle = all.find(({ name }) => name === 'text:outline-style')
  const outlineName = outlineStyle?.attributes['style:name'] ?? 'Outline'
  const outlineLevels: Levels = outlineStyle === undefined ? new Map() : readLevels(outlineStyle)
  const next = createListCounter()
  const byId = new Map<string, OdtList>()
  const lastOfStyle = new Map<string, OdtList>()
  let made = 0
  const heading = (level: number, start: number | null): CountedNumber => next('outline', { counters: 'outline', levels: outlineLevels, startOverrides: new Map() }, level, start ?? undefined)
  return {
    outline: outlineName,
    heading,
    open: ({ attributes }, style) => {
      const continued = attributes['text:continue-list']
      const before = continued !== undefined ? byId.get(continued) : attributes['text:continue-numbering'] === 'true' ? lastOfStyle.get(style ?? '') : undefined
      made += before === undefined ? 1 : 0
      const list = before ?? { counters: `list ${made}`, style }
      byId.set(attributes['xml:id'] ?? attributes['text:id'] ?? '', list)
      lastOfStyle.set(style ?? '', list)
      return list
    },
    count: (list, style, level, start) => {
      if (level > mostLevels) return noNumber
      if (style === outlineName) return heading(level, start)
      const levels = styles.get(style ?? '')
      return levels === undefined ? noNumber : next(list.counters, { counters: list.counters, levels, startOverrides: new Map() }, level, start ?? undefined)
    },
  }
}

function readLevels(style: XmlElement): Levels {
  const found = elements(style).flatMap((element) => {
    const level = Number(element.attributes['text:level'] ?? 0) - 1
    return level >= 0 && level <= mostLevels ? [[level, element] as const] : []
  })
  const formats = new Map(found.map(([level, element]) => [level, formatOf(element)]))
  return new Map(found.map(([level, element]) => [level, {
    start: wholeOf(element.attributes['text:start-value']) ?? 1,
    format: formats.get(level) ?? 'none',
    text: textOf(element, level, formats),
    isLegal: false, restartAfter: null,
    gap: gapOf(element),
  }]))
}

function formatOf(element: XmlElement): string {
  return element.name.endsWith('-bullet') || element.name.endsWith('-image') ? 'bullet' : formatOfExample(element.attributes['style:num-format'] ?? '')
}

/** How the number is put together: as a whole, or as what stands before and behind, with the numbers of so many levels. */
function textOf({ attributes }: XmlElement, level: number, formats: ReadonlyMap<number, string>): string {
  const whole = attributes['style:num-list-format'] ?? attributes['loext:num-list-format']
  // A number that is made of no level is a mere mark.
  if (formats.get(level) === 'none' && !/%\d+%/.test(whole ?? '')) return ''
  if (whole !== undefined) return whole.replace(/%(\d+)%/g, (_, digits: string) => (Number(digits) <= 9 ? `%${Number(digits)}` : ''))
  const shown = Math.min(level + 1, Math.max(1, wholeOf(attributes['text:display-levels']) ?? 1))
  const numbers = Array.from({ length: shown }, (_, index) => level - shown + 1 + index).filter((each) => each === level || !['none', 'bullet'].includes(formats.get(each) ?? 'none'))
  return `${attributes['style:num-prefix'] ?? ''}${numbers.map((each) => `%${each + 1}`).join('.')}${attributes['style:num-suffix'] ?? ''}`
}

/** A blank between number and text is said only by newer files. */
function gapOf(element: XmlElement): string {
  return child(child(element, 'style:list-level-properties'), 'style:list-level-label-alignment')?.attributes['text:label-followed-by'] === 'space' ? ' ' : ''
}

/** A whole number from 0 on; null for anything else. */
export function wholeOf(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : null
}

/** Styles of an OpenDocument text: what paragraphs and characters get from their styles and from those above them. */
import { limits } from '../limits'
import { child, elements, type XmlElement } from '../xmlTree'

/** What a style says itself; null where it says nothing. Characters of Chinese text have a look of their own. */
export interface OdtStyle {
  readonly name: string
  /** As the user reads it. */
  readonly title: string
  /** Made by the program for a place in the text, not by the user. */
  readonly isAutomatic: boolean
  readonly parent: string | null
  /** '' switches numbering off. */
  readonly list: string | null
  readonly masterPage: string | null
  readonly alignment: string | null
  readonly breakBefore: string | null
  readonly breakAfter: string | null
  readonly look: OdtLook
  readonly asian: OdtLook
}

export interface OdtLook {
  readonly bold: boolean | null
  readonly italic: boolean | null
  readonly underline: boolean | null
  readonly hidden: boolean | null
  readonly font: string | null
  /** In half-points, or as a part of the size above. */
  readonly size: { readonly halfPoints: number } | { readonly part: number } | null
}

/** The style and those above it, the nearest first. */
export type StyleChain = readonly OdtStyle[]

export interface OdtStyles {
  readonly paragraph: (name: string | null) => StyleChain
  /** Of a piece of text alone. */
  readonly text: (name: string | null) => StyleChain
  readonly table: (name: string | null) => StyleChain
  readonly section: (name: string | null) => StyleChain
  readonly titles: readonly string[]
}

type Family = 'paragraph' | 'text' | 'table' | 'section'

/** `automatic` are those of the part that is read, which win over `common` ones; `faces` declare the fonts that they name. */
export function readOdtStyles(common: XmlElement | null, automatic: XmlElement | null, faces: readonly (XmlElement | null)[]): OdtStyles {
  const families = new Map(faces.flatMap(elements).map(({ attributes }) => [attributes['style:name'] ?? '', unquoted(attributes['svg:font-family'] ?? '')]))
  const readStyle = (element: XmlElement, isAutomatic: boolean): OdtStyle => styleOf(element, isAutomatic, families)
  const named = elements(common).filter(({ name }) => name === 'style:style').map((element) => [familyOf(element), readStyle(element, false)] as const)
  const own = elements(automatic).filter(({ name }) => name === 'style:style').map((element) => [familyOf(element), readStyle(element, true)] as const)
  const byName = new Map([...named, ...own].map(([family, style]) => [`${family} ${style.name}`, style]))
  const defaults = new Map(elements(common).filter(({ name }) => name === 'style:default-style').map((element) => [familyOf(element), readStyle(element, false)]))
  const chains = new Map<string, StyleChain>()
  const chainOf = (family: Family) => (name: string | null): StyleChain => {
    const key = `${family} ${name ?? ''}`
    const known = chains.get(key)
    if (known !== undefined) return known
    const chain: OdtStyle[] = []
    for (let style = byName.get(key); style !== undefined && chain.length < limits.chain; style = style.parent === null ? undefined : byName.get(`${family} ${style.parent}`)) chain.push(style)
    const last = defaults.get(family)
    const whole = last === undefined ? chain : [...chain, last]
    chains.set(key, whole)
    return whole
  }
  return { paragraph: chainOf('paragraph'), text: chainOf('text'), table: chainOf('table'), section: chainOf('section'), titles: named.map(([, { title }]) => title) }
}

function familyOf(element: XmlElement): string {
  return element.attributes['style:family'] ?? ''
}

function unquoted(family: string): string {
  return family.replace(/^'(.*)'$/, '$1').slice(0, limits.name)
}

type Families = ReadonlyMap<string, string>

function styleOf(element: XmlElement, isAutomatic: boolean, families: Families): OdtStyle {
  const { attributes } = element
  const lines = child(element, 'style:paragraph-properties') ?? child(element, 'style:table-properties')
  const text = child(element, 'style:text-properties')
  const name = (attributes['style:name'] ?? '').slice(0, limits.name)
  return {
    name, title: (attributes['style:display-name'] ?? titleOf(name)).slice(0, limits.name), isAutomatic,
    parent: attributes['style:parent-style-name'] ?? null,
    list: attributes['style:list-style-name'] ?? null,
    masterPage: attributes['style:master-page-name'] ?? null,
    alignment: lines?.attributes['fo:text-align'] ?? null,
    breakBefore: lines?.attributes['fo:break-before'] ?? null,
    breakAfter: lines?.attributes['fo:break-after'] ?? null,
    look: readLook(text, ['fo:font-weight', 'fo:font-style', 'fo:font-size'], families),
    asian: readLook(text, ['style:font-weight-asian', 'style:font-style-asian', 'style:font-size-asian'], families),
  }
}

/** `_20_` stands for a blank. What LibreOffice calls Standard is called Normal in Word, and in what LibreOffice makes of Word files. */
function titleOf(name: string): string {
  return name === 'Standard' ? 'Normal' : name.replace(/_([0-9a-f]{1,4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function readLook(text: XmlElement | null, [weight, manner, size]: readonly [string, string, string], families: Families): OdtLook {
  const attributes = text?.attributes ?? {}
  const line = attributes['style:text-underline-style'] ?? null
  const display = attributes['text:display'] ?? null
  const bold = attributes[weight] ?? null
  const slant = attributes[manner] ?? null
  return {
    bold: bold === null ? null : bold === 'bold' || Number(bold) >= 600,
    italic: slant === null ? null : slant !== 'normal',
    underline: line === null ? null : line !== 'none',
    hidden: display === null ? null : display === 'none',
    font: families.get(attributes['style:font-name'] ?? '') ?? (attributes['fo:font-family'] === undefined ? null : unquoted(attributes['fo:font-family'])),
    size: sizeOf(attributes[size] ?? ''),
  }
}

/** Half-points of each unit of length. */
const units: Readonly<Record<string, number>> = { pt: 2, in: 144, cm: 144 / 2.54, mm: 144 / 25.4, pc: 24 }

function sizeOf(written: string): OdtLook['size'] {
  const part = /^(\d+(?:\.\d+)?)%$/.exec(written)?.[1]
  if (part !== undefined) return Number(part) > 0 && Number(part) <= 10_000 ? { part: Number(part) / 100 } : null
  const halfPoints = lengthOf(written)
  return halfPoints !== null && halfPoints > 0 && halfPoints <= 10_000 ? { halfPoints } : null
}

/** A length such as `12pt` in half-points; null for anything else. */
export function lengthOf(written: string): number | null {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)(pt|in|cm|mm|pc)$/.exec(written) ?? []
  return digits === '' ? null : Number(digits) * (units[unit] ?? 2)
}

/** The size in half-points that the chain gives to text of size `around`; null if nothing says one. */
export function sizeIn(chain: StyleChain, kind: 'look' | 'asian', around: number | null): number | null {
  let part = 1
  for (const { [kind]: { size } } of chain) {
    if (size === null) continue
    if ('halfPoints' in size) return Math.round(size.halfPoints * part)
    part *= size.part
  }
  return around === null ? null : Math.round(around * part)
}

/** Styles of a Word file: what a paragraph and its characters get from their styles and from those that these are based on. */
import { limits } from '../limits'
import { headingByName } from '../styleNames'
import { child, elements, flag, value, type XmlElement } from '../xmlTree'

/** What a style says itself; null where it says nothing. */
export interface WordStyle {
  readonly id: string
  readonly name: string
  readonly basedOn: string | null
  readonly isDefault: boolean
  /** 0-based outline level, or `body` where it says that it is none. */
  readonly outline: number | 'body' | null
  readonly list: ListPlace
  readonly alignment: string | null
  readonly pageBreakBefore: boolean | null
  readonly run: RunLook
}

export interface RunLook {
  readonly bold: boolean | null
  readonly italic: boolean | null
  readonly hidden: boolean | null
  /** In half-points. */
  readonly size: number | null
  /** Of letters and signs. */
  readonly font: string | null
  /** Of signs that have no code of their own. */
  readonly signFont: string | null
}

/** A paragraph's place in a list as it is written; null where nothing is written. `0` switches numbering off. */
export interface ListPlace {
  readonly numId: string | null
  readonly level: number | null
}

export interface WordStyles {
  /** The style of a paragraph; that of paragraphs without one where the file has none of this id. */
  readonly get: (id: string | null) => WordStyle | null
  /** The style and those it is based on, the nearest first. */
  readonly chain: (id: string | null) => readonly WordStyle[]
  /** What holds where no style says otherwise. */
  readonly defaults: Pick<WordStyle, 'alignment' | 'run'>
  readonly all: readonly WordStyle[]
}

export function readStyles(part: XmlElement | null): WordStyles {
  const all = elements(part).filter((element) => element.name === 'w:style').map(readStyle)
  const byId = new Map(all.map((style) => [style.id, style]))
  const normal = all.find((style) => style.isDefault) ?? null
  const chains = new Map<string | null, readonly WordStyle[]>()
  const chain = (id: string | null): readonly WordStyle[] => {
    const known = chains.get(id)
    if (known !== undefined) return known
    const found: WordStyle[] = []
    // A ring of styles ends here.
    for (let style = id === null ? normal : byId.get(id) ?? null; style !== null && found.length < limits.chain; style = style.basedOn === null ? null : byId.get(style.basedOn) ?? null) found.push(style)
    chains.set(id, found)
    return found
  }
  const defaults = child(part, 'w:docDefaults')
  return {
    all, chain, get: (id) => (id === null ? normal : byId.get(id) ?? normal),
    defaults: { alignment: value(child(child(child(defaults, 'w:pPrDefault'), 'w:pPr'), 'w:jc')), run: runLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr')) },
  }
}

function readStyle(element: XmlElement): WordStyle {
  const properties = child(element, 'w:pPr')
  const name = (value(child(element, 'w:name')) ?? '').slice(0, limits.name)
  return {
    id: element.attributes['w:styleId'] ?? '',
    name,
    basedOn: value(child(element, 'w:basedOn')),
    isDefault: element.attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? ''),
    outline: outlineOf(properties) ?? headingByName(name),
    list: listPlace(properties),
    alignment: value(child(properties, 'w:jc')),
    pageBreakBefore: flag(properties, 'w:pageBreakBefore'),
    run: runLook(child(element, 'w:rPr')),
  }
}

/** What run properties say themselves. */
export function runLook(properties: XmlElement | null): RunLook {
  const size = Number(value(child(properties, 'w:sz')) ?? 'none')
  const fonts = child(properties, 'w:rFonts')
  const font = fontOf(fonts, 'w:ascii')
  return { bold: flag(properties, 'w:b'), italic: flag(properties, 'w:i'), hidden: flag(properties, 'w:vanish'), size: size > 0 && size <= 3276 ? size : null, font, signFont: fontOf(fonts, 'w:hAnsi') ?? font }
}

/** A font of the theme is none of signs. */
function fontOf(fonts: XmlElement | null, kind: 'w:ascii' | 'w:hAnsi'): string | null {
  return fonts?.attributes[kind] ?? (fonts?.attributes[`${kind}Theme`] === undefined ? null : '')
}

/** 0-based outline level of paragraph properties, `body` where they say that there is none; null where they say nothing. */
export function outlineOf(properties: XmlElement | null): number | 'body' | null {
  const written = value(child(properties, 'w:outlineLvl'))
  if (written === null) return null
  const level = Number(written)
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 'body'
}

export function listPlace(properties: XmlElement | null): ListPlace {
  const list = child(properties, 'w:numPr')
  const level = value(child(list, 'w:ilvl'))
  return { numId: value(child(list, 'w:numId')), level: level === null ? null : Math.min(8, Math.max(0, Math.trunc(Number(level)) || 0)) }
}

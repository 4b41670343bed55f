/** Styles of a Word file: what a paragraph gets from its style and from those that the style is based on. */
import { child, elements, flag, value, type XmlElement } from '../xmlTree'

export interface WordStyle {
  readonly id: string
  readonly name: string
  readonly basedOn: string | null
  readonly isDefault: boolean
  readonly outline: number | null
  readonly list: ListPlace
  readonly isHidden: boolean | null
}

/** A paragraph's place in a list as it is written; null where nothing is written. `0` switches numbering off. */
export interface ListPlace {
  readonly numId: string | null
  readonly level: number | null
}

export interface WordStyles {
  readonly get: (id: string | null) => WordStyle | null
  /** The first value that the style or one it is based on has. */
  readonly find: <T>(id: string | null, read: (style: WordStyle) => T | null) => T | null
  readonly all: readonly WordStyle[]
}

/** A chain of styles is followed so far; a ring ends here. */
const longestChain = 20

export function readStyles(part: XmlElement | null): WordStyles {
  const all = elements(part).filter((element) => element.name === 'w:style').map((element): WordStyle => ({
    id: element.attributes['w:styleId'] ?? '',
    name: value(child(element, 'w:name')) ?? '',
    basedOn: value(child(element, 'w:basedOn')),
    isDefault: element.attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? ''),
    outline: outlineOf(child(element, 'w:pPr')),
    list: listPlace(child(element, 'w:pPr')),
    isHidden: flag(child(element, 'w:rPr'), 'w:vanish'),
  }))
  const byId = new Map(all.map((style) => [style.id, style]))
  const normal = all.find((style) => style.isDefault) ?? null
  const get = (id: string | null): WordStyle | null => (id === null ? normal : byId.get(id) ?? null)
  return {
    all,
    get,
    find: (id, read) => {
      let style = get(id)
      for (let step = 0; style !== null && step < longestChain; step += 1) {
        const found = read(style)
        if (found !== null) return found
        style = style.basedOn === null ? null : byId.get(style.basedOn) ?? null
      }
      return null
    },
  }
}

/** 0-based outline level of paragraph properties; null for body text. */
export function outlineOf(properties: XmlElement | null): number | null {
  const level = Number(value(child(properties, 'w:outlineLvl')) ?? '9')
  return level >= 0 && level <= 8 ? level : null
}

export function listPlace(properties: XmlElement | null): ListPlace {
  const list = child(properties, 'w:numPr')
  const level = value(child(list, 'w:ilvl'))
  return { numId: value(child(list, 'w:numId')), level: level === null ? null : Math.min(8, Math.max(0, Number(level) || 0)) }
}

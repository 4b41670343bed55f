/** The styles of a Word document ([MS-DOC] 2.9.271): names, and what they give to paragraphs and characters together with those they are based on. */
import { limits } from '../limits'
import { slice, soft, u16, u8, wideText } from './bytes'
import { characterLook, paragraphLook, plainCharacter, plainParagraph, type CharacterLook, type ParagraphLook } from './looks'

export interface StyleSheet {
  readonly names: readonly string[]
  readonly name: (style: number) => string
  readonly paragraph: (style: number) => ParagraphLook
  /** What characters of a paragraph of this style look like. */
  readonly characters: (style: number) => CharacterLook
  /** What a style of characters makes of them. */
  readonly applied: (style: number, before: CharacterLook) => CharacterLook
}

interface Style {
  readonly name: string
  readonly basedOn: number
  /** 1 for paragraphs, 2 for characters. */
  readonly kind: number
  /** The level of a built-in heading, 0-based. */
  readonly heading: number | null
  readonly paragraph: Uint8Array
  readonly characters: Uint8Array
}

/** No style says more. */
const mostOfStyle = 1_024

const noBase = 0xfff
const none = new Uint8Array(0)

/** Names by which the built-in styles are known in all languages, by their numbers ([MS-DOC] 2.9.260). */
const builtIn = new Map([[0, 'Normal'], ...Array.from({ length: 9 }, (_, index) => [index + 1, `heading ${index + 1}`] as const), ...Array.from({ length: 9 }, (_, index) => [index + 19, `toc ${index + 1}`] as const), [62, 'Title'], [74, 'Subtitle']])

/** How Word 6 and 95 write styles: names in bytes, and changes in another form. */
export interface OldStyles {
  readonly text: (bytes: Uint8Array) => string
  readonly changes: (list: Uint8Array) => Uint8Array
}

/** `tell` hears of damage. */
export function readStyleSheet(table: Uint8Array, { tell, old = null }: { readonly tell?: () => void; readonly old?: OldStyles | null } = {}): StyleSheet {
  const styles = soft(() => readStyles(table, old, tell), [], tell)
  const paragraphs = new Map<number, ParagraphLook>()
  const characters = new Map<number, CharacterLook>()
  /** The style and those it is based on, the most general first. A ring ends after some steps. */
  const chainOf = (style: number): readonly Style[] => {
    const chain: Style[] = []
    for (let at = style; chain.length < limits.chain; ) {
      const found = styles[at]
      if (found === undefined || found === null) break
      chain.unshift(found)
      at = found.basedOn
    }
    return chain
  }
  return {
    names: styles.flatMap((style) => style?.name ?? []),
    name: (style) => styles[style]?.name ?? '',
    paragraph: (style) => cached(paragraphs, style, () => chainOf(style).reduce<ParagraphLook>((look, each) => {
      const own = paragraphLook(each.paragraph, each.heading === null ? look : { ...look, outline: each.heading }, () => none)
      return { ...own, depth: 0, isRowEnd: false, isInnerRowEnd: false }
    }, { ...plainParagraph, style })),
    characters: (style) => cached(characters, style, () => chainOf(style).reduce((look, each) => characterLook(each.characters, look), plainCharacter)),
    applied: (style, before) => chainOf(style).reduce((look, each) => (each.kind === 2 ? characterLook(each.characters, look) : look), before),
  }
}

function cached<T>(known: Map<number, T>, key: number, make: () => T): T {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

function readStyles(table: Uint8Array, old: OldStyles | null, tell?: () => void): readonly (Style | null)[] {
  if (table.length === 0) return []
  const headLength = u16(table, 0)
  const count = u16(table, 2)
  const baseLength = u16(table, 4)
  const styles: (Style | null)[] = []
  for (let at = 2 + headLength, index = 0; index < count && at + 2 <= table.length; index += 1) {
    const length = u16(table, at)
    const begin = at + 2
    styles.push(length === 0 ? null : soft(() => readStyle(slice(table, begin, length), baseLength, old), null, tell))
    at = begin + length + (length % 2)
  }
  return styles
}

function readStyle(style: Uint8Array, baseLength: number, old: OldStyles | null): Style {
  const number = u16(style, 0) & 0xfff
  const [kind, basedOn] = [u16(style, 2) & 0xf, u16(style, 2) >> 4]
  const length = old === null ? u16(style, baseLength) : u8(style, baseLength)
  const given = old === null ? wideText(style, baseLength + 2, length) : old.text(slice(style, baseLength + 1, length))
  let at = old === null ? baseLength + 2 + length * 2 + 2 : baseLength + 1 + length + 1
  const next = (): Uint8Array => soft(() => {
    at += at % 2
    const list = slice(style, at + 2, u16(style, at))
    at += 2 + list.length
    return list.subarray(0, mostOfStyle)
  }, none)
  // Those of a paragraph begin with the number of the style.
  const changes = old?.changes ?? ((list: Uint8Array) => list)
  const paragraph = kind === 1 ? changes(next().subarray(2)) : none
  const characters = kind === 1 || kind === 2 ? changes(next()) : none
  return {
    name: builtIn.get(number) ?? given.split(',')[0] ?? '', basedOn: basedOn === noBase ? -1 : basedOn, kind,
    heading: number >= 1 && number <= 9 ? number - 1 : null, paragraph, characters,
  }
}

/** What the changes of formatting say about characters and paragraphs, as far as a report needs to know it. */
import { i16, soft, u16, u32, u8 } from './bytes'
import { eachChange, modifier } from './modifiers'
import { applyRowChange, plainRow, type RowLook } from './rowLook'

export interface CharacterLook {
  readonly isRemoved: boolean
  readonly isInserted: boolean
  readonly isHidden: boolean
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  /** In half-points; null where nothing says so. */
  readonly size: number | null
  /** Its special character is data of a form or an embedded object. */
  readonly isObject: boolean
  /** The end of a paragraph that goes on in the next one. */
  readonly isJoined: boolean
  readonly pictureAt: number | null
  /** The number of the font that the characters are set in. */
  readonly font: number | null
  /** The place of a font of symbols that stands here. */
  readonly symbol: { readonly font: number; readonly code: number } | null
}

export const plainCharacter: CharacterLook = {
  isRemoved: false, isInserted: false, isHidden: false, isBold: false, isItalic: false, isUnderlined: false, size: null, isObject: false, isJoined: false, pictureAt: null, font: null, symbol: null,
}

export interface ParagraphLook {
  readonly style: number
  readonly list: number
  readonly level: number | null
  /** 0-based; null where nothing says so, 9 for body text. */
  readonly outline: number | null
  readonly isCentered: boolean
  readonly pageBreakBefore: boolean
  /** Tables around it. */
  readonly depth: number
  readonly isRowEnd: boolean
  readonly isInnerRowEnd: boolean
  readonly row: RowLook
}

export const plainParagraph: ParagraphLook = { style: 0, list: 0, level: null, outline: null, isCentered: false, pageBreakBefore: false, depth: 0, isRowEnd: false, isInnerRowEnd: false, row: plainRow }

/** Off, on, as the style has it, the other way round than the style has it. */
function toggled(operand: Uint8Array, ofStyle: boolean): boolean {
  const value = u8(operand, 0)
  return value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value === 1
}

/** `before` is what the style gives; `styleLook` finds what a style of characters changes. */
export function characterLook(list: Uint8Array, before: CharacterLook, styleLook: (style: number, before: CharacterLook) => CharacterLook = (_, look) => look): CharacterLook {
  let base = before
  let look = before
  const set = (part: Partial<CharacterLook>): void => { look = { ...look, ...part } }
  soft(() => eachChange(list, (code, operand) => {
    switch (code) {
      case modifier.removed: return set({ isRemoved: u8(operand, 0) === 1 })
      case modifier.inserted: return set({ isInserted: u8(operand, 0) === 1 })
      case modifier.hidden: return set({ isHidden: toggled(operand, base.isHidden) })
      case modifier.bold: return set({ isBold: toggled(operand, base.isBold) })
      case modifier.italic: return set({ isItalic: toggled(operand, base.isItalic) })
      case modifier.underline: return set({ isUnderlined: u8(operand, 0) !== 0 && u8(operand, 0) !== 5 })
      case modifier.size: return set({ size: u16(operand, 0) })
      case modifier.object: case modifier.data: case modifier.oleObject: return set({ isObject: look.isObject || u8(operand, 0) === 1 })
      case modifier.specialHidden: return set({ isJoined: u8(operand, 0) === 1 })
      case modifier.picturePlace: return set({ pictureAt: u32(operand, 0) })
      case modifier.symbol: return set({ symbol: { font: u16(operand, 0), code: u16(operand, 2) } })
      case modifier.font: return set({ font: u16(operand, 0) })
      case modifier.plain: return set({ ...before, isRemoved: look.isRemoved, isInserted: look.isInserted, pictureAt: look.pictureAt })
      case modifier.characterStyle:
        base = styleLook(u16(operand, 0), before)
        return set({ isHidden: base.isHidden, isBold: base.isBold, isItalic: base.isItalic, isUnderlined: base.isUnderlined, size: base.size, font: base.font })
      default:
    }
  }), undefined)
  return look
}

/** `data` finds a list of changes that stands in the stream of data because it is too long; `styleLook` what another style gives. */
export function paragraphLook(list: Uint8Array, before: ParagraphLook, data: (at: number) => Uint8Array, styleLook: (style: number) => ParagraphLook = () => before): ParagraphLook {
  let look = before
  const set = (part: Partial<ParagraphLook>): void => { look = { ...look, ...part } }
  const apply = (changes: Uint8Array, isNested: boolean): void => soft(() => eachChange(changes, (code, operand) => {
    switch (code) {
      case modifier.style: {
        const { depth, isRowEnd, isInnerRowEnd, row } = look
        return set({ ...styleLook(u16(operand, 0)), depth, isRowEnd, isInnerRowEnd, row })
      }
      case modifier.alignment: case modifier.alignmentBefore: return set({ isCentered: u8(operand, 0) === 1 })
      case modifier.pageBreak: return set({ pageBreakBefore: u8(operand, 0) === 1 })
      case modifier.listLevel: return set({ level: u8(operand, 0) })
      case modifier.list: return set({ list: i16(operand, 0) })
      case modifier.outline: return set({ outline: Math.min(9, u8(operand, 0)) })
      case modifier.inTable: return set({ depth: u8(operand, 0) === 1 ? Math.max(1, look.depth) : 0 })
      case modifier.rowEnd: return set({ isRowEnd: u8(operand, 0) === 1 })
      case modifier.tableDepth: return set({ depth: Math.max(0, i16(operand, 0)) })
      case modifier.innerRowEnd: return set({ isInnerRowEnd: u8(operand, 0) === 1 })
      case modifier.huge: case modifier.hugeBefore: return isNested ? undefined : apply(data(u32(operand, 0)), true)
      default: {
        const row = applyRowChange(look.row, code, operand)
        if (row !== look.row) set({ row })
      }
    }
  }), undefined)
  apply(list, false)
  return look
}

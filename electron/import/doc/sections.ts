/** Where the sections of a Word document end, and how they begin ([MS-DOC] 2.8.26). */
import { slice, soft, u16, u32, u8 } from './bytes'
import { positionTable, tableBytes, type FileInformation } from './fileInformation'
import { eachChange, modifier } from './modifiers'

export interface Section {
  /** The first character behind it. */
  readonly end: number
  /** Begins on a new page. */
  readonly isOnNewPage: boolean
  /** Its first page has margins of its own. */
  readonly hasTitlePage: boolean
}

const sectionBytes = 12

/** `inForm` puts changes into the form of Word 97. A section without properties begins on a new page. */
export function readSections(information: FileInformation, table: Uint8Array, main: Uint8Array, inForm: (list: Uint8Array) => Uint8Array): readonly Section[] {
  return soft(() => {
    const places = positionTable(tableBytes(information, table, 'sections'), sectionBytes)
    return Array.from({ length: places.count }, (_, index): Section => {
      const section = { isOnNewPage: true, hasTitlePage: false }
      soft(() => {
        const at = u32(places.record(index), 2)
        if (at === 0xffffffff) return
        eachChange(inForm(slice(main, at + 2, u16(main, at))), (code, operand) => {
          if (code === modifier.sectionBreak) section.isOnNewPage = u8(operand, 0) > 1
          if (code === modifier.titlePage) section.hasTitlePage = u8(operand, 0) === 1
        })
      }, undefined)
      return { end: places.positions[index + 1] ?? 0, ...section }
    })
  }, [])
}

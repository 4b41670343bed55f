/** What a block carries besides what the editor shows (SPEC EDIT-20): kept on its node, so that it lives as long as the block. */
import type { Block } from '../../shared/report/report'

export type OtherKeys = Readonly<Record<string, unknown>>

const shown: Readonly<Record<Block['kind'], ReadonlySet<string>>> = {
  text: new Set(['kind', 'id', 'level', 'runs', 'form', 'target', 'taken']),
  table: new Set(['kind', 'id', 'rows', 'headerRows', 'merges']),
  pageBreak: new Set(['kind', 'id']),
  image: new Set(['kind', 'id', 'sha256', 'mediaType', 'width', 'height', 'caption']),
}

/** The keys of a block that this program does not know, or null if there is none. */
export function otherKeys(block: Block): OtherKeys | null {
  const known = shown[block.kind]
  const others = Object.entries(block).filter(([key]) => !known.has(key))
  return others.length === 0 ? null : Object.fromEntries(others)
}

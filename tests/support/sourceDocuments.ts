/** What tests ask of a document from outside. */
import { ImportRefusal } from '../../electron/import/refusal'
import type { SourceDocument, SourceParagraph, SourceTable } from '../../electron/import/sourceDocument'

/** `read`, or the code of the refusal; anything else is thrown on. */
export function outcomeOf(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): string {
  try {
    read(bytes)
    return 'read'
  } catch (reason) {
    if (reason instanceof ImportRefusal) return reason.code
    throw reason
  }
}

export const paragraphsOf = ({ blocks }: SourceDocument): readonly SourceParagraph[] => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []))

/** A number and the text behind it, as the reader yields them. */
export const textOf = ({ label, runs }: Pick<SourceParagraph, 'label' | 'runs'>): string => label + runs.map((run) => run.text).join('')

/** The first table. */
export function tableOf({ blocks }: SourceDocument): SourceTable {
  const [table] = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  if (table === undefined) throw new Error('no table')
  return table
}

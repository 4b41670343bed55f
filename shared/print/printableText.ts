/** Characters that no file can carry (SPEC PRINT-15): control characters, lone halves of surrogate pairs and non-characters. */
import type { PrintChange } from './printDocument'

/** Takes the unprintable characters out of texts and keeps count of them. */
export interface TextCleaner {
  /** The text without them; the very same string if there are none. Line ends become `\n`. */
  readonly clean: (text: string) => string
  /** What was removed so far, as at most one change. */
  readonly changes: () => readonly PrintChange[]
}

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const lineEnds = /\r\n?|[\u2028\u2029]/g
const special = /[\u0000-\u0008\u000b-\u001f\u2028\u2029\ufffe\uffff\ud800-\udfff]/

/** A cleaner for one document. */
export function createTextCleaner(): TextCleaner {
  const codes = new Set<string>()
  let count = 0
  const remove = (found: string): string => {
    count += 1
    codes.add(`U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    return ''
  }
  return {
    clean: (text) => (special.test(text) ? text.replace(lineEnds, '\n').replace(unprintable, remove) : text),
    changes: () => (count === 0 ? [] : [{ kind: 'charactersRemoved', count, codes: [...codes].sort() }]),
  }
}

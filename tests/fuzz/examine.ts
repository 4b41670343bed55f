/** What must hold for any bytes: a value that a reader may yield or a refusal with a code, and a report from every value. */
import { parsableSource, sourceReport } from '../../electron/import/sourceReport'
import { readSource, type ReadSource } from '../../electron/import/readers'
import { readAnswer } from '../../electron/reading/sourceSchema'
import { countingIds } from '../../shared/base/ids'
import type { Result } from '../../shared/base/result'

export type Examined = { readonly kind: 'read' | 'refused' } | { readonly kind: 'finding'; readonly what: string }

/** Characters that no XML can hold, half characters, and the object that every other inherits from. */
const forbidden = /[\u0000-\u0008\u000b\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const inherited = Object.getOwnPropertyNames(Object.prototype).join()

export async function examine(bytes: Uint8Array, read: (bytes: Uint8Array, name: string) => Promise<Result<ReadSource>> = readSource): Promise<Examined> {
  let result: Result<ReadSource>
  try {
    result = await read(bytes, '')
  } catch (reason) {
    return finding('foreign', reason)
  }
  if (Object.getOwnPropertyNames(Object.prototype).join() !== inherited) return { kind: 'finding', what: 'every object has inherited something' }
  if (!result.ok) return result.error.code === 'internal' || result.error.code === 'readBroken' ? { kind: 'finding', what: `refused as ${result.error.code}` } : { kind: 'refused' }
  const { document } = result.value
  if (readAnswer({ id: 1, result }, 'source') === null) return { kind: 'finding', what: 'not what a reader may yield' }
  const odd = oddIn([document.blocks, document.notes, document.margins, document.comments, document.styleNames])
  if (odd !== null) return { kind: 'finding', what: `a character that no Word file can hold: ${odd}` }
  try {
    const { content } = await sourceReport(document, countingIds(), null)
    void parsableSource(document).text.length
    if (!content.blocks.every(({ id }) => id !== '')) return { kind: 'finding', what: 'a block without an id' }
  } catch (reason) {
    return finding('parser', reason)
  }
  return { kind: 'read' }
}

/** The first forbidden character of any text in a value, as its code. */
function oddIn(value: unknown): string | null {
  if (typeof value === 'string') {
    const odd = forbidden.exec(value)
    return odd === null ? null : odd[0].charCodeAt(0).toString(16)
  }
  if (typeof value !== 'object' || value === null) return null
  for (const each of Object.values(value)) {
    const odd = oddIn(each)
    if (odd !== null) return odd
  }
  return null
}

function finding(where: string, reason: unknown): Examined {
  const stack = reason instanceof Error ? (reason.stack ?? reason.message).split('\n').slice(0, 4).join(' | ') : String(reason)
  return { kind: 'finding', what: `${where}: ${stack}` }
}

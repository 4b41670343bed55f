/** The control: a reader with one mistake of every kind. The harness must find them all (SPEC IMPORT-22). */
import type { ReadSource } from '../../electron/import/readers'
import { sourceDocument, sourceParagraph } from '../../electron/import/sourceDocument'
import { fail, succeed, type Result } from '../../shared/base/result'
import type { Seeds } from './mutant'

const encoder = new TextEncoder()

/** A made-up format: `B!`, then pieces of a length and so many bytes of text. */
export const brokenSeeds: Seeds = [['two pieces', Uint8Array.from([0x42, 0x21, 4, ...encoder.encode('abcd'), 3, ...encoder.encode('xyz')])], ['one', Uint8Array.from([0x42, 0x21, 2, ...encoder.encode('ok')])]]

export async function readBroken(bytes: Uint8Array): Promise<Result<ReadSource>> {
  if (bytes[0] !== 0x42 || bytes[1] !== 0x21) return fail({ code: 'fileDamaged' })
  let text = ''
  const kept: Uint8Array[] = []
  for (let at = 2; at < bytes.length;) {
    const length = bytes[at]!
    if (length === 0x7f) for (;;);
    if (length === 0xfe) for (;;) kept.push(new Uint8Array(8 * 1024 * 1024).fill(1))
    if (at + 1 + length > bytes.length && length !== 0xff) throw new RangeError(`a piece of ${length} bytes`)
    for (const byte of bytes.subarray(at + 1, at + 1 + length)) text += String.fromCharCode(byte === 0x80 ? 0xd800 : byte)
    at += 1 + length
  }
  return succeed({ format: 'text', document: sourceDocument([sourceParagraph(text, bytes.length > 40 ? { outline: -1 } : {})]) })
}

import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipPart, zipParts } from '../../../electron/export/word/zip'

const content = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 3_000 }).map((length) => '文'.repeat(length)))

it('PRINT-18: what is zipped is read again, and no part has a time', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}\.xml$/), content), { selector: ([name]) => name, maxLength: 6 }), (parts) => {
    const bytes = zipParts(parts.map(([name, each]) => zipPart(name, each)))
    const read = unzipSync(bytes)
    expect(Object.keys(read)).toEqual(parts.map(([name]) => name))
    for (const [name, each] of parts) expect(Buffer.compare(read[name] ?? new Uint8Array(1), typeof each === 'string' ? new TextEncoder().encode(each) : each)).toBe(0)
    const head = new DataView(bytes.buffer)
    if (parts.length > 0) expect([head.getUint16(10, true), head.getUint16(12, true)]).toEqual([0, 0x21])
  }))
})

it('PRINT-17: the check sum is the one of the format, over the content', () => {
  expect(zipPart('a', '123456789').checkSum).toBe(0xcbf43926)
  expect(zipPart('a', '').checkSum).toBe(0)
})

it('PRINT-17: what cannot be made smaller is kept as it is', () => {
  const noise = Uint8Array.from({ length: 100 }, (_, index) => (index * 37) % 251)
  expect(zipPart('a', noise)).toMatchObject({ isDeflated: false, bytes: noise })
  expect(zipPart('a', '正文'.repeat(500)).bytes.length).toBeLessThan(100)
})

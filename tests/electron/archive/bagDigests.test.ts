/** SM3 against the vectors of the standard and against OpenSSL. */
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sm3 } from '../../../electron/archive/bag/sm3'

describe('sm3', () => {
  it('BAG-2: gives the two digests of GB/T 32905-2016 annex A', () => {
    expect(sm3(new TextEncoder().encode('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(sm3(new TextEncoder().encode('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })

  it('BAG-2: agrees with OpenSSL at every length around the block border, and over a megabyte', () => {
    for (let length = 0; length <= 260; length += 1) {
      const bytes = randomBytes(length)
      expect(sm3(bytes), `${length} bytes`).toBe(createHash('sm3').update(bytes).digest('hex'))
    }
    const large = randomBytes(1_000_003)
    expect(sm3(large)).toBe(createHash('sm3').update(large).digest('hex'))
  })
})

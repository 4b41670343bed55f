/** The short code on paper. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { matchesShortCode, parseShortCode, shortCode } from '../../../shared/archive/shortCode'

const digest = (words: string): string => createHash('sha256').update(words).digest('hex')
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The characters with others at some places. */
function put(plain: readonly string[], ...places: ReadonlyArray<readonly [at: number, character: string]>): string {
  return plain.map((character, index) => places.find(([at]) => at === index)?.[1] ?? character).join('')
}

describe('the short code', () => {
  it('BAG-4: begins with the first 150 bits of the hash, five a character', () => {
    const hash = digest('2025')
    const bits = Array.from(hash, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
    const characters = Array.from({ length: 30 }, (_, at) => alphabet[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('')
    expect(shortCode(hash).replaceAll('-', '').slice(0, 30)).toBe(characters)
    expect(shortCode(hash)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('BAG-4: is read in any case, with blanks, dashes or full-width characters, with O for 0 and I or L for 1', () => {
    const code = shortCode(digest('x'))
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')}\n`, code.replaceAll('0', 'o').replaceAll('1', 'l'), code.replaceAll('1', 'I'), code.replaceAll('-', '－'),
      Array.from(code, (each) => (each === '-' ? '　' : String.fromCharCode(each.charCodeAt(0) + 0xfee0))).join('')]) expect(parseShortCode(typed), typed).toBe(code)
    expect(matchesShortCode(code.toLowerCase(), digest('x'))).toBe(true)
    expect(matchesShortCode(code, digest('y'))).toBe(false)
  })

  it('BAG-4: finds every single wrong character, every swap of two different characters and every missing one', () => {
    for (const words of ['a', 'b', 'c', 'd']) {
      const plain = [...shortCode(digest(words)).replaceAll('-', '')]
      for (const [at, right] of plain.entries()) {
        expect(parseShortCode(plain.filter((_, index) => index !== at).join(''))).toBeNull()
        for (const wrong of alphabet) if (wrong !== right) expect(parseShortCode(put(plain, [at, wrong]))).toBeNull()
        for (let other = at + 1; other < plain.length; other += 1) {
          if (plain[other] !== right) expect(parseShortCode(put(plain, [at, plain[other] ?? ''], [other, right]))).toBeNull()
        }
      }
    }
  })

  it('BAG-4: finds every pair of wrong characters in a sample', () => {
    const plain = [...shortCode(digest('pairs')).replaceAll('-', '')]
    for (let first = 0; first < 32; first += 1) {
      for (let second = first + 1; second < 32; second += 1) {
        for (const [one = '', two = ''] of [['7', 'K'], ['Z', '3']]) {
          if (one !== plain[first] && two !== plain[second]) expect(parseShortCode(put(plain, [first, one], [second, two]))).toBeNull()
        }
      }
    }
  })

  it.each(['', 'ABCD', '😀'.repeat(32), 'U'.repeat(32), '\u0000'.repeat(32)])('BAG-4: %j is no code', (typed) => {
    expect(parseShortCode(typed)).toBeNull()
  })
})

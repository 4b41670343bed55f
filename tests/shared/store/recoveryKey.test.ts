import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeLetters } from '../../../shared/base/codeLetters'
import { readRecoveryKey, recoveryKeyBytes, writeRecoveryKey } from '../../../shared/store/recoveryKey'

const key = fc.uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes })

describe('the recovery key on paper', () => {
  it('LOCK-4: nine groups of four letters without look-alikes, read back as they were', () => {
    fc.assert(fc.property(key, (bytes) => {
      const written = writeRecoveryKey(bytes)
      expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readRecoveryKey(written)).toEqual(bytes)
    }))
  })

  it('LOCK-4: small letters, spaces, full-width letters and look-alikes are read as what they look like', () => {
    fc.assert(fc.property(key, (bytes) => {
      const written = writeRecoveryKey(bytes)
      const wide = [...written].map((letter) => (letter === '-' ? '　' : String.fromCharCode(letter.charCodeAt(0) + 0xfee0))).join('')
      for (const typed of [written.toLowerCase(), written.replace(/-/g, ' '), written.replace(/-/g, ''), wide, ` ${written}\n`, written.replace(/0/g, 'O').replace(/1/g, 'l')]) expect(readRecoveryKey(typed)).toEqual(bytes)
    }))
  })

  it('LOCK-4: every single mistyped letter and every two that changed places are found', () => {
    let tried = 0
    for (const bytes of fc.sample(key, { numRuns: 20, seed: 5 })) {
      const letters = writeRecoveryKey(bytes).replace(/-/g, '')
      for (let at = 0; at < letters.length; at += 1) {
        for (const other of codeLetters) {
          if (other === letters[at]) continue
          tried += 1
          expect(readRecoveryKey(letters.slice(0, at) + other + letters.slice(at + 1))).toBeNull()
        }
        const [one = '', two = ''] = letters.slice(at, at + 2)
        if (two !== '' && one !== two) expect(readRecoveryKey(letters.slice(0, at) + two + one + letters.slice(at + 2))).toBeNull()
      }
    }
    expect(tried).toBeGreaterThan(20_000)
    for (const typed of ['', 'A', '中文', writeRecoveryKey(new Uint8Array(recoveryKeyBytes)).slice(1)]) expect(readRecoveryKey(typed)).toBeNull()
  })
})

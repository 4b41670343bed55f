import { createHash, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocked, isWhole, lockFile, openLocked } from '../../../electron/storage/lock/lockedFile'
import { deriveKey, newDataKey, newRecoveryKey, scryptCost, stretchPassphrase, unwrapByPassphrase, unwrapByRecoveryKey, wrapByPassphrase, wrapByRecoveryKey } from '../../../electron/storage/lock/keys'

const key = newDataKey()
const home = 'reports/r-0123456789abcdefghjkmnpqrs'
const cheap = { N: 2, r: 1, p: 1 }

describe('a locked file', () => {
  it('LOCK-1: opens to the same bytes in its folder, and nowhere else, and with no other key', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (plain) => {
      const locked = lockFile(key, home, plain)
      expect(isLocked(locked)).toBe(true)
      expect(openLocked(key, home, locked)).toEqual({ kind: 'plain', bytes: Buffer.from(plain) })
      expect(openLocked(key, null, locked).kind).toBe('plain')
      expect(openLocked(key, 'reports/r-other', locked)).toEqual({ kind: 'elsewhere', home })
      expect(openLocked(newDataKey(), home, locked)).toEqual({ kind: 'otherKey' })
      expect(openLocked(null, home, locked)).toEqual({ kind: 'otherKey' })
    }))
  })

  it('LOCK-1: every changed byte is found without a key, and every missing end', () => {
    const locked = lockFile(key, home, Buffer.from('全年组织集中学习十二次。'.repeat(20)))
    let found = 0
    for (let at = 0; at < locked.length; at += 1) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const bytes = Uint8Array.from(locked)
        bytes[at] = (bytes[at] ?? 0) ^ mask
        expect(isWhole(bytes)).toBe(false)
        if (isLocked(bytes)) expect(openLocked(key, home, bytes).kind).toBe('damaged')
        found += 1
      }
      expect(isWhole(locked.subarray(0, at))).toBe(false)
    }
    console.log(`locked file: ${found} of ${locked.length * 3} changed bytes found`)
    expect(found).toBe(locked.length * 3)
    expect(isWhole(locked)).toBe(true)
  })

  it('LOCK-1: who makes a right SHA-256 for changed bytes is found by the tag', () => {
    const locked = lockFile(key, home, Buffer.from('内容'))
    const body = Buffer.from(locked.subarray(79))
    body[body.length - 20] = (body[body.length - 20] ?? 0) ^ 1
    const forged = Buffer.concat([locked.subarray(0, 14), Buffer.from(`${hash(body)}\n`), body])
    expect(isWhole(forged)).toBe(true)
    expect(openLocked(key, home, forged)).toEqual({ kind: 'damaged' })
  })

  it('LOCK-3: no two files share a nonce or a salt', () => {
    const runs = 100_000
    const nonces = new Set<string>()
    const salts = new Set<string>()
    const plain = new Uint8Array(1)
    for (let run = 0; run < runs; run += 1) {
      const file = Buffer.from(lockFile(key, '', plain))
      salts.add(file.toString('hex', 79 + 8, 79 + 24))
      nonces.add(file.toString('hex', 79 + 26, 79 + 38))
    }
    expect([nonces.size, salts.size]).toEqual([runs, runs])
    // The control: nonces of two bytes would be found out.
    expect(new Set([...nonces].map((nonce) => nonce.slice(0, 4))).size).toBeLessThan(runs)
  })

  function hash(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('hex')
  }
})

describe('the keys', () => {
  it('LOCK-3: derived as RFC 5869 has it', () => {
    const secret = Buffer.alloc(22, 0x0b)
    const salt = Buffer.from('000102030405060708090a0b0c', 'hex')
    const info = Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex').toString('latin1')
    expect(Buffer.from(deriveKey(secret, salt, 'andu file'))).toEqual(Buffer.from(hkdfSync('sha256', secret, salt, 'andu file', 32)))
    expect(Buffer.from(deriveKey(secret, new Uint8Array(0), info, 8))).toEqual(Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), info, 8)))
  })

  it('LOCK-2: scrypt by its published values, and at its real cost', async () => {
    const known = await stretchPassphrase('password', Buffer.from('NaCl'), { N: 1024, r: 8, p: 16 })
    expect(Buffer.from(known).toString('hex')).toBe('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162')
    expect(scryptCost).toEqual({ N: 65_536, r: 8, p: 1 })
    expect(await stretchPassphrase('x', Buffer.alloc(16), scryptCost)).toHaveLength(32)
  })

  it('LOCK-2: the passphrase and the recovery key open the same key, and others do not', async () => {
    const recoveryKey = newRecoveryKey()
    const byPassphrase = await wrapByPassphrase(key, '青山２０２６ é', cheap)
    const byRecoveryKey = wrapByRecoveryKey(key, recoveryKey)
    expect(await unwrapByPassphrase(byPassphrase, key.id, '青山2026 é', cheap)).toEqual(key)
    expect(await unwrapByPassphrase(byPassphrase, key.id, '青山2027 é', cheap)).toBeNull()
    expect(await unwrapByPassphrase(byPassphrase, newDataKey().id, '青山2026 é', cheap)).toBeNull()
    expect(unwrapByRecoveryKey(byRecoveryKey, key.id, recoveryKey)).toEqual(key)
    expect(unwrapByRecoveryKey(byRecoveryKey, key.id, newRecoveryKey())).toBeNull()
    expect(JSON.stringify([byPassphrase, byRecoveryKey])).not.toContain(Buffer.from(key.bytes).toString('hex'))
  })
})

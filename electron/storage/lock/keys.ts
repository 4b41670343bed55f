/**
 * Keys of a locked data folder (SPEC LOCK-2, LOCK-3), made of what Electron 22 to the current one all have: scrypt, HMAC, SHA-256, AES-256-GCM.
 * Chance comes from the system here and nowhere else: a nonce or key that a caller could choose would be one that it could choose twice.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto'
import { recoveryKeyBytes } from '../../../shared/store/recoveryKey'
import type { ScryptCost, Wrapped } from '../../../shared/store/lockFile'

/** The key of a folder; `id` tells it apart from others and says nothing about it. */
export interface DataKey {
  readonly bytes: Uint8Array
  /** Lower-case hex of eight bytes. */
  readonly id: string
}

/** 64 MB and a quarter of a second for every try. */
export const scryptCost: ScryptCost = { N: 2 ** 16, r: 8, p: 1 }

/** HKDF of RFC 5869 over SHA-256, by hand: what Electron's library has of it differs between versions. At most 32 bytes. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, purpose: string, length = 32): Uint8Array {
  const extracted = createHmac('sha256', salt).update(secret).digest()
  return createHmac('sha256', extracted).update(purpose, 'utf8').update(Uint8Array.of(1)).digest().subarray(0, length)
}

export function dataKeyOf(bytes: Uint8Array): DataKey {
  return { bytes, id: Buffer.from(deriveKey(bytes, new Uint8Array(0), 'andu key id', 8)).toString('hex') }
}

export function newDataKey(): DataKey {
  return dataKeyOf(randomBytes(32))
}

export function newRecoveryKey(): Uint8Array {
  return randomBytes(recoveryKeyBytes)
}

/** The same passphrase gives the same key however its letters were typed: full-width or not, composed or not. */
export function stretchPassphrase(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(Buffer.from(passphrase.normalize('NFKC'), 'utf8'), salt, 32, { N, r, p, maxmem: 256 * N * r + 1_048_576 }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

export async function wrapByPassphrase(key: DataKey, passphrase: string, cost: ScryptCost): Promise<Wrapped> {
  const salt = randomBytes(16)
  return wrap(key, salt, await stretchPassphrase(passphrase, salt, cost))
}

export function wrapByRecoveryKey(key: DataKey, recoveryKey: Uint8Array): Wrapped {
  const salt = randomBytes(16)
  return wrap(key, salt, deriveKey(recoveryKey, salt, 'andu recovery key'))
}

/** The data key; null if the passphrase is not the one. */
export async function unwrapByPassphrase(wrapped: Wrapped, keyId: string, passphrase: string, cost: ScryptCost): Promise<DataKey | null> {
  return unwrap(wrapped, keyId, await stretchPassphrase(passphrase, Buffer.from(wrapped.salt, 'hex'), cost))
}

/** The data key; null if the recovery key is not the one. */
export function unwrapByRecoveryKey(wrapped: Wrapped, keyId: string, recoveryKey: Uint8Array): DataKey | null {
  return unwrap(wrapped, keyId, deriveKey(recoveryKey, Buffer.from(wrapped.salt, 'hex'), 'andu recovery key'))
}

function wrap({ bytes, id }: DataKey, salt: Uint8Array, wrapping: Uint8Array): Wrapped {
  const nonce = randomBytes(12)
  return { salt: Buffer.from(salt).toString('hex'), nonce: nonce.toString('hex'), key: Buffer.from(encrypt(wrapping, nonce, bytes, id)).toString('hex') }
}

function unwrap(wrapped: Wrapped, keyId: string, wrapping: Uint8Array): DataKey | null {
  const bytes = decrypt(wrapping, Buffer.from(wrapped.nonce, 'hex'), Buffer.from(wrapped.key, 'hex'), keyId)
  const key = bytes === null ? null : dataKeyOf(bytes)
  return key?.id === keyId ? key : null
}

const tagBytes = 16

/** Ciphertext with its tag behind it; `associated` is not in it, but must be the same to decrypt. */
export function encrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, associated: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(associated, 'utf8'))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes; null unless key, nonce, associated data and every byte are those of the encryption. */
export function decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, associated: string): Uint8Array | null {
  if (sealed.length < tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAAD(Buffer.from(associated, 'utf8'))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

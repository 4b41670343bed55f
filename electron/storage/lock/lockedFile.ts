/**
 * A locked file as bytes (SPEC LOCK-1): a line that names the form, a line with the SHA-256 of everything after it, then the id of the key, a
 * salt, the folder it was written in, a nonce, the ciphertext and its tag. Damage is found without any key.
 */
import { createHash, randomBytes } from 'node:crypto'
import { decrypt, deriveKey, encrypt, type DataKey } from './keys'

const magic = Buffer.from('ANDU LOCKED 1\n', 'latin1')
const hashFrom = magic.length
const bodyFrom = hashFrom + 65
const idBytes = 8
const saltBytes = 16
const nonceBytes = 12

/** What came of opening a file. `otherKey`: it is whole, and locked with another key than ours. */
export type Opened =
  | { readonly kind: 'plain'; readonly bytes: Uint8Array }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'elsewhere'; readonly home: string }
  | { readonly kind: 'otherKey' }

/** Whether bytes begin as a locked file does. */
export function isLocked(bytes: Uint8Array): boolean {
  return bytes.length >= magic.length && Buffer.compare(bytes.subarray(0, magic.length), magic) === 0
}

/** `home`: the folder of the file, relative to the data folder; the file opens nowhere else. */
export function lockFile(key: DataKey, home: string, plain: Uint8Array): Uint8Array {
  const salt = randomBytes(saltBytes)
  const nonce = randomBytes(nonceBytes)
  const name = Buffer.from(home, 'utf8')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(name.length)
  const body = Buffer.concat([Buffer.from(key.id, 'hex'), salt, length, name, nonce, encrypt(fileKey(key, salt), nonce, plain, home)])
  return Buffer.concat([magic, hashLine(body), body])
}

/** Opens the bytes of a file that stands in `home`; null stands for any folder. */
export function openLocked(key: DataKey | null, home: string | null, bytes: Uint8Array): Opened {
  const parts = partsOf(bytes)
  if (parts === null) return { kind: 'damaged' }
  if (parts.keyId !== key?.id) return { kind: 'otherKey' }
  if (home !== null && parts.home !== home) return { kind: 'elsewhere', home: parts.home }
  const plain = decrypt(fileKey(key, parts.salt), parts.nonce, parts.sealed, parts.home)
  return plain === null ? { kind: 'damaged' } : { kind: 'plain', bytes: plain }
}

/** Whether every byte is as it was written; no key is needed. */
export function isWhole(bytes: Uint8Array): boolean {
  return partsOf(bytes) !== null
}

interface Parts {
  readonly keyId: string
  readonly salt: Uint8Array
  readonly home: string
  readonly nonce: Uint8Array
  readonly sealed: Uint8Array
}

function partsOf(bytes: Uint8Array): Parts | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const body = file.subarray(bodyFrom)
  const homeFrom = idBytes + saltBytes + 2
  if (!isLocked(bytes) || body.length < homeFrom || !file.subarray(hashFrom, bodyFrom).equals(hashLine(body))) return null
  const homeTo = homeFrom + body.readUInt16BE(homeFrom - 2)
  if (body.length < homeTo + nonceBytes) return null
  return {
    keyId: body.toString('hex', 0, idBytes), salt: body.subarray(idBytes, idBytes + saltBytes), home: body.toString('utf8', homeFrom, homeTo),
    nonce: body.subarray(homeTo, homeTo + nonceBytes), sealed: body.subarray(homeTo + nonceBytes),
  }
}

function hashLine(body: Uint8Array): Buffer {
  return Buffer.from(`${createHash('sha256').update(body).digest('hex')}\n`, 'latin1')
}

/** Every file has a key of its own: two nonces that fell together would still belong to two keys. */
function fileKey(key: DataKey, salt: Uint8Array): Uint8Array {
  return deriveKey(key.bytes, salt, 'andu file')
}

/** Files locked with an owner's password only: everyone may open them, with the empty password (ISO 32000-2, 7.6). Any other password is the clerk's to take off. */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { ImportRefusal } from '../refusal'
import { isDictionary, nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdfValues'

/** Makes the bytes of one object plain. */
export type Decipher = (bytes: Uint8Array, number: number, generation: number) => Uint8Array

export interface Deciphers { readonly strings: Decipher; readonly streams: Decipher }

type Method = 'none' | 'rc4' | 'aes128' | 'aes256'

const padding = Uint8Array.from([
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
  0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
])

/** `settings` is the dictionary Encrypt with its references followed, `id` the first of the two ids of the file. */
export function openWithoutPassword(settings: PdfDictionary, id: Uint8Array): Deciphers {
  const entry = (key: string): PdfValue => settings.entries.get(key) ?? null
  const version = numberOf(entry('V'))
  const revision = numberOf(entry('R'))
  if (nameOf(entry('Filter')) !== 'Standard' || version < 1 || version > 5 || version === 3) throw new ImportRefusal('fileEncrypted', 'security handler')
  const key = version === 5 ? longKey(entry, revision) : shortKey(entry, revision, id, version === 1 ? 5 : Math.min(16, Math.max(5, numberOf(entry('Length'), version === 4 ? 128 : 40) >> 3)))
  const method = (name: string): Method => (version < 4 ? 'rc4' : methodOf(entry('CF'), nameOf(entry(name))))
  return { strings: decipherBy(method('StrF'), key), streams: decipherBy(method('StmF'), key) }
}

function methodOf(filters: PdfValue, name: string): Method {
  const filter = isDictionary(filters) ? filters.entries.get(name) : null
  if (name === '' || name === 'Identity' || !isDictionary(filter)) return 'none'
  const word = nameOf(filter.entries.get('CFM'))
  return word === 'V2' ? 'rc4' : word === 'AESV2' ? 'aes128' : word === 'AESV3' ? 'aes256' : 'none'
}

function shortKey(entry: (key: string) => PdfValue, revision: number, id: Uint8Array, length: number): Uint8Array {
  const permissions = new Uint8Array(4)
  new DataView(permissions.buffer).setInt32(0, numberOf(entry('P')) | 0, true)
  const parts = [padding, bytesOf(entry('O')).subarray(0, 32), permissions, id]
  if (revision >= 4 && entry('EncryptMetadata') === false) parts.push(Uint8Array.from([255, 255, 255, 255]))
  let key = hash('md5', ...parts).subarray(0, length)
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = hash('md5', key).subarray(0, length)
  const user = bytesOf(entry('U'))
  let expected: Uint8Array
  if (revision >= 3) {
    expected = rc4(key, hash('md5', padding, id))
    for (let round = 1; round < 20; round += 1) expected = rc4(key.map((byte) => byte ^ round), expected)
  } else expected = rc4(key, padding)
  if (!startsWith(user, expected)) throw new ImportRefusal('fileEncrypted', 'password')
  return key
}

function longKey(entry: (key: string) => PdfValue, revision: number): Uint8Array {
  const user = bytesOf(entry('U'))
  const digest = (salt: Uint8Array): Uint8Array => (revision >= 6 ? hardened(salt) : hash('sha256', salt))
  if (user.length < 48 || !startsWith(user, digest(user.subarray(32, 40)))) throw new ImportRefusal('fileEncrypted', 'password')
  const wrapped = bytesOf(entry('UE')).subarray(0, 32)
  if (wrapped.length < 32) throw new ImportRefusal('fileDamaged', 'key of a PDF file')
  return unwrap('aes-256-cbc', digest(user.subarray(40, 48)), new Uint8Array(16), wrapped)
}

/** The slow hash of revision 6 for the empty password (ISO 32000-2, algorithm 2.B). It ends after some 64 to 300 rounds. */
function hardened(salt: Uint8Array): Uint8Array {
  let key = hash('sha256', salt)
  for (let round = 0, last = 0; round < 64 || (last > round - 32 && round < 2000); round += 1) {
    const repeated = new Uint8Array(key.length * 64)
    for (let at = 0; at < 64; at += 1) repeated.set(key, at * key.length)
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const mixed = Uint8Array.from(cipher.update(repeated))
    const remainder = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = hash(remainder === 0 ? 'sha256' : remainder === 1 ? 'sha384' : 'sha512', mixed)
    last = mixed[mixed.length - 1] ?? 0
  }
  return key.subarray(0, 32)
}

function decipherBy(method: Method, key: Uint8Array): Decipher {
  if (method === 'none') return (bytes) => bytes
  if (method === 'aes256') return (bytes) => withoutPadding(bytes, key, 'aes-256-cbc')
  return (bytes, number, generation) => {
    const salt = [number & 255, (number >> 8) & 255, (number >> 16) & 255, generation & 255, (generation >> 8) & 255]
    const own = hash('md5', key, Uint8Array.from(method === 'rc4' ? salt : [...salt, 0x73, 0x41, 0x6c, 0x54])).subarray(0, Math.min(key.length + 5, 16))
    return method === 'rc4' ? rc4(own, bytes) : withoutPadding(bytes, own, 'aes-128-cbc')
  }
}

/** The first block of the bytes starts the chain, the last byte says how many at the end are padding. */
function withoutPadding(bytes: Uint8Array, key: Uint8Array, name: string): Uint8Array {
  const length = bytes.length - (bytes.length % 16)
  if (length < 32) return new Uint8Array(0)
  const plain = unwrap(name, key, bytes.subarray(0, 16), bytes.subarray(16, length))
  const pad = plain[plain.length - 1] ?? 0
  return pad >= 1 && pad <= 16 ? plain.subarray(0, plain.length - pad) : plain
}

function unwrap(name: string, key: Uint8Array, start: Uint8Array, bytes: Uint8Array): Uint8Array {
  try {
    return Uint8Array.from(createDecipheriv(name, key, start).setAutoPadding(false).update(bytes))
  } catch {
    throw new ImportRefusal('fileDamaged', 'key of a PDF file')
  }
}

/** RC4 is written out here: the OpenSSL of new versions of Node has it no longer. */
function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let index = 0, other = 0; index < 256; index += 1) {
    const held = state[index] ?? 0
    other = (other + held + (key[index % key.length] ?? 0)) & 255
    state[index] = state[other] ?? 0
    state[other] = held
  }
  const result = new Uint8Array(bytes.length)
  for (let at = 0, index = 0, other = 0; at < bytes.length; at += 1) {
    index = (index + 1) & 255
    const held = state[index] ?? 0
    other = (other + held) & 255
    state[index] = state[other] ?? 0
    state[other] = held
    result[at] = (bytes[at] ?? 0) ^ (state[((state[index] ?? 0) + held) & 255] ?? 0)
  }
  return result
}

function hash(name: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const digest = createHash(name)
  for (const part of parts) digest.update(part)
  return Uint8Array.from(digest.digest())
}

function bytesOf(value: PdfValue): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0)
}

/** Whether `bytes` begin with the 16 bytes that matter of `expected`. */
function startsWith(bytes: Uint8Array, expected: Uint8Array): boolean {
  return bytes.length >= 16 && expected.subarray(0, Math.min(expected.length, 16)).every((byte, index) => bytes[index] === byte)
}

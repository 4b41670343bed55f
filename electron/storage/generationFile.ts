/** One generation as bytes (SPEC STORE-1). The hash is that of the raw bytes: a hash of the decoded text would miss damage. */
import { createHash } from 'node:crypto'
import { headerBytes, readBody, readHeader, writeBody, writeHeader, type Envelope } from '../../shared/store/envelope'

/** What is wrong with the bytes of a generation. */
export type Damage = 'empty' | 'allNul' | 'tooLarge' | 'header' | 'hash' | 'json' | 'number'
export type Verdict = { readonly kind: 'good'; readonly envelope: Envelope; readonly hash: string } | { readonly kind: 'bad'; readonly damage: Damage; readonly expectedHash?: string }

/** No report comes near this; what does is not opened. */
const largestFile = 256 * 1024 * 1024

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes of a file and the hash in it. */
export function encodeGeneration(envelope: Envelope): { readonly bytes: Uint8Array; readonly hash: string } {
  const body = Buffer.from(writeBody(envelope), 'utf8')
  const hash = sha256(body)
  return { bytes: Buffer.concat([Buffer.from(writeHeader(hash), 'latin1'), body]), hash }
}

/** Verifies the bytes of the file with this number in its name; 'number' is not looked at if it is null. */
export function verifyGeneration(bytes: Uint8Array, number: number | null): Verdict {
  if (bytes.length === 0) return { kind: 'bad', damage: 'empty' }
  if (bytes.length > largestFile) return { kind: 'bad', damage: 'tooLarge' }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const expectedHash = readHeader(buffer.toString('latin1', 0, headerBytes))
  if (expectedHash === null) return { kind: 'bad', damage: buffer.every((byte) => byte === 0) ? 'allNul' : 'header' }
  const body = buffer.subarray(headerBytes)
  if (sha256(body) !== expectedHash) return { kind: 'bad', damage: 'hash', expectedHash }
  const envelope = readBody(body.toString('utf8'))
  if (envelope === null) return { kind: 'bad', damage: 'json', expectedHash }
  return number === null || envelope.number === number ? { kind: 'good', envelope, hash: expectedHash } : { kind: 'bad', damage: 'number', expectedHash }
}

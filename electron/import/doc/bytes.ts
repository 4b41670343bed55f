/** Reading numbers out of bytes that may lie: whatever points outside of them is damage, never a crash. */
import { ImportRefusal } from '../refusal'

export function damaged(reason: string): ImportRefusal {
  return new ImportRefusal('fileDamaged', reason)
}

export function u8(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw damaged('outside')
  return byte
}

export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8)
}

export function i16(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 16) >> 16
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0
}

export function i32(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) | 0
}

/** Bytes from `at` on; all of them must be there. */
export function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at < 0 || length < 0 || at + length > bytes.length) throw damaged('outside')
  return bytes.subarray(at, at + length)
}

/** Two-byte characters; halves of a pair that stand alone become U+FFFD. */
export function wideText(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(slice(bytes, at, length * 2))
}

/** What can be done without: damage inside gives `instead`, and is told. */
export function soft<T>(read: () => T, instead: T, tell?: () => void): T {
  try {
    return read()
  } catch (reason) {
    if (reason instanceof ImportRefusal && reason.code === 'fileDamaged') {
      tell?.()
      return instead
    }
    throw reason
  }
}

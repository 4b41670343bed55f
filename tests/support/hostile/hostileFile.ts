import { joinedBytes } from '../../../shared/base/joinedBytes'

/** A file made to do harm, built when it is asked for. */
export interface HostileFile {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Whether it has to be refused; what is merely odd may be read as well. */
  readonly refused: boolean
  /** The same kind of file without the harm: it must be read, or the others prove nothing. */
  readonly sound?: true
}

const encoder = new TextEncoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Text of one byte a character. */
export const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return joinedBytes(parts)
}

export const refused = (name: string, bytes: () => Uint8Array): HostileFile => ({ name, bytes, refused: true })
export const sound = (name: string, bytes: () => Uint8Array): HostileFile => ({ name, bytes, refused: false, sound: true })
export const odd = (name: string, bytes: () => Uint8Array): HostileFile => ({ name, bytes, refused: false })

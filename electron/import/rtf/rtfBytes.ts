/** Bytes of text that stand next to each other and are decoded together: a Chinese character has two of them, and only together they are one. */
import { decodeRtf, isLeadByte, type RtfEncoding } from './rtfEncoding'

export interface ByteRun {
  /** `key` is anything that tells one manner of writing from another: where it changes, a run ends. */
  readonly add: (byte: number, encoding: RtfEncoding, key: unknown) => void
  /** Ends the run. */
  readonly flush: () => void
  readonly isTrailDue: () => boolean
}

/** `write` gets the text of each run with the key of its bytes. */
export function createByteRun(write: (text: string, key: unknown) => void, expected: () => RtfEncoding): ByteRun {
  let bytes = new Uint8Array(256)
  let length = 0
  let current: RtfEncoding = 'western'
  let currentKey: unknown = null
  let isTrailDue = false
  const flush = (): void => {
    if (length > 0) write(decodeRtf(bytes.subarray(0, length), current, expected()), currentKey)
    length = 0
    isTrailDue = false
  }
  const append = (byte: number): void => {
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2)
      larger.set(bytes)
      bytes = larger
    }
    bytes[length] = byte
    length += 1
  }
  return {
    add: (byte, encoding, key) => {
      if (length > 0 && (encoding !== current || key !== currentKey)) {
        // A character whose bytes are written in two manners takes the second one.
        const lead = isTrailDue && encoding === current ? bytes[length - 1] : undefined
        if (lead !== undefined) length -= 1
        flush()
        if (lead !== undefined) {
          append(lead)
          isTrailDue = true
        }
      }
      current = encoding
      currentKey = key
      append(byte)
      isTrailDue = !isTrailDue && isLeadByte(encoding, byte)
    },
    flush,
    isTrailDue: () => isTrailDue,
  }
}

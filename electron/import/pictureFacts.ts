/** What a picture file is, by its bytes (SPEC PICTURE-2): PNG and JPEG, with their size in pixels; null for anything else, and for a file cut off before it says its size. */
export interface PictureFacts {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const facts = pngFacts(bytes) ?? jpegFacts(bytes)
  return facts === null || facts.width < 1 || facts.height < 1 ? null : facts
}

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** The size stands in the first chunk (ISO/IEC 15948, 11.2.2). */
function pngFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 24 || !pngMark.every((byte, index) => bytes[index] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** The size stands in the frame header, behind segments of any length (ISO/IEC 10918-1, B.2.2). */
function jpegFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    const hasLength = !(marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9))
    at += 2 + (hasLength ? view.getUint16(at + 2) : 0)
  }
  return null
}

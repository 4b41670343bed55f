/** sRGB as an ICC profile (ICC.1:2001-04, matrix and curves; values of IEC 61966-2-1 adapted to D50): what the colours of the file mean. */
const curvePoints = 1024

/** The bytes of the profile. */
export function colorProfile(): Uint8Array {
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB IEC61966-2.1')], ['cprt', tag('text', ascii('Public Domain\0'))], ['wtpt', xyz(0.9505, 1, 1.0891)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)], ['gXYZ', xyz(0.38515, 0.71687, 0.09708)], ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve()], ['gTRC', curve()], ['bTRC', curve()],
  ]
  const head = 128 + 4 + 12 * tags.length
  const size = tags.reduce((sum, [, data]) => sum + padded(data.length), head)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, size)
  view.setUint32(8, 0x02100000)
  bytes.set(ascii('mntrRGB XYZ '), 12)
  // The profile names a day; it is always the same.
  ;[1998, 2, 9, 6, 49, 0].forEach((part, index) => view.setUint16(24 + 2 * index, part))
  bytes.set(ascii('acsp'), 36)
  ;[0.9642, 1, 0.8249].forEach((value, index) => view.setInt32(68 + 4 * index, Math.round(value * 65536)))
  view.setUint32(128, tags.length)
  let at = head
  tags.forEach(([name, data], index) => {
    bytes.set(ascii(name), 132 + 12 * index)
    view.setUint32(136 + 12 * index, at)
    view.setUint32(140 + 12 * index, data.length)
    bytes.set(data, at)
    at += padded(data.length)
  })
  return bytes
}

function tag(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + data.length)
  bytes.set(ascii(type), 0)
  bytes.set(data, 8)
  return bytes
}

function xyz(...values: readonly number[]): Uint8Array {
  const data = new DataView(new ArrayBuffer(12))
  values.forEach((value, index) => data.setInt32(4 * index, Math.round(value * 65536)))
  return tag('XYZ ', new Uint8Array(data.buffer))
}

function curve(): Uint8Array {
  const data = new DataView(new ArrayBuffer(4 + 2 * curvePoints))
  data.setUint32(0, curvePoints)
  for (let index = 0; index < curvePoints; index += 1) {
    const value = index / (curvePoints - 1)
    data.setUint16(4 + 2 * index, Math.round((value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4) * 65535))
  }
  return tag('curv', new Uint8Array(data.buffer))
}

/** The name in ASCII; no Unicode name, no name for the Macintosh. */
function description(name: string): Uint8Array {
  const data = new Uint8Array(4 + name.length + 1 + 4 + 4 + 2 + 1 + 67)
  new DataView(data.buffer).setUint32(0, name.length + 1)
  data.set(ascii(name), 4)
  return tag('desc', data)
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

/** Pictures in a PDF file (ISO 32000-1, 8.9.5): JPEG as it is, PNG by its rows or by its pixels with a mask. */
import type { PdfFile } from './pdfFile'
import { hexOf } from './pdfFile'
import { readPng } from './pngImage'

const image = '/Type/XObject/Subtype/Image'

/** Writes a picture and gives its number; null for bytes that are no sound picture. */
export function writePicture(file: PdfFile, bytes: Uint8Array): number | null {
  try {
    return bytes[0] === 0xff ? writeJpeg(file, bytes) : writePng(file, bytes)
  } catch {
    return null
  }
}

function writePng(file: PdfFile, bytes: Uint8Array): number {
  const png = readPng(bytes)
  const size = `/Width ${png.width}/Height ${png.height}`
  const id = file.reserve()
  if (png.kind === 'packed') {
    const { palette, colors, bits } = png
    const space = palette === null ? (colors === 3 ? '/DeviceRGB' : '/DeviceGray') : `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${Array.from(palette, (value) => hexOf(value).slice(2)).join('')}>]`
    file.writeStream(id, `${image}${size}/BitsPerComponent ${bits}/ColorSpace${space}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${colors}/BitsPerComponent ${bits}/Columns ${png.width}>>`, png.rows, true)
    return id
  }
  const mask = png.alpha === null ? null : file.reserve()
  if (mask !== null && png.alpha !== null) file.writeStream(mask, `${image}${size}/BitsPerComponent 8/ColorSpace/DeviceGray`, png.alpha)
  file.writeStream(id, `${image}${size}/BitsPerComponent 8/ColorSpace/DeviceRGB${mask === null ? '' : `/SMask ${mask} 0 R`}`, png.pixels)
  return id
}

/** Markers of a frame: width, height and the number of colours stand behind them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function writeJpeg(file: PdfFile, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (!isFrame(view.getUint8(at + 1))) at += 2 + view.getUint16(at + 2)
  const [bits, height, width, colors] = [view.getUint8(at + 4), view.getUint16(at + 5), view.getUint16(at + 7), view.getUint8(at + 9)]
  const space = colors === 1 ? '/DeviceGray' : colors === 3 ? '/DeviceRGB' : '/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]'
  const id = file.reserve()
  file.writeStream(id, `${image}/Width ${width}/Height ${height}/BitsPerComponent ${bits}/ColorSpace${space}/Filter/DCTDecode`, bytes, true)
  return id
}

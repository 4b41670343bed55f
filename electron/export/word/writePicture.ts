import { ImageRun, Paragraph, TextRun } from 'docx'
import type { PrintDocument, PrintParagraph, PrintPicture } from '../../../shared/print/printDocument'
import { paragraphOptions, writeRun } from './writeParagraph'

const twipsPerPixel = 15

/** A picture in the line, its caption on the next one. `id` is its number in the file: from the library it would differ from one export to the next. */
export function writePicture(paragraph: PrintParagraph, picture: PrintPicture, bytes: Uint8Array | null, id: number, document: Pick<PrintDocument, 'digits' | 'red'>): Paragraph {
  const image = bytes === null ? [] : [new ImageRun({
    type: picture.mediaType === 'image/png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: picture.width / twipsPerPixel, height: picture.height / twipsPerPixel },
    altText: { id: String(id), name: `picture ${id}`, description: paragraph.runs.map(({ text }) => text).join(''), title: '' },
  })]
  const caption = paragraph.runs.flatMap((run) => writeRun(run, document))
  return new Paragraph({ ...paragraphOptions(paragraph), children: [...image, ...(caption.length === 0 ? [] : [new TextRun({ break: 1 }), ...caption])] })
}

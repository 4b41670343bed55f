import type { PrintParagraph } from '../../../shared/print/printDocument'
import { paragraphXml } from './writeParagraph'
import { writeRun, type Ink } from './writeRun'

/** A picture in the line, its caption on the next one. `drawing`: the run of the picture, nothing where its bytes are missing. */
export function writePicture(paragraph: PrintParagraph, drawing: string, ink: Ink, section: string): string {
  const caption = paragraph.runs.map((run) => writeRun(run, ink)).join('')
  return paragraphXml(paragraph, ink, `${drawing}${caption === '' ? '' : `<w:r><w:br/></w:r>${caption}`}`, { section })
}

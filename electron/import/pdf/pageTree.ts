/** The pages of a PDF file in order, each with what it inherits (ISO 32000-1, 7.7.3), and the layers that are switched off. */
import { ImportRefusal } from '../refusal'
import type { Matrix } from './matrix'
import type { PdfFile } from './openPdf'
import { isArray, isDictionary, isReference, isStream, numberOf, type PdfDictionary, type PdfStream, type PdfValue } from './pdfValues'
import type { PagePlan } from './readPage'

const mostPages = 5_000
const deepestTree = 60
const mostStreams = 2_000
/** Of a page that does not say: A4 in points. */
const usualBox = [0, 0, 595, 842]

interface Inherited { readonly resources: PdfValue; readonly box: PdfValue; readonly turn: PdfValue }

/** A page and its dictionary, by which bookmarks name it. */
export interface PdfPage extends PagePlan { readonly dictionary: PdfDictionary }

export function readPageTree(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = []
  const seen = new Set<PdfDictionary>()

  function walk(node: PdfValue, inherited: Inherited, depth: number): void {
    if (!isDictionary(node) || seen.has(node)) return
    if (depth > deepestTree) throw new ImportRefusal('fileUnsafe', 'depth of the pages')
    seen.add(node)
    const own: Inherited = {
      resources: file.entry(node, 'Resources') ?? inherited.resources, turn: file.entry(node, 'Rotate') ?? inherited.turn,
      box: file.entry(node, 'CropBox') ?? file.entry(node, 'MediaBox') ?? inherited.box,
    }
    const kids = file.entry(node, 'Kids')
    if (isArray(kids)) for (const kid of kids.items) walk(file.resolve(kid), own, depth + 1)
    else {
      if (pages.length >= mostPages) throw new ImportRefusal('fileTooLong', 'pages')
      pages.push(pageOf(file, node, own))
    }
  }

  walk(file.entry(file.entry(file.trailer, 'Root'), 'Pages'), { resources: null, box: null, turn: null }, 0)
  return pages
}

function pageOf(file: PdfFile, dictionary: PdfDictionary, { resources, box, turn }: Inherited): PdfPage {
  const given = isArray(box) && box.items.length >= 4 ? box.items.slice(0, 4).map((item) => numberOf(file.resolve(item))) : usualBox
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = given
  const [left, right, bottom, top] = [Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1)]
  const quarter = (((Math.round(numberOf(turn) / 90) % 4) + 4) % 4)
  const matrix: Matrix = quarter === 1 ? [0, 1, 1, 0, -bottom, -left] : quarter === 2 ? [-1, 0, 0, 1, right, -bottom] : quarter === 3 ? [0, -1, -1, 0, top, right] : [1, 0, 0, -1, -left, top]
  const [width, height] = quarter % 2 === 0 ? [right - left, top - bottom] : [top - bottom, right - left]
  const contents = file.entry(dictionary, 'Contents')
  const streams = (isArray(contents) ? contents.items.slice(0, mostStreams).map(file.resolve) : [contents]).filter((stream): stream is PdfStream => isStream(stream))
  return { dictionary, contents: streams, resources, matrix, width, height }
}

/** The numbers of the layers that are not shown when the file is opened. */
export function hiddenLayers(file: PdfFile): ReadonlySet<number> {
  const off = file.entry(file.entry(file.entry(file.entry(file.trailer, 'Root'), 'OCProperties'), 'D'), 'OFF')
  return new Set(isArray(off) ? off.items.flatMap((item) => (isReference(item) ? [item.number] : [])) : [])
}

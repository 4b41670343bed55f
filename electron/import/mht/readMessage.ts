/** A page with its pictures in one file (.mht), as browsers, Word and WPS write it; a mail message is read alike (SPEC IMPORT-14). */
import { markupText } from '../html/markupText'
import { readPage, type FindPicture } from '../html/readWebPage'
import { ImportRefusal } from '../refusal'
import type { SourceDocument, SourceParagraph } from '../sourceDocument'
import { readPlainText } from '../text/readPlainText'
import { mimeParts, type MimePart } from './mimeParts'

export function readMessage(bytes: Uint8Array): SourceDocument {
  const parts = mimeParts(bytes)
  const pages = parts.filter(({ type, isAttached }) => !isAttached && (type === 'text/html' || type === 'application/xhtml+xml'))
  const page = pages.find((each) => !isMarginPage(each))
  const plain = parts.find(({ type, isAttached }) => !isAttached && type === 'text/plain')
  const isCut = parts.some((part) => part.isCut)
  const attached = parts.filter(({ isAttached }) => isAttached).length
  if (page?.isCut) throw new ImportRefusal('fileDamaged', 'cut off')
  const find = page === undefined ? () => null : pictureFinder(page, parts)
  const documents = pages.filter((each) => !isMarginPage(each)).map((each) => readPage(each.bytes(), each.charset, find))
  const [first, ...others] = documents
  if (plain !== undefined && !documents.some(({ blocks }) => blocks.length > 0)) {
    if (plain.isCut && parts.length > 1) throw new ImportRefusal('fileDamaged', 'cut off')
    const document = plainPart(plain)
    return { ...document, met: { ...document.met, objects: attached } }
  }
  // A page of frames has its text in the pages that stand in them.
  const shown = first !== undefined && first.blocks.length > 0 ? first : others.find(({ blocks }) => blocks.length > 0) ?? first
  if (shown === undefined) throw new ImportRefusal('formatUnknown', 'no page')
  const frames = others.filter((each) => each !== shown && each.blocks.length > 0)
  const margins = [...pages.filter(isMarginPage).flatMap((each) => readPage(each.bytes(), each.charset, find).margins), ...frames.flatMap(linesOf)]
  return {
    ...shown, margins: [...new Set([...shown.margins, ...margins])],
    met: { ...shown.met, objects: shown.met.objects + attached, damaged: isCut ? 1 : 0 },
  }
}

/** The lines of a page in a frame: what stands there is beside the text of the page around it. */
function linesOf({ blocks }: SourceDocument): readonly string[] {
  const textOf = ({ label, runs }: SourceParagraph): string => `${label}${runs.map(({ text }) => text).join('')}`
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block)] : block.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map(textOf).join(' ')).join('\t')))).filter((line) => line.trim() !== '')
}

/** A text in the encoding that the message names, where it reads so. */
function plainPart({ bytes, charset }: MimePart): SourceDocument {
  const { text, isBroken, unreadable } = charset === '' ? { text: '', isBroken: true, unreadable: 0 } : markupText(bytes(), charset)
  return isBroken || unreadable > 0 ? readPlainText(bytes()) : readPlainText(new TextEncoder().encode(`\ufeff${text}`))
}

/** Word keeps the headers and footers of a page in a page of their own. */
function isMarginPage({ location }: MimePart): boolean {
  return /[/\\]header\.html?$/i.test(location)
}

/** Pictures by `cid:`, by their address, or by an address that goes on from that of the page. */
function pictureFinder(page: MimePart, parts: readonly MimePart[]): FindPicture {
  const pictures = parts.filter(({ type }) => type.startsWith('image/') || type === 'application/octet-stream')
  const byId = new Map(pictures.map((part) => [part.id, part]))
  const byPlace = new Map(pictures.map((part) => [plainAddress(part.location), part]))
  const folder = plainAddress(page.location).replace(/[^/]*$/, '')
  return (address) => {
    if (/^cid:/i.test(address)) return byId.get(address.slice(4))?.bytes() ?? null
    const place = plainAddress(address)
    return place === '' ? null : (byPlace.get(place) ?? byPlace.get(folder + place.replace(/^(?:\.\/)+/, '')))?.bytes() ?? null
  }
}

function plainAddress(address: string): string {
  const slashed = address.replace(/\\/g, '/')
  try {
    return decodeURI(slashed)
  } catch {
    return slashed
  }
}

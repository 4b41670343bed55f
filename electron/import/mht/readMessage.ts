/** A page with its pictures in one file (.mht), as browsers, Word and WPS write it; a mail message is read alike (SPEC IMPORT-14). */
import { readPage, type FindPicture } from '../html/readWebPage'
import { ImportRefusal } from '../refusal'
import type { SourceDocument } from '../sourceDocument'
import { readPlainText } from '../text/readPlainText'
import { mimeParts, type MimePart } from './mimeParts'

export function readMessage(bytes: Uint8Array): SourceDocument {
  const parts = mimeParts(bytes)
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  const page = pages.find((each) => !isMarginPage(each))
  const plain = parts.find(({ type }) => type === 'text/plain')
  const isCut = parts.some((part) => part.isCut)
  if (page === undefined) {
    if (plain === undefined) throw new ImportRefusal('formatUnknown', 'no page')
    if (plain.isCut && parts.length > 1) throw new ImportRefusal('fileDamaged', 'cut off')
    return readPlainText(plain.bytes())
  }
  if (page.isCut) throw new ImportRefusal('fileDamaged', 'cut off')
  const find = pictureFinder(page, parts)
  const documents = pages.filter((each) => !isMarginPage(each)).map((each) => readPage(each.bytes(), each.charset, find))
  const [first, ...others] = documents
  // A page of frames has its text in the pages that stand in them.
  const shown = first !== undefined && first.blocks.length > 0 ? first : others.find(({ blocks }) => blocks.length > 0) ?? first
  if (shown === undefined) throw new ImportRefusal('formatUnknown', 'no page')
  const margins = pages.filter(isMarginPage).flatMap((each) => readPage(each.bytes(), each.charset, find).margins)
  const inFrames = others.filter(({ blocks }) => blocks.length > 0).length
  return {
    ...shown, margins: [...new Set([...shown.margins, ...margins])],
    met: { ...shown.met, objects: shown.met.objects + (shown === first ? inFrames : inFrames - 1), damaged: isCut ? 1 : 0 },
  }
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

/** A page with its pictures in one file (.mht), as browsers, Word and WPS write it; a mail message is read alike (SPEC IMPORT-14). */
import { markupText } from '../html/markupText'
import { readPage, type FindPicture } from '../html/readWebPage'
import { ImportRefusal } from '../refusal'
import type { SourceDocument, SourceParagraph } from '../sourceDocument'
import { readPlainText } from '../text/readPlainText'
import { joinedDocuments } from './joinedDocuments'
import { mimeParts, type MimePart } from './mimeParts'

export function readMessage(bytes: Uint8Array): SourceDocument {
  const parts = mimeParts(bytes)
  const texts = parts.filter((part) => isPage(part) || part.type === 'text/plain')
  const inline = texts.filter(({ isAttached }) => !isAttached)
  // Some programs attach even the text itself.
  const read = unitsOf(inline.length > 0 ? inline : texts.slice(0, 1)).flatMap((unit) => readUnit(unit, parts))
  if (read.length === 0) throw new ImportRefusal('formatUnknown', 'no page')
  const chosen = read.filter(({ isPlain, choices, document }) => document.blocks.length > 0 && !(isPlain && read.some((other) => !other.isPlain && other.document.blocks.length > 0 && other.choices.some((choice) => choices.includes(choice)))))
  const document = joinedDocuments((chosen.length > 0 ? chosen : read.slice(0, 1)).map((each) => each.document))
  const attached = parts.filter(({ isAttached }) => isAttached).length - (inline.length > 0 ? 0 : 1)
  const isCut = parts.length > 1 && parts.some((part) => part.isCut)
  return { ...document, met: { ...document.met, objects: document.met.objects + attached, damaged: document.met.damaged + (isCut ? 1 : 0) } }
}

interface UnitText {
  readonly document: SourceDocument
  readonly isPlain: boolean
  readonly choices: readonly number[]
}

function isPage({ type }: MimePart): boolean {
  return type === 'text/html' || type === 'application/xhtml+xml'
}

function unitsOf(parts: readonly MimePart[]): readonly (readonly MimePart[])[] {
  const units = new Map<number, MimePart[]>()
  for (const part of parts) {
    const unit = units.get(part.unit)
    if (unit === undefined) units.set(part.unit, [part])
    else unit.push(part)
  }
  return [...units.values()]
}

/** A page with its frames, or the plain text where no page says anything. */
function readUnit(unit: readonly MimePart[], parts: readonly MimePart[]): readonly UnitText[] {
  const pages = unit.filter(isPage)
  const page = pages.find((each) => !isMarginPage(each))
  const plain = unit.find(({ type }) => type === 'text/plain')
  if (page?.isCut) throw new ImportRefusal('fileDamaged', 'cut off')
  const find = page === undefined ? () => null : pictureFinder(page, parts)
  const documents = pages.filter((each) => !isMarginPage(each)).map((each) => readPage(each.bytes(), each.charset, find))
  const [first, ...others] = documents
  if (plain !== undefined && !documents.some(({ blocks }) => blocks.length > 0)) {
    if (plain.isCut && parts.length > 1) throw new ImportRefusal('fileDamaged', 'cut off')
    return [{ document: plainPart(plain), isPlain: true, choices: plain.choices }]
  }
  // A page of frames has its text in the pages that stand in them.
  const shown = first !== undefined && first.blocks.length > 0 ? first : others.find(({ blocks }) => blocks.length > 0) ?? first
  if (shown === undefined) return []
  const frames = others.filter((each) => each !== shown && each.blocks.length > 0)
  const margins = [...pages.filter(isMarginPage).flatMap((each) => readPage(each.bytes(), each.charset, find).margins), ...frames.flatMap(linesOf)]
  return [{ document: { ...shown, margins: [...new Set([...shown.margins, ...margins])] }, isPlain: false, choices: page?.choices ?? [] }]
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

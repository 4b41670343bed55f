/** A saved web page, or a page that Word or WPS saved (SPEC IMPORT-14). The reader of the clipboard reads it; nothing of it is loaded or run. */
import type { HtmlElement } from '../../../shared/paste/htmlTree'
import type { Pasted } from '../../../shared/paste/pasted'
import { readHtmlParts } from '../../../shared/paste/readHtmlParts'
import { limits } from '../limits'
import { pictureFacts } from '../pictureFacts'
import { ImportRefusal } from '../refusal'
import { nothingMet, sourceDocument, type SourceBlock, type SourceDocument } from '../sourceDocument'
import { base64Bytes } from './base64Bytes'
import { markupText, type MarkupText } from './markupText'
import { pageChrome, type PageChrome } from './pageChrome'
import { partBlocks } from './partBlocks'
import { noMarks, replaceMark } from './wordMarks'

/** Elements and texts of a page. */
const mostNodes = 600_000

/** The bytes of a picture that stands beside the page in the same file, by the address that the page has for it. */
export type FindPicture = (address: string) => Uint8Array | null

export function readWebPage(bytes: Uint8Array): SourceDocument {
  return readPage(bytes, '', () => null)
}

/** A page of a message. `declared`: the name of the encoding that the message gives for it. */
export function readPage(bytes: Uint8Array, declared: string, findPicture: FindPicture): SourceDocument {
  const text = markupText(bytes, declared)
  const page = readText(text, findPicture, pageChrome())
  // A page of nothing but links is read as it is.
  return page.blocks.length > 0 || page.margins.length === 0 ? page : readText(text, findPicture, null)
}

function readText({ text, isBroken, unreadable }: MarkupText, findPicture: FindPicture, chrome: PageChrome | null): SourceDocument {
  const marks = noMarks()
  const pictures = new Map<string, Uint8Array>()
  let nodes = 0
  const pasted = readHtmlParts(text, {
    onNode: () => {
      nodes += 1
      if (nodes > mostNodes) throw new ImportRefusal('fileTooLong', 'nodes')
    },
    replace: (element, style, read) => replaceMark(element, style, read, marks, chrome),
    picture: (element) => keepPicture(element, pictures, findPicture),
  })
  const blocks = partBlocks(pasted.parts)
  const shown = shownPictures(blocks, pictures)
  const document = sourceDocument(blocks, {
    notes: marks.notes, comments: marks.comments, margins: [...marks.margins], pictures: shown,
    met: { ...nothingMet, hidden: hiddenCharacters(pasted), changes: marks.changes, notes: marks.notes.length, objects: marks.objects, drawings: marks.drawings + countOf(pasted, 'picture') + pictures.size - shown.size },
  })
  // Broken characters in what is left out do no harm.
  const broken = isBroken || unreadable > 0 ? JSON.stringify([document.blocks, document.notes]).split('\ufffd').length - 1 : 0
  if (isBroken && broken > 0) throw new ImportRefusal('encodingUnknown', 'encoding')
  return broken === 0 ? document : { ...document, met: { ...document.met, unreadable: Math.min(broken, unreadable) } }
}

/** The key of a picture that stands in the page itself or beside it; null for what would have to be fetched or is no picture that a report may have. */
function keepPicture({ attributes }: HtmlElement, pictures: Map<string, Uint8Array>, findPicture: FindPicture): string | null {
  const address = attributes['src'] ?? ''
  const data = /^data:image\/[\w.+-]+((?:;[^,;]*)*),/i.exec(address.slice(0, 200))
  if (data !== null && !/;base64$/i.test(data[1] ?? '')) return null
  const bytes = data === null ? findPicture(address) : base64Bytes(address.slice(data[0].length))
  const facts = bytes === null ? null : pictureFacts(bytes)
  if (bytes === null || facts === null || facts.width * facts.height > limits.pixels) return null
  const same = [...pictures].find(([, each]) => each === bytes)?.[0]
  const key = same ?? `picture ${pictures.size + 1}`
  pictures.set(key, bytes)
  return key
}

/** Pictures inside what is left out are not kept. */
function shownPictures(blocks: readonly SourceBlock[], pictures: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const named = new Set(blocks.flatMap((block) => (block.kind === 'paragraph' ? block.picture ?? [] : [])))
  return new Map([...pictures].filter(([key]) => named.has(key)))
}

function hiddenCharacters({ removed }: Pasted): number {
  return removed.reduce((sum, { kind, text, count }) => (kind === 'hidden' ? sum + text.replace(/\s/g, '').length * count : sum), 0)
}

function countOf({ removed }: Pasted, kind: Pasted['removed'][number]['kind']): number {
  return removed.reduce((sum, each) => (each.kind === kind ? sum + each.count : sum), 0)
}

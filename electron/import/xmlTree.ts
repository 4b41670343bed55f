/** A part of a package as a tree (SPEC IMPORT-5): strict XML without document types and entities, with limits that are checked while reading. */
import { SaxesParser } from 'saxes'
import { ImportRefusal } from './refusal'

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever prefix the file uses: `w:p`, `mc:Fallback`. */
  readonly name: string
  /** By names with the usual prefixes; those without a namespace have none. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const deepest = 256
const mostNodes = 2_000_000
const mostAttributes = 256
const mostNames = 1000

/** Usual prefixes by namespace, transitional and strict. What is not listed keeps the prefix of the file behind a question mark. */
const prefixes = new Map(Object.entries({
  w: ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main', 'http://schemas.microsoft.com/office/word/2003/wordml'],
  r: ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
  m: ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'http://purl.oclc.org/ooxml/officeDocument/math'],
  a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  v: ['urn:schemas-microsoft-com:vml'],
  o: ['urn:schemas-microsoft-com:office:office'],
  wp: ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing'],
  wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ...Object.fromEntries(['office', 'text', 'style', 'table', 'manifest'].map((name) => [name, [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`]])),
  draw: ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
  svg: ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  fo: ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  loext: ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'],
  field: ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0'],
  xlink: ['http://www.w3.org/1999/xlink'],
  dc: ['http://purl.org/dc/elements/1.1/'],
  xml: ['http://www.w3.org/XML/1998/namespace'],
  wx: ['http://schemas.microsoft.com/office/word/2003/auxHint'],
  aml: ['http://schemas.microsoft.com/aml/2001/core'],
  pkg: ['http://schemas.microsoft.com/office/2006/xmlPackage'],
  rel: ['http://schemas.openxmlformats.org/package/2006/relationships'],
}).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)))

/** The namespace that a usual prefix stands for; null for a prefix that is none. */
export function namespaceOf(prefix: string): string | null {
  return [...prefixes].find(([, each]) => each === prefix)?.[0] ?? null
}

const noAttributes: Record<string, string> = Object.freeze(Object.create(null) as Record<string, string>)

/** Parses a part; throws an {@link ImportRefusal} for what is not well formed or beyond the limits. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [root]
  const names: Names = new Map()
  let nodes = 0
  const count = (): void => {
    nodes += 1
    if (nodes > mostNodes) throw new ImportRefusal('fileUnsafe', 'XML nodes')
  }
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('doctype', () => { throw new ImportRefusal('fileUnsafe', 'document type') })
  parser.on('error', (error) => { throw error })
  parser.on('opentag', (tag) => {
    count()
    const given = Object.values(tag.attributes)
    const attributes = given.length === 0 ? noAttributes : (Object.create(null) as Record<string, string>)
    if (given.length > mostAttributes) throw new ImportRefusal('fileUnsafe', 'XML attributes')
    for (const attribute of given) attributes[named(names, attribute.uri, attribute.prefix, attribute.local)] = attribute.value
    const element: Open = { name: named(names, tag.uri, tag.prefix, tag.local), attributes, children: [] }
    if (stack.length > deepest) throw new ImportRefusal('fileUnsafe', 'XML depth')
    stack[stack.length - 1]?.children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => { stack.pop() })
  const text = (found: string): void => {
    count()
    stack[stack.length - 1]?.children.push(found)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(decode(bytes)).close()
  } catch (reason) {
    throw reason instanceof ImportRefusal ? reason : new ImportRefusal('fileDamaged', 'XML')
  }
  const [element] = root.children.filter((child): child is Open => typeof child !== 'string')
  if (element === undefined) throw new ImportRefusal('fileDamaged', 'empty XML')
  return element
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Names that were met before, by namespace and local name: a document has few, and each of them often. */
type Names = Map<string, Map<string, string>>

function named(names: Names, uri: string, prefix: string, local: string): string {
  if (uri === '') return local
  let known = names.get(uri)
  if (known === undefined) names.set(uri, known = new Map())
  const name = known.get(local) ?? `${prefixes.get(uri) ?? `?${prefix}`}:${local}`
  if (known.size < mostNames) known.set(local, name)
  return name
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}

/** The child elements. */
export function elements(parent: XmlElement | null): readonly XmlElement[] {
  return parent === null ? [] : parent.children.filter((child): child is XmlElement => typeof child !== 'string')
}

/** The first child of this name, or null. */
export function child(parent: XmlElement | null, name: string): XmlElement | null {
  if (parent !== null) for (const each of parent.children) if (typeof each !== 'string' && each.name === name) return each
  return null
}

/** The attribute `w:val`, or null. */
export function value(element: XmlElement | null): string | null {
  return element?.attributes['w:val'] ?? null
}

/** A switch such as `w:b`: on if it is there, unless its value says off; null if it is not there. */
export function flag(parent: XmlElement | null, name: string): boolean | null {
  const found = child(parent, name)
  return found === null ? null : !['0', 'false', 'off', 'none'].includes(value(found) ?? '1')
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((each) => (typeof each === 'string' ? each : textOf(each))).join('')
}

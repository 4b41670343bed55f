/** Packages that lie about what is in them, as Word and ODT files. */
import { odd, refused, sound, utf8, type HostileFile } from './hostileFile'
import { numbers, rawZip, type RawEnd, type RawEntry } from './rawZip'

const mega = 1024 * 1024
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const documentXml = (body: string, before = ''): Uint8Array => utf8(`<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="${w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`)
export const line = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

const basics: readonly RawEntry[] = [
  { name: '[Content_Types].xml', data: utf8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') },
  { name: '_rels/.rels', data: utf8(`<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`) },
  { name: 'word/_rels/document.xml.rels', data: utf8(`<Relationships xmlns="${relations}"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/><Relationship Id="n" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`) },
]

const good: RawEntry = { name: 'word/document.xml', data: documentXml(line('好')) }

/** A Word file with this main part and more entries. */
export const wordZip = (document: RawEntry, more: readonly RawEntry[] = [], end: RawEnd = {}): Uint8Array => rawZip([...basics, document, ...more], end)

const blanks = (size: number): Uint8Array => new Uint8Array(size).fill(0x20)

/** A valid part of 60 MB that packs very small, made once. */
let largePart: Uint8Array | null = null
const large = (): Uint8Array => {
  largePart ??= padded(60 * mega)
  return largePart
}

function padded(size: number): Uint8Array {
  const bytes = blanks(size)
  const text = documentXml(line('好'))
  bytes.set(text.subarray(0, text.length - 1))
  bytes[size - 1] = 0x3e
  return bytes
}

export const hostileZips: readonly HostileFile[] = [
  sound('zip: nothing wrong', () => wordZip(good)),
  refused('zip: a main part of 60 MB in 60 kB', () => wordZip({ ...good, data: large() })),
  refused('zip: 30 parts of 60 MB each', () => {
    const bomb = wordZip({ ...good, data: large() })
    // The same packed bytes under thirty names: the directory alone claims 1.8 GB.
    return wordZip({ ...good, data: large() }, Array.from({ length: 30 }, (_, index) => ({ name: `word/part${index}.xml`, data: new Uint8Array(), stored: true, isPointer: true, size: 60 * mega, packed: bomb.length - 2000, method: 8 })))
  }),
  refused('zip: a bomb that says it is small', () => wordZip({ ...good, data: large(), size: 1000, localSize: 1000 })),
  refused('zip: a small part that says it is 60 MB, ratio allowed', () => wordZip({ ...good, size: 60 * mega, packed: mega, localSize: 60 * mega }, [{ name: 'word/filler.bin', data: new Uint8Array(2 * mega), stored: true }])),
  refused('zip: overlapping entries', () => wordZip(good, Array.from({ length: 200 }, (_, index) => ({ ...good, name: `word/o${index}.xml`, isPointer: true })))),
  refused('zip: a package inside a package inside a package', () => {
    let inner = wordZip(good)
    for (let depth = 0; depth < 6; depth += 1) inner = wordZip({ name: 'word/document.xml', data: inner })
    return inner
  }),
  refused('zip: a quine: the main part is the file itself', () => {
    const file = wordZip({ ...good, stored: true })
    return wordZip({ ...good, stored: true, data: file, header: 0, size: file.length, packed: file.length })
  }),
  refused('zip: 65,000 entries', () => wordZip(good, Array.from({ length: 65_000 }, (_, index) => ({ name: `a${index}`, data: new Uint8Array(), stored: true })))),
  refused('zip: zip64 fields', () => wordZip({ ...good, size: 0xffffffff, packed: 0xffffffff, extra: numbers([2, 1], [2, 16], [4, 0xffffffff], [4, 1], [4, 0xffffffff], [4, 1]) }, [], { before: numbers([4, 0x07064b50], [4, 0], [4, 0], [4, 0], [4, 1]) })),
  refused('zip: a zip64 end', () => wordZip(good, [], { count: 0xffff, size: 0xffffffff, at: 0xffffffff, before: numbers([4, 0x07064b50], [4, 0], [4, 0xffffff00], [4, 0xff], [4, 1]) })),
  odd('zip: sizes behind the data', () => wordZip({ ...good, hasDescriptor: true })),
  refused('zip: sizes behind the data that lie', () => wordZip({ ...good, hasDescriptor: true, size: 10 })),
  refused('zip: a name twice', () => wordZip(good, [{ ...good, data: documentXml(line('坏')) }])),
  refused('zip: a name twice but for capitals', () => wordZip(good, [{ ...good, name: 'Word/Document.XML', data: documentXml(line('坏')) }])),
  refused('zip: a name twice but for its composition', () => wordZip(good, [{ name: 'word/\u00e9.xml', data: blanks(1) }, { name: 'word/e\u0301.xml', data: blanks(1) }])),
  ...['../evil.xml', 'word/../../evil.xml', '..\\evil.xml', '/etc/passwd', 'C:\\evil.xml', 'C:evil.xml', '\\\\server\\share', 'word/\u0000.xml', 'word/\u0007.xml', 'a/..', '..'].map((name) =>
    refused(`zip: the name ${JSON.stringify(name)}`, () => wordZip(good, [{ name, data: utf8('x') }]))),
  refused('zip: the local header has another name', () => wordZip({ ...good, localName: 'word/another.xml' })),
  refused('zip: the local header has another method', () => wordZip({ ...good, localMethod: 0 })),
  refused('zip: a method that nobody knows', () => wordZip({ ...good, method: 99 })),
  refused('zip: encrypted', () => wordZip({ ...good, flags: 1 })),
  refused('zip: a wrong sum', () => wordZip({ ...good, crc: 1 })),
  refused('zip: the directory points behind the file', () => wordZip({ ...good, header: 0x7fffffff })),
  refused('zip: the directory lies behind the file', () => wordZip(good, [], { at: 0x7fffffff })),
  refused('zip: more entries than the directory has', () => wordZip(good, [], { count: 1999 })),
  refused('zip: several disks', () => wordZip(good, [], { disk: 3 })),
  refused('zip: a comment that looks like an end', () => wordZip(good, [], { comment: numbers([4, 0x06054b50], [2, 0], [2, 0], [2, 60_000], [2, 60_000], [4, 99], [4, 0], [2, 0]) })),
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name) => odd(`zip: an entry called ${name}`, () => wordZip(good, [{ name, data: utf8('{"a":1}') }, { name: `word/${name}`, data: utf8('x') }]))),
]

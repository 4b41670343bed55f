/** Small Word files made by hand, as other programs write them: for what our own exporter never writes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
/** Prefixes of all that a part may use. */
const spaces = `${w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`

/** A part beside the document: its kind, its name in the folder of the document, its bytes. */
export type RelatedPart = readonly [type: string, name: string, bytes: Uint8Array]

/** A part whose root element is this, e.g. `footnotes`. */
export function wordPart(root: string, inside: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${spaces}>${inside}</w:${root}>`)
}

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A package with this body, and other parts beside it (`styles`, `numbering` as the inside of their root element). */
export function wordFile(body: string, parts: { readonly styles?: string; readonly numbering?: string; readonly others?: Readonly<Record<string, string>>; readonly related?: readonly RelatedPart[] } = {}): Uint8Array {
  const related = (['styles', 'numbering'] as const).filter((name) => parts[name] !== undefined)
  return zipSync({
    '[Content_Types].xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${(['document', ...related] as const).map((name) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name === 'document' ? 'document.main' : name}+xml"/>`).join('')}</Types>`),
    '_rels/.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relationship}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/_rels/document.xml.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.map((name) => `<Relationship Id="${name}" Type="${relationship}/${name}" Target="${name}.xml"/>`).join('')}${(parts.related ?? []).map(([type, name]) => `<Relationship Id="${name}" Type="${relationship}/${type}" Target="${name}"/>`).join('')}<Relationship Id="x" Type="${relationship}/attachedTemplate" Target="http://example.invalid/x.dotm" TargetMode="External"/></Relationships>`),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries((parts.related ?? []).map(([, name, bytes]) => [`word/${name}`, bytes])),
    ...(parts.styles === undefined ? {} : { 'word/styles.xml': strToU8(`<w:styles ${w}>${parts.styles}</w:styles>`) }),
    ...(parts.numbering === undefined ? {} : { 'word/numbering.xml': strToU8(`<w:numbering ${w}>${parts.numbering}</w:numbering>`) }),
    ...Object.fromEntries(Object.entries(parts.others ?? {}).map(([name, text]) => [name, strToU8(text)])),
  })
}

/** A paragraph of plain text; `properties` is the inside of its w:pPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** Properties of a paragraph in list `numId`. */
export function listed(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`
}

/** A level of a list. */
export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

/** A Word file of ours with a comment about the paragraph that holds these words. */
export function withComment(bytes: Uint8Array, quote: string, author: string, text: string): Uint8Array {
  const parts = unzipSync(bytes)
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const pattern = new RegExp(`(<w:r>(?:(?!<w:r>).)*?<w:t[^>]*>[^<]*)${quote}([^<]*</w:t></w:r>)`, 's')
  if (!pattern.test(read('word/document.xml'))) throw new Error(`no run holds ${quote}`)
  const split = read('word/document.xml').replace(pattern, (_, before: string, after: string) => {
    const open = /<w:r>(?:(?!<w:r>).)*?<w:t[^>]*>/s.exec(before)?.[0] ?? ''
    return `${before}</w:t></w:r><w:commentRangeStart w:id="7"/>${open}${quote}</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${open}${after}`
  })
  return zipSync({
    ...parts, 'word/document.xml': strToU8(split),
    'word/comments.xml': strToU8(`<w:comments ${w}><w:comment w:id="7" w:author="${author}" w:date="2026-01-06T09:00:00Z"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment></w:comments>`),
    'word/_rels/document.xml.rels': strToU8(read('word/_rels/document.xml.rels').replace('</Relationships>', `<Relationship Id="rId99" Type="${relationship}/comments" Target="comments.xml"/></Relationships>`)),
  })
}

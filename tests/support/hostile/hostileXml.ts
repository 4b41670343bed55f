/** Parts of packages and XML files that attack whoever parses them. */
import { concat, odd, refused, sound, utf8, type HostileFile } from './hostileFile'
import { documentXml, line, wordZip } from './hostileZips'
import { rawZip, type RawEntry } from './rawZip'

const main = (body: string, before = ''): RawEntry => ({ name: 'word/document.xml', data: documentXml(body, before) })
const laughs = `<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]>`

const doctypes: readonly (readonly [name: string, before: string, text: string])[] = [
  ['a billion laughs', laughs, '&j;'],
  ['an external entity', '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
  ['an entity from the network', '<!DOCTYPE w [<!ENTITY x SYSTEM "http://example.invalid/x">]>', '&x;'],
  ['parameter entities', '<!DOCTYPE w [<!ENTITY % a SYSTEM "http://example.invalid/x.dtd"> %a;]>', '好'],
  ['an external document type', '<!DOCTYPE w SYSTEM "http://example.invalid/x.dtd">', '好'],
  ['an entity that is itself', '<!DOCTYPE w [<!ENTITY a "&a;">]>', '&a;'],
  ['an unknown entity', '', '&unknown;'],
]

const text = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'
const odtContent = (body: string, before = ''): Uint8Array => utf8(`<?xml version="1.0"?>${before}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="${text}" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`)
export const odt = (body: string, before = '', more: readonly RawEntry[] = []): Uint8Array => rawZip([
  { name: 'mimetype', data: utf8('application/vnd.oasis.opendocument.text'), stored: true },
  { name: 'META-INF/manifest.xml', data: utf8('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>') },
  { name: 'content.xml', data: odtContent(body, before) }, ...more,
])

/** WordML of Word 2003: one XML file. */
export const wordMl = (body: string, before = ''): Uint8Array => utf8(`<?xml version="1.0" encoding="UTF-8"?>${before}<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${body}</w:body></w:wordDocument>`)

const nested = (open: string, close: string, times: number, inside = ''): string => open.repeat(times) + inside + close.repeat(times)
const table = '<w:tbl><w:tr><w:tc>'
const tableEnd = '<w:p/></w:tc></w:tr></w:tbl>'

export const hostileXml: readonly HostileFile[] = [
  sound('odt: nothing wrong', () => odt('<text:p>甲</text:p>')),
  sound('WordML: nothing wrong', () => wordMl(line('甲'))),
  ...doctypes.flatMap(([name, before, body]) => [
    refused(`docx: ${name}`, () => wordZip(main(line(body), before))),
    refused(`odt: ${name}`, () => odt(`<text:p>${body}</text:p>`, before)),
    refused(`WordML: ${name}`, () => wordMl(line(body), before)),
  ]),
  refused('docx: a document type in the styles', () => wordZip(main(line('好')), [{ name: 'word/styles.xml', data: utf8('<!DOCTYPE s [<!ENTITY a "b">]><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:styles>') }])),
  refused('docx: 100,000 elements deep', () => wordZip(main(nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 50_000)))),
  refused('docx: a million tables in each other', () => wordZip(main(nested(table, tableEnd, 200_000)))),
  refused('docx: deep and never closed', () => wordZip(main('<w:p>'.repeat(500_000)))),
  refused('docx: 400,000 paragraphs in 40 kB', () => wordZip(main('<w:p/>'.repeat(400_000)))),
  refused('docx: 400,000 paragraphs of one character', () => wordZip(main(line('甲').repeat(400_000)))),
  refused('docx: 300,000 cells', () => wordZip(main(`<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(300_000)}</w:tr></w:tbl>`))),
  refused('docx: 3 million characters in a run', () => wordZip(main(line('甲乙丙丁'.repeat(750_000))))),
  refused('docx: 10,000 attributes', () => wordZip(main(`<w:p ${Array.from({ length: 10_000 }, (_, index) => `w:a${index}="x"`).join(' ')}/>`))),
  odd('docx: an attribute of 3 MB', () => wordZip(main(`<w:p w:rsidR="${'0123456789'.repeat(300_000)}"/>${line('好')}`))),
  odd('docx: a style of 3 MB', () => wordZip(main(`<w:p><w:pPr><w:pStyle w:val="${'s'.repeat(3_000_000)}"/></w:pPr><w:r><w:t>好</w:t></w:r></w:p>`))),
  odd('docx: columns beyond all tables', () => wordZip(main(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>${line('甲')}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr><w:tc>${line('乙')}</w:tc></w:tr></w:tbl>`))),
  odd('docx: styles and lists in a ring', () => wordZip(main('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>好</w:t></w:r></w:p>'), [
    { name: 'word/styles.xml', data: utf8('<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:link w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>') },
    { name: 'word/numbering.xml', data: utf8('<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="x"/><w:styleLink w:val="x"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>') },
  ])),
  odd('docx: names of what every object inherits', () => wordZip(main(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf'].map((name) => `<w:p w:__proto__="1" ${name}="x"><w:pPr><w:pStyle w:val="${name}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${name}"/></w:numPr></w:pPr><w:r><w:t>${name}</w:t><w:footnoteReference w:id="${name}"/></w:r></w:p>`).join('')), [
    { name: 'word/styles.xml', data: utf8(`<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${['__proto__', 'constructor', 'toString'].map((name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/><w:basedOn w:val="__proto__"/></w:style>`).join('')}</w:styles>`) },
  ])),
  odd('docx: 2,000 fields that never end', () => wordZip(main(line('甲').replace('<w:r>', '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>').repeat(2_000)))),
  odd('docx: characters that no XML can hold', () => wordZip({ name: 'word/document.xml', data: concat(documentXml('').subarray(0, -26), utf8('<w:p><w:r><w:t>'), Uint8Array.from([0xef, 0xbf, 0xbf, 0x01, 0x00]), utf8('</w:t></w:r></w:p></w:body></w:document>')) })),
  refused('docx: a main part in UTF-7', () => wordZip({ name: 'word/document.xml', data: utf8('+ADw-?xml version="1.0" encoding="UTF-7"?+AD4-') })),
  refused('odt: 100,000 elements deep', () => odt(nested('<text:section>', '</text:section>', 100_000))),
  refused('odt: lists in each other', () => odt(nested('<text:list><text:list-item>', '</text:list-item></text:list>', 100_000, '<text:p>甲</text:p>'))),
  refused('odt: 400,000 paragraphs', () => odt('<text:p/>'.repeat(400_000))),
  odd('odt: a cell repeated a thousand million times', () => odt('<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>')),
  odd('odt: a row repeated a thousand million times', () => odt('<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row></table:table>')),
  odd('odt: rows and cells repeated a hundred thousand times each', () => odt('<table:table><table:table-row table:number-rows-repeated="100000"><table:table-cell table:number-columns-repeated="100000"><text:p>甲乙丙丁</text:p></table:table-cell></table:table-row></table:table>')),
  odd('odt: a thousand million blanks', () => odt('<text:p>甲<text:s text:c="1000000000"/>乙</text:p>')),
  odd('odt: 10,000 times a million blanks', () => odt(`<text:p>${'甲<text:s text:c="1000000"/>'.repeat(10_000)}</text:p>`)),
  odd('odt: spans beyond all tables', () => odt('<table:table><table:table-row><table:table-cell table:number-columns-spanned="2147483647" table:number-rows-spanned="2147483647"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>')),
  refused('WordML: 100,000 elements deep', () => wordMl(nested('<w:p>', '</w:p>', 100_000))),
  refused('WordML: a million tables in each other', () => wordMl(nested(table, tableEnd, 200_000))),
  refused('WordML: 400,000 paragraphs', () => wordMl('<w:p/>'.repeat(400_000))),
]

import { zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../electron/import/readDocument'
import { readSource, type ReadSource } from '../../../electron/import/readers'
import { sourceReport } from '../../../electron/import/sourceReport'
import { sourceText } from '../../../electron/import/sourceText'
import { countingIds } from '../../../shared/base/ids'
import { htmlSeeds, wordPage } from '../../fuzz/htmlSeeds'
import { reportMarkdown } from '../../fuzz/markdownSeeds'
import { wordMessage } from '../../fuzz/mhtSeeds'
import { oldWordXml } from '../../fuzz/wordXmlSeeds'
import { encodeWith, utf16, utf8 } from '../../support/encodings'

const office = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'

/** A Word file of one line with its main part under this name. */
function wordZip(main: string, space: string, contentType: string): Uint8Array {
  const kinds = space.startsWith(strict) ? `${strict}/officeDocument/relationships` : `${office}/officeDocument/2006/relationships`
  return zipSync({
    '[Content_Types].xml': utf8(`<?xml version="1.0"?><Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="${contentType}"/></Types>`),
    '_rels/.rels': utf8(`<?xml version="1.0"?><Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="a" Type="${kinds}/officeDocument" Target="/${main}"/></Relationships>`),
    [main]: utf8(`<?xml version="1.0"?><w:document xmlns:w="${space}"><w:body><w:p><w:r><w:t>一、主要工作</w:t></w:r></w:p></w:body></w:document>`),
  })
}

const transitional = `${office}/wordprocessingml/2006/main`
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

describe('the same text as another program writes it', () => {
  const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../../fixtures', name))
  it.each(['dirty-2025.word2003.xml', 'dirty-2025.libreoffice.html'])('IMPORT-8: %s has every line of the text, and gives the same report', async (name) => {
    const [text, other] = [await readSource(fixture('dirty-2025.txt'), 'a'), await readSource(fixture(name), 'b')]
    if (!text.ok || !other.ok) throw new Error(name)
    const linesOf = ({ document }: ReadSource): readonly string[] => sourceText(document).text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    expect(linesOf(other.value)).toEqual(linesOf(text.value))
    const reportOf = async ({ document }: ReadSource): Promise<unknown> => {
      const { title, blocks } = (await sourceReport(document, countingIds(), null)).content
      return { title, blocks }
    }
    expect(await reportOf(other.value)).toEqual(await reportOf(text.value))
  })
})

describe('files under names that are not theirs', () => {
  it.each([
    ['总结.doc', 'a .docx file', wordZip('word/document.xml', transitional, mainType)],
    ['总结.wps', 'a .docx file with its main part under another name', wordZip('word/document2.xml', transitional, mainType)],
    ['总结.docx', 'a main part in a folder of another name', wordZip('content/main.xml', transitional, mainType)],
    ['总结.dotx', 'a template', wordZip('word/document.xml', transitional, 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml')],
    ['总结.docm', 'one with macros', wordZip('word/document.xml', transitional, 'application/vnd.ms-word.document.macroEnabled.main+xml')],
    ['总结.docx', 'strict Open XML', wordZip('word/document.xml', `${strict}/wordprocessingml/main`, mainType)],
    ['总结.doc', 'Word 2003 XML', utf8(oldWordXml)],
    ['总结.doc', 'a page of Word', encodeWith('gb18030', wordPage)],
    ['总结.docx', 'a page in one file', wordMessage],
    ['总结.txt', 'Markdown', utf8(reportMarkdown)],
    ['总结.docx', 'a text', encodeWith('gb18030', '年度总结\r\n一、主要工作\r\n')],
    ['总结.wps', 'a text in two-byte units', utf16('年度总结\r\n一、主要工作\r\n', false, false)],
  ])('IMPORT-1: %s that is %s', async (name, _what, bytes) => {
    const read = await readDocument(bytes, name, readSource)
    expect(read.ok && read.value.text.split('\n').filter((line) => line === '一、主要工作')).toEqual(['一、主要工作'])
  })
  it.each([
    ['a UOF file', utf8('<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>'), 'formatNotYet', '标文通文件（UOF）'],
    ['a UOF package', zipSync({ 'uof.xml': utf8('<a/>'), 'content.xml': utf8('<a/>') }), 'formatNotYet', '标文通文件（UOF）'],
    ['an OFD file', zipSync({ 'OFD.xml': utf8('<a/>') }), 'formatNotYet', 'OFD 版式文件'],
    ['other XML', utf8('<?xml version="1.0"?><a/>'), 'formatNotYet', 'XML 文件'],
    ['a sheet', zipSync({ '[Content_Types].xml': utf8('<a/>'), 'xl/workbook.xml': utf8('<a/>') }), 'formatOther', '表格文件'],
    ['slides', zipSync({ '[Content_Types].xml': utf8('<a/>'), 'ppt/presentation.xml': utf8('<a/>') }), 'formatOther', '演示文稿'],
    ['an archive', zipSync({ 'a.txt': utf8('a') }), 'formatOther', '压缩包'],
  ])('IMPORT-3: %s named .docx is told as what it is', async (_what, bytes, code, kind) => {
    expect(await readDocument(bytes, '总结.docx', readSource)).toMatchObject({ ok: false, error: { code, detail: { name: '总结.docx', kind } } })
  })
  it('IMPORT-3: files that are cut off anywhere are read or refused, and never throw', async () => {
    const files = [...htmlSeeds.map(([, bytes]) => bytes), wordMessage, utf8(oldWordXml), utf8(reportMarkdown), wordZip('word/document.xml', transitional, mainType)]
    for (const bytes of files) for (let part = 1; part < 12; part += 1) expect(typeof (await readDocument(bytes.subarray(0, Math.floor((bytes.length * part) / 12)), 'a', readSource)).ok).toBe('boolean')
  })
})

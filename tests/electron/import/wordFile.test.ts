import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { readableFormat, readSource } from '../../../electron/import/readers'
import { parsableSource } from '../../../electron/import/sourceReport'
import { readDocx } from '../../../electron/import/word/readDocx'
import { readWordFile } from '../../../electron/import/word/readWordFile'
import { wordContent } from '../../../electron/import/word/wordContent'
import { sampleReports } from '../../../electron/templates/sampleReports'
import { countingIds } from '../../../shared/base/ids'
import { formatListNumber } from '../../../shared/outline/numeralFormats'
import { comparedContent } from '../../../shared/outline/formatReport'
import { parseReport } from '../../../shared/outline/parseReport'
import { report, sampleReport } from '../export/sampleReport'
import { level, listed, paragraph, wordFile } from '../../support/wordFiles'
import { outcomeOf } from '../../support/sourceDocuments'
import { effort } from '../../support/effort'

const textOf = (bytes: Uint8Array): string => parsableSource(readDocx(bytes)).text

function codeOf(bytes: Uint8Array): string {
  const format = readableFormat(bytes, 'x.docx')
  return format.ok ? outcomeOf(readDocx, bytes) : format.error.code
}

describe('numbers that Word makes', () => {
  const chinese = level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCountingThousand', '（%2）') + level(2, 'decimal', '%3.') + level(3, 'decimalEnclosedCircle', '%4')
  const numbering = (levels: string, more = ''): string => `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>${more}`

  it('IMPORT-6: levels count on, and a higher number starts the lower ones anew', () => {
    const body = [['工作', 0], ['学习', 1], ['一次', 2], ['二次', 2], ['宣传', 1], ['一次', 2], ['问题', 0], ['其一', 1], ['小项', 3]] as const
    expect(textOf(wordFile(body.map(([text, at]) => paragraph(text, listed(1, at))).join(''), { numbering: numbering(chinese) })).split('\n'))
      .toEqual(['一、工作', '（一）学习', '1.一次', '2.二次', '（二）宣传', '1.一次', '二、问题', '（一）其一', '①小项'])
  })

  it('IMPORT-6: 1.1 with isLgl, bullets without a number, a restart and lists that share counters', () => {
    const levels = level(0, 'chineseCounting', '第%1章 ') + level(1, 'decimal', '%1.%2 ', '<w:isLgl/>') + level(2, 'bullet', '•')
    const more = '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    const body = paragraph('总则', listed(1)) + paragraph('目的', listed(1, 1)) + paragraph('点', listed(1, 2)) + paragraph('另', listed(3)) + paragraph('五', listed(2)) + paragraph('六', listed(2)) + paragraph('无', listed(0))
    expect(textOf(wordFile(body, { numbering: numbering(levels, more) })).split('\n')).toEqual(['第一章 总则', '1.1 目的', '点', '第二章 另', '第五章 五', '第六章 六', '无'])
  })

  it('IMPORT-6: a list linked to a style, and numbering switched off', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="我的标题"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="更小的"/><w:basedOn w:val="a"/></w:style>'
    const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
    const body = paragraph('甲', style('a')) + paragraph('乙', style('b')) + paragraph('丙', `${style('a')}<w:numPr><w:numId w:val="0"/></w:numPr>`) + paragraph('丁', style('a'))
    expect(textOf(wordFile(body, { styles, numbering: numbering(chinese) })).split('\n')).toEqual(['一、甲', '二、乙', '丙', '三、丁'])
  })

  it('IMPORT-6: every format that Word has for Chinese lists', () => {
    const formats: readonly (readonly [string, number, string])[] = [
      ['chineseCounting', 23, '二十三'], ['ideographDigital', 20, '二〇'], ['chineseLegalSimplified', 1, '壹'], ['chineseLegalSimplified', 12, '壹拾贰'], ['chineseLegalSimplified', 105, '壹佰零伍'], ['ideographTraditional', 1, '甲'], ['ideographZodiac', 1, '子'],
      ['decimalEnclosedCircle', 21, '㉑'], ['decimalEnclosedParen', 2, '⑵'], ['decimalEnclosedFullstop', 3, '⒊'], ['decimalFullWidth', 10, '１０'], ['decimalZero', 7, '07'], ['upperLetter', 27, 'AA'], ['lowerRoman', 14, 'xiv'], ['unheardOf', 4, '4'],
      // Numbers that no list has.
      ['lowerRoman', -3, '-3'], ['upperLetter', 2_000_000_000, '2000000000'], ['upperLetter', 0, '0'], ['chineseCounting', 100_000, '100000'], ['upperLetter', 781, '781'],
    ]
    for (const [format, value, expected] of formats) expect([format, formatListNumber(value, format)]).toEqual([format, expected])
  })
})

describe('what stands in a Word file', () => {
  const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const by = 'w:id="1" w:author="甲" w:date="2026-01-05T00:00:00Z"'
  const bodies: readonly (readonly [string, string, string])[] = [
    ['insertions and deletions', `<w:p>${run('完成')}<w:del ${by}><w:r><w:delText>12</w:delText></w:r></w:del><w:ins ${by}>${run('15')}</w:ins>${run('件。')}</w:p>`, '完成15件。'],
    ['moved text', `<w:p><w:moveFrom ${by}>${run('旧处')}</w:moveFrom>${run('甲')}</w:p><w:p><w:moveTo ${by}>${run('新处')}</w:moveTo></w:p>`, '甲\n新处'],
    ['a deleted end of a paragraph', `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('前半')}</w:p>${paragraph('后半')}`, '前半后半'],
    ['a deleted paragraph', `${paragraph('甲')}<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr><w:del ${by}><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>${paragraph('丙')}`, '甲\n丙'],
    ['hidden text', `<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}${run('。', '<w:vanish w:val="0"/>')}</w:p>`, '看得见。'],
    ['fields give their result', `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('2026年')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE">${run('1')}</w:fldSimple></w:p>`, '2026年1'],
    ['links and content controls', `<w:p><w:hyperlink>${run('链接')}</w:hyperlink><w:sdt><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt></w:p><w:sdt><w:sdtContent>${paragraph('段')}</w:sdtContent></w:sdt>`, '链接控件\n段'],
    ['tabs, breaks, hyphens, symbols', '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:sym w:font="Symbol" w:char="F041"/></w:r></w:p>', '甲\t乙\n丙-Α'],
    ['a choice inside a run', '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>', '旧'],
    ['a text box', `<w:p>${run('正文')}<w:r><w:pict><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:pict></w:r></w:p>`, '正文\n框内'],
    ['a page break', `<w:p>${run('前')}<w:r><w:br w:type="page"/></w:r></w:p>${paragraph('后')}`, '前\n后'],
  ]
  it.each(bodies)('IMPORT-6: %s', (_, body, expected) => {
    expect(textOf(wordFile(body))).toBe(expected)
  })

  it('IMPORT-6: what stands behind a page break begins on a new page', () => {
    const { hints } = parsableSource(readDocx(wordFile(`<w:p>${run('前')}<w:r><w:br w:type="page"/></w:r></w:p>${paragraph('后')}`)))
    expect([...hints]).toEqual([[1, { pageBreakBefore: true }]])
  })

  it('IMPORT-6: a table with merged cells', () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('单位', '<w:vMerge w:val="restart"/>')}${cell('上半年', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('计划')}${cell('完成')}</w:tr><w:tr>${cell('甲')}${cell('1')}${cell('2')}</w:tr></w:tbl>`
    const read = readWordFile(wordFile(`${paragraph('统计表')}${body}`, { styles: ['公文正文', '公文署名', '公文表格', '公文附件说明'].map((name, index) => `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="${name}"/></w:style>`).join('') }))
    if (!read.ok) throw new Error(read.error.code)
    expect(wordContent(read.value, countingIds()).blocks[1]).toMatchObject({
      kind: 'table', headerRows: 1, rows: [['单位', '上半年', ''], ['', '计划', '完成'], ['甲', '1', '2']], merges: [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }],
    })
  })

  it('IMPORT-6: our own files read back as the report that was written', async () => {
    for (const own of [sampleReport, ...sampleReports.map((sample) => report(parseReport(sample.text, { newId: countingIds() }).content))]) {
      const fromWord = parseReport(textOf((await exportWord(own)).bytes), { newId: countingIds() }).content
      // Whether the clerk or the page broke the title cannot be seen.
      const [wordTitle, ownTitle] = [fromWord, own].map((content) => content.title.join(''))
      expect([wordTitle, comparedContent({ ...fromWord, title: [] })]).toEqual([ownTitle, comparedContent({ ...own, title: [] })])
    }
  })

  it('IMPORT-6: a report typed in another program gives the same report as its text', () => {
    for (const sample of sampleReports) {
      const lines = sample.text.split('\n').filter((line) => line.trim() !== '')
      const escaped = lines.map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
      expect(comparedContent(parseReport(textOf(wordFile(escaped.map((line) => paragraph(line)).join(''))), { newId: countingIds() }).content)).toBe(comparedContent(parseReport(lines.join('\n'), { newId: countingIds() }).content))
    }
  })
})

describe('hostile and damaged files', () => {
  const good = wordFile(paragraph('甲'))
  const parts = unzipSync(good)
  const withDocument = (xml: string): Uint8Array => zipSync({ ...parts, 'word/document.xml': [strToU8(xml), { level: 0 }] })
  const root = (inside: string): string => `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`

  it('IMPORT-5: document types and entities are refused', () => {
    expect(codeOf(withDocument(`<!DOCTYPE w:document [<!ENTITY a "x">]>${root('&a;')}`))).toBe('fileUnsafe')
    expect(codeOf(withDocument(root('&nbsp;')))).toBe('fileDamaged')
  })

  it('IMPORT-5: a zip bomb is refused at once', async () => {
    const bomb = zipSync({ ...parts, 'word/document.xml': new Uint8Array(60 * 1024 * 1024) })
    expect(await effort(() => { expect(codeOf(bomb)).toBe('fileUnsafe') })).toBeLessThan(30)
    const lying = zipSync({ ...parts, 'word/document.xml': new Uint8Array(3 * 1024 * 1024) })
    expect(codeOf(withSizes(lying, 'word/document.xml', 100_000))).toBe('fileUnsafe')
  })

  it('IMPORT-5: depth, names, checksums and truncation', () => {
    expect(codeOf(withDocument(root(`${'<w:sdt>'.repeat(400)}${'</w:sdt>'.repeat(400)}`)))).toBe('fileUnsafe')
    expect(codeOf(zipSync({ ...parts, '../x': strToU8('x') }))).toBe('fileUnsafe')
    expect(codeOf(zipSync({ ...parts, 'WORD/document.xml': strToU8('x') }))).toBe('fileUnsafe')
    expect(codeOf(zipSync({ ...parts, ...Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`a${index}`, strToU8('')])) }))).toBe('fileUnsafe')
    const broken = Uint8Array.from(zipSync({ ...parts, 'word/document.xml': [strToU8(root(paragraph('乙'))), { level: 0 }] }))
    const at = latin(broken).indexOf('<w:body>')
    broken[at + 1] = 0x78
    expect(codeOf(broken)).toBe('fileDamaged')
    for (const length of [30, 200, good.length - 30, good.length - 1]) expect(['fileDamaged', 'formatUnknown', 'formatNotYet']).toContain(codeOf(good.subarray(0, length)))
  })

  it('IMPORT-5: random damage gives a refusal or a text, never a throw', () => {
    let state = 7
    const draw = (most: number): number => (state = (state * 48271) % 2147483647) % most
    for (let round = 0; round < 300; round += 1) {
      const bytes = Uint8Array.from(good)
      for (let change = 0; change <= draw(4); change += 1) bytes[draw(bytes.length)] = draw(256)
      expect(typeof codeOf(bytes)).toBe('string')
    }
  })

  it('IMPORT-5: a password is told as such', () => {
    const flagged = Uint8Array.from(good)
    const entry = latin(flagged).indexOf('PK\u0001\u0002')
    flagged[entry + 8] = 1
    expect(codeOf(flagged)).toBe('fileEncrypted')
  })

  it('IMPORT-9: a few cells that would become too many, and as many as may be (control)', async () => {
    const cells = (rows: number): Uint8Array => withDocument(root(`<w:tbl>${'<w:tr><w:tc/></w:tr>'.repeat(rows)}<w:tr><w:tc><w:tcPr><w:gridSpan w:val="400"/></w:tcPr>${paragraph('甲')}</w:tc></w:tr></w:tbl>`))
    expect(await readSource(cells(600), 'x.docx')).toMatchObject({ ok: false, error: { code: 'fileTooLong' } })
    expect((await readSource(cells(400), 'x.docx')).ok).toBe(true)
  })

  it('IMPORT-9: too many paragraphs, cells or characters', () => {
    expect(codeOf(withDocument(root('<w:p/>'.repeat(50_001))))).toBe('fileTooLong')
    expect(codeOf(withDocument(root(`<w:tbl><w:tr>${'<w:tc/>'.repeat(200_001)}</w:tr></w:tbl>`)))).toBe('fileTooLong')
    expect(codeOf(withDocument(root(paragraph('甲'.repeat(2_000_001)))))).toBe('fileTooLong')
  })
})

function latin(bytes: Uint8Array): string {
  return strFromU8(bytes, true)
}

/** The same package with the inflated size of one entry declared otherwise in its directory. */
function withSizes(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  const view = new DataView(changed.buffer)
  const text = latin(changed)
  for (let at = text.indexOf('PK\u0001\u0002'); at >= 0; at = text.indexOf('PK\u0001\u0002', at + 1)) {
    if (text.slice(at + 46, at + 46 + name.length) === name) view.setUint32(at + 24, size, true)
  }
  return changed
}

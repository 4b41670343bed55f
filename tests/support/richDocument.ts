/** A document with what the other formats of a word processor hold beside plain text, as flat ODT for LibreOffice to save it in any of them. The texts are our own. */
import { pngOf } from './pictures'

const spaces = ['office', 'style', 'text', 'table', 'drawing:draw', 'xsl-fo-compatible:fo', 'svg-compatible:svg'].map((each) => {
  const [name = '', prefix = name] = each.split(':')
  return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`
}).join(' ')

const change = (id: string, kind: 'insertion' | 'deletion', inside = ''): string => `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>甲</dc:creator><dc:date>2026-01-05T08:00:00</dc:date></office:change-info>${inside}</text:${kind}></text:changed-region>`
const note = (kind: 'footnote' | 'endnote', id: string, text: string): string => `<text:note text:id="${id}" text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body><text:p>${text}</text:p></text:note-body></text:note>`
const cell = (inside: string, more = ''): string => `<table:table-cell office:value-type="string"${more}>${inside}</table:table-cell>`
const p = (inside: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${inside}</text:p>`

/** `size` is that of the picture. */
export function richDocument(size = 24): Uint8Array {
  const picture = Buffer.from(pngOf(size, size)).toString('base64')
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:text-properties fo:font-size="16pt" style:font-size-asian="16pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style></office:styles>
<office:automatic-styles><style:style style:name="C" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
<style:style style:name="B" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="D" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" fo:font-style="italic" style:font-style-asian="italic" style:text-underline-style="solid"/></style:style>
<style:style style:name="F" style:family="graphic"><style:graphic-properties style:wrap="parallel"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>某县档案局文件</text:p></style:header><style:footer><text:p>内部资料</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:tracked-changes>${change('i', 'insertion')}${change('d', 'deletion', p('旧的说法'))}</text:tracked-changes>
${p('关于全年工作的报告', 'C')}
<text:h text:style-name="Heading_20_1" text:outline-level="1">一、总体情况</text:h>
${p(`全年接待查阅${note('footnote', 'f1', '含电话咨询。')}三百人次，满意率“很高”——名列前茅…${note('endnote', 'e1', '据年度台账。')}`)}
${p('看得见<text:span text:style-name="H">看不见</text:span>，<text:span text:style-name="D">要紧</text:span>的话。')}
${p('修订：<text:change text:change-id="d"/><text:change-start text:change-id="i"/>新的说法<text:change-end text:change-id="i"/>。')}
${p('批注：<office:annotation office:name="n1"><dc:creator>乙</dc:creator><dc:date>2026-01-06T09:30:00</dc:date><text:p>请核对</text:p></office:annotation>数字<office:annotation-end office:name="n1"/>无误。')}
${p(`文本框在此<draw:frame draw:style-name="F" draw:name="框" text:anchor-type="char" svg:x="1cm" svg:y="1cm" svg:width="5cm"><draw:text-box fo:min-height="1cm">${p('框里第一段')}${p('框里第二段')}</draw:text-box></draw:frame>。`)}
${p(`图片<draw:frame draw:name="图" text:anchor-type="as-char" svg:width="1cm" svg:height="1cm"><draw:image><office:binary-data>${picture}</office:binary-data></draw:image></draw:frame>`)}
<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>${cell(p('单位'))}${cell(p('两年'), ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows>
<table:table-row>${cell(p('办公室'), ' table:number-rows-spanned="2"')}${cell(p('12') + p('又'))}${cell(p('𠮷'))}</table:table-row><table:table-row><table:covered-table-cell/>${cell(p('3'))}${cell(p(''))}</table:table-row></table:table>
${p('左<text:tab/>右<text:line-break/>下一行，见<text:a xlink:type="simple" xlink:href="http://example.invalid/">附件</text:a>第<text:page-number>1</text:page-number>页')}
${p('另起一页', 'B')}
</office:text></office:body></office:document>`)
}

/** Small valid OpenDocument texts, each with another part of what they can say; built in code. */
import { strToU8, zipSync } from 'fflate'
import { pngOf } from '../support/pictures'

const odf = 'urn:oasis:names:tc:opendocument:xmlns'
const spaces = `xmlns:office="${odf}:office:1.0" xmlns:text="${odf}:text:1.0" xmlns:style="${odf}:style:1.0" xmlns:table="${odf}:table:1.0" xmlns:draw="${odf}:drawing:1.0" xmlns:fo="${odf}:xsl-fo-compatible:1.0" xmlns:svg="${odf}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`

interface OdtParts {
  /** Inside of the automatic styles of the text. */
  readonly automatic?: string
  /** Inside of the styles of the user, and of the master pages. */
  readonly styles?: string
  readonly pages?: string
  readonly others?: Readonly<Record<string, Uint8Array>>
  readonly manifest?: string
}

const mimetype = 'application/vnd.oasis.opendocument.text'

/** A package with this text. */
export function odtFile(body: string, { automatic = '', styles = '', pages = '', others = {}, manifest = '' }: OdtParts = {}): Uint8Array {
  return zipSync({
    mimetype: [strToU8(mimetype), { level: 0 }],
    'content.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`),
    'styles.xml': strToU8(`<office:document-styles ${spaces}><office:styles>${styles}</office:styles><office:automatic-styles/><office:master-styles>${pages}</office:master-styles></office:document-styles>`),
    'META-INF/manifest.xml': strToU8(`<!DOCTYPE manifest><manifest xmlns="${odf}:manifest:1.0">${manifest}</manifest>`),
    ...others,
  })
}

/** The same in one piece. */
export function flatOdt(body: string, { automatic = '', styles = '', pages = '' }: OdtParts = {}): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${spaces} office:mimetype="${mimetype}"><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles>${pages}</office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`)
}

export const odtParagraph = (text: string, style = ''): string => `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${text}</text:p>`
export const odtHeading = (level: number, text: string, style = ''): string => `<text:h text:outline-level="${level}"${style === '' ? '' : ` text:style-name="${style}"`}>${text}</text:h>`
export const odtItem = (inside: string, more = ''): string => `<text:list-item${more}>${inside}</text:list-item>`
export const odtList = (style: string, items: string, more = ''): string => `<text:list text:style-name="${style}"${more}>${items}</text:list>`
/** A level of a list or of the outline. */
export const odtLevel = (level: number, format: string, more: string, kind = 'list-level-style-number', inside = ''): string => `<text:${kind} text:level="${level}" style:num-format="${format}" ${more}>${inside}</text:${kind}>`

const listStyle = (name: string, levels: string): string => `<text:list-style style:name="${name}">${levels}</text:list-style>`
const lists = `${listStyle('L1', `${odtLevel(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${odtLevel(2, '一, 二, 三, ...', 'style:num-prefix="（" style:num-suffix="）"')}${odtLevel(3, '1', 'style:num-suffix="."')}`)}${listStyle('L2', '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>')}`
const outline = `<text:outline-style style:name="Outline">${odtLevel(1, '1', '', 'outline-level-style')}${odtLevel(2, '1', 'text:display-levels="2"', 'outline-level-style')}</text:outline-style>`
const looks = '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" style:font-size-asian="16pt"/></style:default-style><style:style style:name="Big_20_Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="200%" style:font-size-asian="22pt" style:font-weight-asian="bold"/></style:style><style:style style:name="Heading_20_1" style:display-name="标题 1" style:family="paragraph" style:parent-style-name="Big_20_Title"/>'
const marks = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties style:text-underline-style="solid" fo:font-style="italic"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
const cell = (text: string, more = ''): string => `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`
const table = `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>${cell('单位')}${cell('数据', ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>${cell('甲', ' table:number-rows-spanned="2"')}${cell('1')}${cell('2')}</table:table-row><table:table-row><table:covered-table-cell/>${cell('3', ' table:number-columns-repeated="2"')}</table:table-row></table:table>`
const frame = (inside: string): string => `<draw:frame draw:name="x">${inside}</draw:frame>`

export const odtSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['plain', odtFile(`${odtParagraph('工作总结')}${odtParagraph('今年<text:s text:c="2"/>以来<text:tab/>1<text:line-break/>2')}`)],
  ['flat', flatOdt(`\n <text:list text:style-name="L1">\n  ${odtItem(odtParagraph('主要做法'))}</text:list>${odtParagraph(' a\n  b ')}`, { automatic: lists })],
  ['lists', odtFile(`${odtList('L1', `${odtItem(`${odtParagraph('甲')}${odtParagraph('甲续')}<text:list>${odtItem(odtParagraph('乙'))}${odtItem(odtParagraph('丙'))}</text:list>`)}${odtItem(odtParagraph('丁'))}`)}${odtParagraph('间')}${odtList('L1', `<text:list-header>${odtParagraph('头')}</text:list-header>${odtItem(odtParagraph('戊'))}${odtItem(odtParagraph('己'), ' text:start-value="9"')}`, ' text:continue-numbering="true"')}${odtList('L2', odtItem(odtParagraph('点')))}`, { automatic: lists })],
  ['outline', odtFile(`${odtHeading(1, '一章')}${odtHeading(2, '一节')}${odtHeading(2, '二节')}${odtHeading(1, '二章', 'P2')}${odtHeading(2, '三节')}`, { styles: outline, automatic: '<style:style style:name="P2" style:family="paragraph" style:list-style-name=""/>' })],
  ['styles', odtFile(`${odtParagraph('标题', 'Big_20_Title')}${odtParagraph('章', 'P1')}${odtParagraph('甲<text:span text:style-name="T1">乙</text:span><text:span text:style-name="T2">丙</text:span>')}`, { styles: looks, automatic: marks })],
  ['table', odtFile(`${table}${odtParagraph('后')}`)],
  ['notes', odtFile(`<text:p>a<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${odtParagraph('脚注')}</text:note-body></text:note>b<office:annotation office:name="c1"><dc:creator>王</dc:creator><dc:date>2026-01-05T08:00:00</dc:date>${odtParagraph('批')}</office:annotation>c<office:annotation-end office:name="c1"/></text:p>`, { pages: `<style:master-page style:name="Standard"><style:header>${odtParagraph('页眉')}</style:header><style:footer style:display="false">${odtParagraph('无')}</style:footer></style:master-page>` })],
  ['changes', odtFile(`<text:tracked-changes><text:changed-region xml:id="d"><text:deletion><text:p>x</text:p></text:deletion></text:changed-region><text:changed-region xml:id="i"><text:insertion/></text:changed-region></text:tracked-changes><text:p>甲<text:change-start text:change-id="i"/>乙<text:change-end text:change-id="i"/><text:change-start text:change-id="d"/>丙</text:p><text:p>丁<text:change-end text:change-id="d"/>戊</text:p><text:p>己<text:change text:change-id="d"/></text:p>`)],
  ['drawings', odtFile(`<text:p>a${frame(`<draw:text-box>${odtParagraph('框')}</draw:text-box>`)}${frame('<draw:image xlink:href="Pictures/a.svg"/><draw:image xlink:href="Pictures/a.png"/>')}${frame('<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./none"/>')}<draw:custom-shape>${odtParagraph('形')}</draw:custom-shape><draw:line/><draw:rect svg:width="6in" svg:height="0.02in"/><draw:custom-shape/></text:p>`, { others: { 'Pictures/a.png': pngOf(2, 2), 'Basic/Standard/script.xml': strToU8('x') } })],
  ['hidden', odtFile(`<text:section text:display="none">${odtParagraph('隐')}</text:section><text:p>a<text:hidden-text text:is-hidden="true" text:string-value="bc">bc</text:hidden-text><text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>han</text:ruby-text></text:ruby></text:p><text:p>d<text:hidden-paragraph text:is-hidden="true"/></text:p><text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>${odtParagraph('目录')}</text:index-title>${odtParagraph('一、甲')}</text:index-body></text:table-of-content>`)],
]

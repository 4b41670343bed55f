/**
 * word/styles.xml, written by hand because the library lacks half of the flags that Chinese text needs and adds blue default headings.
 * The element order inside w:pPr and w:rPr is that of the schema.
 * Marks may hang over the right margin, which is Word's own default: LibreOffice (7.4) reads the flag the other way round, and with it
 * turned off it hangs marks and even drops some from the page.
 */
import type { PrintDocument } from '../../../shared/print/printDocument'
import type { PrintStyle } from '../../../shared/print/styles'
import { fontsXml } from './writeRun'
import { escapeXml, wordNamespace, xmlHead } from './xml'

type Styled = Pick<PrintDocument, 'styles' | 'page' | 'digits'>

/** All styles of the document as the complete part. */
export function stylesXml(document: Styled): string {
  const { styles, page } = document
  return `${xmlHead}<w:styles ${wordNamespace}>`
    + '<w:docDefaults><w:rPrDefault><w:rPr>'
    + `${fontsXml('fang', document.digits)}${spacingXml(page.characterSpacing)}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`
    + '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    + styles.map((style) => styleXml(style, document)).join('')
    + fixedStyles
    + '</w:styles>'
}

function styleXml(style: PrintStyle, document: Styled): string {
  const isBase = style.id === 'Normal'
  return `<w:style w:type="paragraph"${isBase ? ' w:default="1"' : ''}${style.name.startsWith('公文') ? ' w:customStyle="1"' : ''} w:styleId="${style.id}">`
    + `<w:name w:val="${escapeXml(style.name)}"/>${isBase ? '' : '<w:basedOn w:val="Normal"/>'}${nextXml(style)}<w:qFormat/>`
    + `<w:pPr>${paragraphXml(style, document)}</w:pPr><w:rPr>${runXml(style, document)}</w:rPr></w:style>`
}

function nextXml(style: PrintStyle): string {
  return style.outlineLevel === null ? '' : '<w:next w:val="GwBody"/>'
}

function paragraphXml(style: PrintStyle, { page }: Styled): string {
  const flags = style.id === 'Normal' ? `<w:widowControl w:val="0"/><w:kinsoku/>${page.hangsMarks ? '<w:overflowPunct/>' : '<w:overflowPunct w:val="0"/>'}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>` : ''
  const offGrid = style.isSpaced ? '' : '<w:snapToGrid w:val="0"/>'
  const indent = style.firstLine === 0 ? '' : `<w:ind w:firstLineChars="${style.firstLine * 100}" w:firstLine="${style.firstLine * page.characterWidth}"/>`
  const outline = style.outlineLevel === null ? '' : `<w:outlineLvl w:val="${style.outlineLevel}"/>`
  return `${flags}${offGrid}<w:spacing w:before="0" w:after="0" ${style.isLoose === true ? 'w:line="240" w:lineRule="auto"' : `w:line="${style.line ?? page.linePitch}" w:lineRule="exact"`}/>${indent}<w:jc w:val="${style.align}"/>${outline}`
}

function runXml(style: PrintStyle, document: Styled): string {
  const spacing = style.isSpaced ? document.page.characterSpacing : 0
  return `${fontsXml(style.font, document.digits)}<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="auto"/>${spacingXml(spacing)}<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/>`
}

function spacingXml(spacing: number): string {
  return `<w:spacing w:val="${spacing}"/>`
}

const fixedStyles = '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
  + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
  + '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
  + '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
  + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:semiHidden/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
  + '<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:semiHidden/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'

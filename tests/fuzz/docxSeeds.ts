/** Small valid Word files with all that their reader knows, to be damaged. */
import { pngOf } from '../support/pictures'
import { level, listed, paragraph, wordFile, wordPart } from '../support/wordFiles'

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const by = 'w:id="1" w:author="甲" w:date="2026-01-05T00:00:00Z"'
const cell = (inside: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const field = (type: string, inside = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`

const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="ring"/><w:basedOn w:val="1"/></w:style><w:style w:type="character" w:styleId="c"><w:name w:val="dark"/><w:rPr><w:vanish/></w:rPr></w:style>`
const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'bullet', '•')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`

export const docxSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['text', wordFile(`${paragraph('全年工作总结')}${paragraph('完成任务12件。')}<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br w:type="page"/><w:cr/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`)],
  ['numbers', wordFile(`${paragraph('一', listed(1))}${paragraph('二', listed(1, 1))}${paragraph('三', listed(2))}${paragraph('四', '<w:pStyle w:val="1"/>')}${paragraph('五', listed(1, 2))}`, { styles, numbering })],
  ['tables', wordFile(`<w:tbl><w:tr><w:trPr><w:tblHeader/><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph('甲'), '<w:vMerge w:val="restart"/>')}${cell(paragraph('乙'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr><w:trPr><w:ins ${by}/></w:trPr>${cell('<w:p/>', '<w:vMerge/>')}${cell(`<w:tbl><w:tr>${cell(paragraph('内'))}</w:tr></w:tbl><w:p/>`)}${cell(paragraph('丙'), '<w:hMerge/>')}</w:tr></w:tbl>`)],
  ['changes', wordFile(`<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('前')}<w:del ${by}><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins ${by}>${run('新')}<w:del ${by}>${run('又删')}</w:del></w:ins></w:p>${paragraph('后')}<w:p><w:moveFrom ${by}>${run('移')}</w:moveFrom></w:p>`)],
  ['fields', wordFile(`<w:p>${field('begin', '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>')}<w:r><w:instrText>IF</w:instrText></w:r>${field('begin')}${run('暗')}${field('separate')}${run('果')}${field('end')}${field('separate')}${run('明')}${field('end')}<w:fldSimple w:instr="PAGE">${run('1')}</w:fldSimple></w:p>`)],
  ['hidden', wordFile(`<w:p><w:pPr><w:rPr><w:specVanish/></w:rPr></w:pPr>${run('一、标题。')}</w:p><w:p>${run('暗', '<w:vanish/>')}${run('暗', '<w:rStyle w:val="c"/>')}${run('明')}</w:p>`, { styles })],
  ['drawings', wordFile(`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${paragraph('框')}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('框')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing><wp:inline><a:blip r:embed="a.png"/></wp:inline></w:drawing></w:r><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>`, { related: [['image', 'a.png', pngOf(2, 2)]] })],
  ['notes', wordFile(`<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1" w:customMarkFollows="1"/><w:t>※</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/></w:sectPr>`, {
    related: [['footnotes', 'footnotes.xml', wordPart('footnotes', `<w:footnote w:id="1">${paragraph('脚注')}</w:footnote>`)], ['endnotes', 'endnotes.xml', wordPart('endnotes', `<w:endnote w:id="1">${paragraph('尾注')}</w:endnote>`)], ['header', 'header1.xml', wordPart('hdr', paragraph('页眉'))]],
  })],
  ['comments', wordFile(`<w:p><w:commentRangeStart w:id="1"/>${run('甲')}<w:commentRangeEnd w:id="1"/></w:p>`, { related: [['comments', 'comments.xml', wordPart('comments', `<w:comment w:id="1" w:author="乙">${paragraph('请核')}</w:comment>`)]] })],
  ['formulas', wordFile('<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:nary><m:e><m:r><m:t>b</m:t></m:r></m:e></m:nary></m:den></m:f></m:oMath><w:r><w:ruby><w:rubyBase><w:r><w:t>县</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>')],
  ['sections', wordFile(`<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr>${run('甲')}</w:p><w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}</w:sdtContent></w:sdt><w:altChunk r:id="x"/><w:sectPr/>`, { related: [['settings', 'settings.xml', wordPart('settings', '<w:evenAndOddHeaders/>')]] })],
]

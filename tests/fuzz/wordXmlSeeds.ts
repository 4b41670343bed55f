/** Small files of Word 2003 XML and flat packages with all that their reader knows. */
import { encodeWith, utf8 } from '../support/encodings'
import { pointPng } from './htmlSeeds'

const spaces = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:st1="urn:schemas-microsoft-com:office:smarttags"'
const paragraph = (text: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
const shown = (level: number, text: string, font = '仿宋'): string => `<w:listPr><w:ilvl w:val="${level}"/><w:ilfo w:val="1"/><wx:t wx:val="${text}" wx:wTabBefore="0" wx:wTabAfter="100"/><wx:font wx:val="${font}"/></w:listPr>`
const counted = (level: number, list = 1): string => `<w:listPr><w:ilvl w:val="${level}"/><w:ilfo w:val="${list}"/></w:listPr>`

const lists = '<w:lists><w:listDef w:listDefId="0"><w:plt w:val="Multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="（%2）"/></w:lvl></w:listDef>'
  + '<w:listDef w:listDefId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="23"/><w:lvlText w:val="·"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list><w:list w:ilfo="2"><w:ilst w:val="1"/></w:list></w:lists>'

export const oldWordXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<w:wordDocument ${spaces} w:macrosPresent="no"><o:DocumentProperties><o:Title>x</o:Title></o:DocumentProperties><w:fonts><w:defaultFonts w:ascii="Times New Roman"/></w:fonts>${lists}
<w:styles><w:versionOfBuiltInStylenames w:val="4"/><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/><wx:uiName wx:val="正文"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><wx:uiName wx:val="标题 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>
<w:docPr><w:view w:val="print"/></w:docPr><w:body><wx:sect><wx:sub-section>
${paragraph('清源县水务局2023年工作总结', '<w:jc w:val="center"/>')}
${paragraph('主要工作', `<w:pStyle w:val="1"/>${shown(0, '一、')}`)}
${paragraph('河道治理', counted(1))}
<w:p><w:r><w:t>全年清淤</w:t></w:r><st1:chmetcnv><w:r><w:t>12条</w:t></w:r></st1:chmetcnv><w:r><w:footnote><w:p><w:r><w:footnoteRef/><w:t>含支沟。</w:t></w:r></w:p></w:footnote></w:r><aml:annotation aml:id="0" w:type="Word.Deletion" aml:author="甲" aml:createdate="2023-12-01T09:00:00Z"><aml:content><w:r><w:delText>基本</w:delText></w:r></aml:content></aml:annotation><aml:annotation aml:id="1" w:type="Word.Insertion" aml:author="甲" aml:createdate="2023-12-01T09:00:00Z"><aml:content><w:r><w:t>全部</w:t></w:r></aml:content></aml:annotation><aml:annotation aml:id="2" w:type="Word.Comment.Start"/><w:r><w:t>完成</w:t></w:r><aml:annotation aml:id="2" w:type="Word.Comment.End"/><w:r><aml:annotation aml:id="2" w:type="Word.Comment" aml:author="乙" aml:createdate="2023-12-02T09:00:00Z"><aml:content><w:p><w:r><w:t>请核对。</w:t></w:r></w:p></aml:content></aml:annotation></w:r><w:hlink w:dest="https://example.invalid"><w:r><w:rPr><w:rStyle w:val="x"/></w:rPr><w:r><w:t>。</w:t></w:r></w:r></w:hlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>
${paragraph('沙袋', counted(0, 2))}${paragraph('水泵', shown(0, '\uf0b7', 'Symbol').replace('w:ilfo w:val="1"', 'w:ilfo w:val="2"'))}
<wx:pBdrGroup><wx:borders><wx:top wx:val="solid"/></wx:borders>${paragraph('框内文字')}</wx:pBdrGroup></wx:sub-section>
<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr>${paragraph('单位')}</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('数量')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc>${paragraph('计划', shown(0, '1.'))}</w:tc><w:tc>${paragraph('完成')}</w:tc></w:tr></w:tbl>
<w:p><w:r><w:pict><w:binData w:name="wordml://01000001.png">${pointPng}</w:binData><v:shape><v:imagedata src="wordml://01000001.png"/></v:shape></w:pict></w:r><w:r><w:t>图1</w:t></w:r><w:r><w:pict><v:rect><v:textbox><w:txbxContent>${paragraph('文本框')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>
<w:sectPr><w:hdr w:type="odd">${paragraph('内部资料')}</w:hdr><w:ftr w:type="odd">${paragraph('第1页')}</w:ftr><w:footnotePr><w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote></w:footnotePr></w:sectPr></wx:sect></w:body></w:wordDocument>`

const transitional = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export const flatWordXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
<pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/_rels/document.xml.rels"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/></Relationships></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document ${transitional} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p w14:paraId="1"><w:r><w:t xml:space="preserve">一、 情况 &amp; “说明”</w:t></w:r></w:p><w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r><w:r><w:t>图2</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/media/a.png" pkg:compression="store"><pkg:binaryData>${pointPng}</pkg:binaryData></pkg:part></pkg:package>`

export const wordXmlSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['Word 2003 XML', utf8(oldWordXml)],
  ['Word 2003 XML in GBK', encodeWith('gb18030', oldWordXml.replace('UTF-8', 'GB2312'))],
  ['a flat package', utf8(flatWordXml)],
  ['the least of a document', utf8(`<w:wordDocument ${spaces}><w:body>${paragraph('总结')}</w:body></w:wordDocument>`)],
]

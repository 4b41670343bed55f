/** A Word file as others write it: theme fonts, chains of styles, list numbers, a character grid, simple fields. Every part is right. */
import { strToU8, zipSync } from 'fflate'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

function fonts(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:eastAsia="${name}"/>`
}

export function line(text: string, paragraph = '', properties = ''): string {
  return `<w:p>${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${text === '' ? '' : run(text, properties)}</w:p>`
}

const title = (text: string): string => line(text, '<w:jc w:val="center"/>', `${fonts('方正小标宋简体')}<w:sz w:val="44"/>`)
const first = (text: string): string => line(text, '<w:pStyle w:val="list1"/>', fonts('黑体'))
const second = (text: string): string => line(text, '<w:pStyle w:val="list2"/>', fonts('楷体'))
const body = (text: string): string => line(text, '<w:pStyle w:val="text"/>')
const signed = (text: string, right: number): string => line(text, `<w:jc w:val="right"/><w:ind w:rightChars="${right * 100}" w:right="${right * 316}"/>`)

export const paragraphs = [
  title('清河县档案局关于2025年工作情况的报告'), line(''), line('县人民政府：'), body('现将2025年工作情况报告如下。'),
  first('主要做法'), second('加强学习'), body('全年集中学习12次，干部职工参加率98%，学习氛围进一步浓厚。'), second('狠抓落实'), body('各项任务按期完成，群众满意度明显提高。'),
  first('存在问题'), body('一是力量不足。二是手段不多。'), body('　　特此报告。').replace('<w:pStyle w:val="text"/>', ''), line(''), signed('清河县档案局', 4.5), signed('2025年12月5日', 4),
].join('')

const styles = `${head}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>`
  + '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
  + '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="base"/><w:basedOn w:val="a"/><w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr></w:style>'
  + '<w:style w:type="paragraph" w:styleId="text"><w:name w:val="text"/><w:basedOn w:val="base"/></w:style>'
  + '<w:style w:type="paragraph" w:styleId="list1"><w:name w:val="heading 1"/><w:basedOn w:val="base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
  + '<w:style w:type="paragraph" w:styleId="list2"><w:name w:val="heading 2"/><w:basedOn w:val="base"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>'
const numbering = `${head}<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:lvl>`
  + '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
const theme = `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="仿宋"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`
const footer = (side: 'left' | 'right'): string => `${head}<w:ftr ${w}><w:p><w:pPr><w:spacing w:line="280" w:lineRule="exact"/><w:jc w:val="${side}"/><w:ind w:${side}Chars="100" w:${side}="280"/></w:pPr>`
  + `${run('— ', `${fonts('宋体')}<w:sz w:val="28"/>`)}<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">${run('1', `${fonts('宋体')}<w:sz w:val="28"/>`)}</w:fldSimple>${run(' —', `${fonts('宋体')}<w:sz w:val="28"/>`)}</w:p></w:ftr>`
const section = '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
  + '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1450" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>'

/** The file with this body; `change` may put something else into a part. */
export function otherFile(content: string, change: (part: string, text: string) => string = (_, text) => text): Uint8Array {
  const relationship = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`
  const parts: Readonly<Record<string, string>> = {
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'styles', 'styles.xml')}${relationship('rId2', 'numbering', 'numbering.xml')}`
      + `${relationship('rId3', 'theme', 'theme/theme1.xml')}${relationship('rId4', 'footer', 'footer1.xml')}${relationship('rId5', 'footer', 'footer2.xml')}${relationship('rId6', 'settings', 'settings.xml')}</Relationships>`,
    'word/document.xml': `${head}<w:document ${w}><w:body>${content}${section}</w:body></w:document>`,
    'word/styles.xml': styles, 'word/numbering.xml': numbering, 'word/theme/theme1.xml': theme, 'word/footer1.xml': footer('right'), 'word/footer2.xml': footer('left'),
    'word/settings.xml': `${head}<w:settings ${w}><w:evenAndOddHeaders/></w:settings>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(change(name, text))])))
}

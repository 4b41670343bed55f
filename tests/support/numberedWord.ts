/** A Word file with all that other formats must say alike: numbers that Word makes, tables, notes, changes, hidden text. The texts are our own. */
import { level, listed, paragraph, wordFile } from './wordFiles'

const levels = (...formats: readonly (readonly [string, string, string?])[]): string => formats.map(([format, text, more], index) => level(index, format, text, more)).join('')
const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

const numbering = [
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels(['chineseCounting', '%1、', '<w:suff w:val="nothing"/>'], ['chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'], ['decimal', '%3.', '<w:suff w:val="space"/>'], ['decimal', '（%4）'], ['decimalEnclosedCircle', '%5'])}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levels(['chineseCountingThousand', '第%1章', '<w:suff w:val="space"/><w:pStyle w:val="Chapter"/>'], ['decimal', '%1.%2'], ['decimal', '%1.%2.%3'])}</w:abstractNum>`,
  ...(['upperRoman', 'lowerLetter', 'ideographTraditional', 'ideographZodiac', 'chineseLegalSimplified', 'decimalZero', 'decimalFullWidth', 'upperLetter', 'lowerRoman'] as const).map((format, index) => `<w:abstractNum w:abstractNumId="${index + 2}">${levels([format, '%1．'])}</w:abstractNum>`),
  `<w:abstractNum w:abstractNumId="20">${levels(['bullet', '•'])}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
  ...Array.from({ length: 9 }, (_, index) => `<w:num w:numId="${index + 3}"><w:abstractNumId w:val="${index + 2}"/></w:num>`),
  '<w:num w:numId="20"><w:abstractNumId w:val="20"/></w:num>',
  '<w:num w:numId="21"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
].join('')

const styles = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="章标题"/><w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
].join('')

const body = [
  paragraph('某县某局年度工作总结', '<w:jc w:val="center"/>'),
  paragraph('总体情况', `<w:pStyle w:val="Heading1"/>${listed(1, 0)}`),
  paragraph('今年以来，全局上下共同努力。'),
  paragraph('队伍建设', `<w:pStyle w:val="Heading2"/>${listed(1, 1)}`),
  paragraph('学习培训', listed(1, 2)), paragraph('轮岗交流', listed(1, 2)), paragraph('新进人员', listed(1, 3)), paragraph('青年骨干', listed(1, 4)), paragraph('老同志', listed(1, 4)),
  paragraph('作风建设', `<w:pStyle w:val="Heading2"/>${listed(1, 1)}`),
  paragraph('主要做法', `<w:pStyle w:val="Heading1"/>${listed(1, 0)}`),
  paragraph('日常巡查', listed(1, 1)),
  ...['甲项', '乙项', '丙项'].map((text) => paragraph(text, listed(1, 2))),
  paragraph('另起一份清单', listed(21, 0)), paragraph('清单第二项', listed(21, 0)),
  paragraph('第一部分', '<w:pStyle w:val="Chapter"/>'), paragraph('范围', listed(2, 1)), paragraph('对象', listed(2, 1)), paragraph('细分', listed(2, 2)),
  paragraph('第二部分', '<w:pStyle w:val="Chapter"/>'), paragraph('期限', listed(2, 1)),
  ...Array.from({ length: 9 }, (_, index) => [1, 2].map((count) => paragraph(`格式${index + 1}的第${count}项`, listed(index + 3)))).flat(),
  paragraph('要点', listed(20)),
  `<w:p>${run('普通')}${run('加粗', '<w:b/>')}${run('暗记', '<w:vanish/>')}<w:ins w:id="1" w:author="甲" w:date="2026-01-05T08:00:00Z">${run('新增')}</w:ins><w:del w:id="2" w:author="甲" w:date="2026-01-05T08:00:00Z"><w:r><w:delText>旧文</w:delText></w:r></w:del>${run('结尾')}</w:p>`,
  `<w:p>${run('左')}<w:r><w:tab/></w:r>${run('右')}<w:r><w:br/></w:r>${run('下一行“引号”—…')}</w:p>`,
  `<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('单位')}${cell('两年数据', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('办公室', '<w:vMerge w:val="restart"/>')}${cell('12')}${cell('15')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('3')}${cell('𠮷')}</w:tr></w:tbl>`,
  paragraph('页末', ''),
  `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`,
  paragraph('附件一'),
].join('')

const part = (name: string): string => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name === 'document' ? 'document.main' : name}+xml"/>`

/** LibreOffice wants to be told what the parts are. */
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('document')}${part('styles')}${part('numbering')}</Types>`

export const numberedWord = wordFile(body, { styles, numbering, others: { '[Content_Types].xml': types } })

/** Single deviations put into a file of ours: what a colleague's document may have otherwise (SPEC CONFORM-6). */

/** A change of the text of one part; it must change something. */
export interface Change {
  readonly part: string
  readonly from: string | RegExp
  readonly to: string
}

/** What is changed and the rows, by clause and beginning of the item, that must fail: these and no others. */
export interface Mutation {
  readonly name: string
  readonly changes: readonly Change[]
  readonly fails: readonly string[]
}

const main = 'word/document.xml'
const styles = 'word/styles.xml'

/** Paragraphs of the document by what they hold. */
function paragraph(holds: string, from: string | RegExp, to: string): Change {
  return { part: `${main}#${holds}`, from, to }
}

function style(id: string, from: string | RegExp, to: string): Change {
  return { part: `${styles}#${id}`, from, to }
}

function one(name: string, change: Change | readonly Change[], ...fails: readonly string[]): Mutation {
  return { name, changes: Array.isArray(change) ? change : [change as Change], fails }
}

const song = /w:eastAsia="[^"]*"/g
const toSong = 'w:eastAsia="宋体"'
const body = '统筹推进各项工作'

export const mutations: readonly Mutation[] = [
  one('paper Letter', { part: main, from: /w:w="11906" w:h="16838"/g, to: 'w:w="12240" w:h="15840"' }, '5.1 纸张'),
  one('paper 16K', { part: main, from: /w:w="11906" w:h="16838"/g, to: 'w:w="10433" w:h="14742"' }, '5.1 纸张'),
  one('top margin', { part: main, from: /w:top="2098"/g, to: 'w:top="1440"' }, '5.2.1 天头', '5.2.1 版心高度'),
  one('left margin', { part: main, from: /w:left="1587" w:header/g, to: 'w:left="1800" w:header' }, '5.2.1 订口', '5.2.1 版心宽度'),
  one('left margin, other order', { part: main, from: /(<w:pgMar[^>]*)w:left="1587"/g, to: '$1w:left="1800"' }, '5.2.1 订口', '5.2.1 版心宽度'),
  one('right margin', { part: main, from: /(<w:pgMar[^>]*)w:right="1474"/g, to: '$1w:right="1800"' }, '5.2.1 版心宽度'),
  one('bottom margin', { part: main, from: /(<w:pgMar[^>]*)w:bottom="1984"/g, to: '$1w:bottom="1440"' }, '5.2.1 版心高度'),
  one('line pitch 30 pt', { part: styles, from: /w:line="579"/g, to: 'w:line="600"' }, '5.2.3 每面行数'),
  one('line pitch 25 pt', { part: styles, from: /w:line="579"/g, to: 'w:line="500"' }, '5.2.3 每面行数'),
  one('line pitch of one paragraph', paragraph('一是管网老化', '<w:pStyle w:val="GwBody"/>', '<w:pStyle w:val="GwBody"/><w:spacing w:line="360" w:lineRule="auto"/>'), '5.2.3 行距一致'),
  one('space below paragraphs', paragraph('一是管网老化', '<w:pStyle w:val="GwBody"/>', '<w:pStyle w:val="GwBody"/><w:spacing w:after="200"/>'), '5.2.3 行距一致'),
  one('27 characters', { part: styles, from: /<w:spacing w:val="-5"\/>/g, to: '<w:spacing w:val="0"/>' }, '5.2.3 每行字数'),
  one('26 characters', { part: styles, from: /<w:spacing w:val="-5"\/>/g, to: '<w:spacing w:val="20"/>' }, '5.2.3 每行字数'),
  one('spacing of one paragraph', paragraph('一是管网老化', '</w:rPr>', '<w:spacing w:val="20"/></w:rPr>'), '5.2.3 字距一致'),
  one('colour of a paragraph', paragraph('一是管网老化', '</w:rPr>', '<w:color w:val="FF0000"/></w:rPr>'), '5.2.4 文字颜色'),
  one('blue title', paragraph('农村供水保障工作情况的报告', /<\/w:rPr>/g, '<w:color w:val="0000FF"/></w:rPr>'), '5.2.4 文字颜色'),
  one('red title', paragraph('农村供水保障工作情况的报告', /<\/w:rPr>/g, '<w:color w:val="FF0000"/></w:rPr>'), '5.2.4 文字颜色'),
  one('shading', paragraph('一是管网老化', '</w:rPr>', '<w:highlight w:val="yellow"/></w:rPr>'), '6.1 版面干净'),
  one('tracked change', paragraph('一是管网老化', /(<w:r>.*<\/w:r>)/, '<w:ins w:id="9" w:author="甲" w:date="2025-01-01T00:00:00Z">$1</w:ins>'), '6.1 版面干净'),
  one('copy number of 4 digits', paragraph('000001', '000001', '0001'), '7.2.1 份号'),
  one('secrecy in 仿宋', paragraph('机密★1年', song, 'w:eastAsia="仿宋"'), '7.2.2 密级和保密期限的字体'),
  one('secrecy in Chinese digits', paragraph('机密★1年', '机密★1年', '机密★一年'), '7.2.2 密级和保密期限的写法'),
  one('urgency in 宋体', paragraph('加急', song, toSong), '7.2.3 紧急程度的字体'),
  one('urgency above secrecy', [paragraph('机密★1年', '机密★1年', '特急'), paragraph('>加急<', '加急', '机密★1年')], '7.2.3 份号、密级、紧急程度的顺序'),
  one('black mark', paragraph('清源县水务局文件', '<w:color w:val="FF0000"/>', '<w:color w:val="000000"/>'), '7.2.4 发文机关标志的颜色'),
  one('mark in 黑体', paragraph('清源县水务局文件', song, 'w:eastAsia="黑体"'), '7.2.4 发文机关标志的字体'),
  one('mark at the left', paragraph('清源县水务局文件', '</w:pPr>', '<w:jc w:val="left"/></w:pPr>'), '7.2.4 发文机关标志的位置'),
  one('square brackets', paragraph('清水〔2025〕12号', '清水〔2025〕12号', '清水[2025]12号'), '7.2.5 发文字号的写法'),
  one('round brackets', paragraph('清水〔2025〕12号', '清水〔2025〕12号', '清水（2025）12号'), '7.2.5 发文字号的写法'),
  one('第 in the number', paragraph('清水〔2025〕12号', '清水〔2025〕12号', '清水〔2025〕第12号'), '7.2.5 发文字号的写法'),
  one('leading zeros in the number', paragraph('清水〔2025〕12号', '清水〔2025〕12号', '清水〔2025〕012号'), '7.2.5 发文字号的写法'),
  one('short year in the number', paragraph('清水〔2025〕12号', '清水〔2025〕12号', '清水〔25〕12号'), '7.2.5 发文字号的写法'),
  one('number in 黑体', paragraph('清水〔2025〕12号', /w:eastAsia="仿宋_GB2312"/g, 'w:eastAsia="黑体"'), '7.2.5 发文字号的字体', '7.2.6 签发人的字体'),
  one('signer in 仿宋', paragraph('签发人', /w:eastAsia="楷体_GB2312"/g, 'w:eastAsia="仿宋_GB2312"'), '7.2.6 签发人的字体'),
  one('signer with a half colon', paragraph('签发人', '签发人：', '签发人:'), '7.2.6 签发人的写法'),
  one('black rule', paragraph('清水〔2025〕12号', 'w:color="FF0000"', 'w:color="000000"'), '7.2.7 版头分隔线的颜色'),
  one('title in 黑体', paragraph('农村供水保障工作情况的报告', song, 'w:eastAsia="黑体"'), '7.3.1 标题字体'),
  one('title of 3号', style('Title', /w:val="44"/g, 'w:val="32"'), '7.3.1 标题字号'),
  one('bold title', style('Title', '<w:b w:val="0"/>', '<w:b/>'), '7.3.1 标题字形'),
  one('title at the left', style('Title', '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'), '7.3.1 标题位置', '7.3.7 附件标题'),
  one('title broken inside a word', paragraph('农村供水保障工作情况的报告', /关于2025年度(.*?)农村供水/, '关于2025年度农村供$1水'), '7.3.1 标题回行'),
  one('stop behind the title', paragraph('农村供水保障工作情况的报告', '情况的报告', '情况的报告。'), '7.3.1 标题标点'),
  one('addressee with indent', paragraph('县人民政府：', '</w:pPr>', '<w:ind w:firstLineChars="200" w:firstLine="630"/></w:pPr>'), '7.3.2 主送机关的位置'),
  one('addressee with a half colon', paragraph('县人民政府：', '县人民政府：', '县人民政府:'), '7.3.2 主送机关后的冒号'),
  one('addressee without colon', paragraph('县人民政府：', '县人民政府：', '县人民政府'), '7.3.2 主送机关后的冒号'),
  one('addressee in 黑体', paragraph('县人民政府：', song, 'w:eastAsia="黑体"'), '7.3.2 主送机关的字体'),
  one('no empty line above the addressee', { part: main, from: /(<w:p><w:pPr><w:pStyle w:val="Title"\/>.*?<\/w:p>)<w:p><w:pPr><w:pStyle w:val="Normal"\/>(<w:keepNext\/>)?<\/w:pPr><\/w:p>/, to: '$1' }, '7.3.2 主送机关上方的空行'),
  one('body in 宋体', paragraph(body, song, toSong), '5.2.2 字体和字号', '7.3.3 正文字体'),
  one('one paragraph in 宋体', paragraph('一是管网老化', song, toSong), '7.3.3 正文字体'),
  one('body of 4号', style('GwBody', /w:val="32"/g, 'w:val="28"'), '5.2.2 字体和字号', '7.3.3 正文字号', '7.3.6 附注的字体'),
  one('one paragraph of 小3', paragraph('一是管网老化', '</w:rPr>', '<w:sz w:val="30"/></w:rPr>'), '7.3.3 正文字号'),
  one('no first-line indent', style('GwBody', / w:firstLineChars="200" w:firstLine="630"/, ' w:firstLineChars="0" w:firstLine="0"'), '7.3.3 正文首行', '7.3.6 附注'),
  one('no first-line indent of one paragraph', paragraph('一是管网老化', '</w:pPr>', '<w:ind w:firstLine="0"/></w:pPr>'), '7.3.3 正文首行'),
  one('body with left indent', paragraph('一是管网老化', '</w:pPr>', '<w:ind w:left="630"/></w:pPr>'), '7.3.3 正文首行', '7.3.3 正文回行'),
  one('first level in 宋体', paragraph('一、主要工作', song, toSong), '7.3.3 第一层标题的字体'),
  one('second level in 黑体', paragraph('（一）夯实基础', /w:eastAsia="楷体_GB2312"/, 'w:eastAsia="黑体"'), '7.3.3 第二层标题的字体'),
  one('third level in 黑体', paragraph('1.抓好建设', song, 'w:eastAsia="黑体"'), '7.3.3 第三层和第四层标题的字体', '7.3.3 正文字体'),
  one('heading of 小2', style('Heading1', /w:val="32"/g, 'w:val="36"'), '7.3.3 层次标题的字号'),
  one('skipped number', paragraph('（二）严格管理', '（二）', '（三）'), '7.3.3 层次序数的顺序'),
  one('repeated number', paragraph('二、存在问题', '二、', '一、'), '7.3.3 层次序数的顺序'),
  one('（一） below 1.', [paragraph('（一）夯实基础', '（一）', '1.'), paragraph('1.抓好建设', '1.抓', '（一）抓'), paragraph('2.抓好管护', '2.抓', '（二）抓'), paragraph('（二）严格管理', '（二）', '2.')], '7.3.3 层次序数的顺序', '7.3.3 第二层标题的字体', '7.3.3 第三层和第四层标题的字体'),
  one('half brackets', paragraph('（二）严格管理', '（二）', '(二)'), '7.3.3 层次序数的写法'),
  one('1、 for 1.', [paragraph('1.抓好建设', '1.抓', '1、抓'), paragraph('2.抓好管护', '2.抓', '2、抓')], '7.3.3 层次序数的写法'),
  one('attachments with indent 0', paragraph('附件：1.', /<w:ind [^>]*>/, '<w:ind w:left="0"/>'), '7.3.4 附件说明的位置'),
  one('attachments in Chinese digits', [paragraph('附件：1.', '附件：1.', '附件：一、'), paragraph('>2.<', '>2.<', '>二、<')], '7.3.4 附件说明的写法'),
  one('attachments with stop', paragraph('附件：1.', '统计表', '统计表。'), '7.3.4 附件名称后的标点'),
  one('attachments in 黑体', paragraph('附件：1.', song, 'w:eastAsia="黑体"'), '7.3.4 附件说明的字体'),
  one('date at the margin', paragraph('>2025年12月30日<', 'w:right="1260"', 'w:right="0"'), '7.3.5.1 落款（加盖印章）'),
  one('signature at the left', paragraph('GwSign', '<w:ind w:right="1418"/>', '<w:jc w:val="left"/>'), '7.3.5.1 落款（加盖印章）'),
  one('signature in 黑体', paragraph('GwSign', song, 'w:eastAsia="黑体"'), '7.3.5 落款的字体'),
  one('date in Chinese digits', paragraph('>2025年12月30日<', '2025年12月30日', '二〇二五年十二月三十日'), '7.3.5.4 成文日期的数字'),
  one('date with leading zero', paragraph('>2025年12月30日<', '2025年12月30日', '2025年01月30日'), '7.3.5.4 成文日期的数字'),
  one('此页无正文', paragraph('（联系人', '（联系人：张三，电话：12345）', '（此页无正文）'), '7.3.5.5 落款所在页'),
  one('note without indent', paragraph('（联系人', '<w:pStyle w:val="GwBody"/>', '<w:pStyle w:val="Normal"/>'), '7.3.6 附注'),
  one('label of an attachment in 仿宋', paragraph('>附件1<', song, 'w:eastAsia="仿宋"'), '7.3.7 “附件”二字'),
  one('label of an attachment in the middle', paragraph('>附件1<', '</w:pPr>', '<w:jc w:val="center"/></w:pPr>'), '7.3.7 “附件”二字'),
  one('attachment on the same page', paragraph('>附件1<', '<w:pageBreakBefore/>', ''), '7.3.7 附件另面编排'),
  one('rules of 版记 too thin', { part: main, from: /<w:(top|bottom) w:val="single" w:sz="8"/g, to: '<w:$1 w:val="single" w:sz="4"' }, '7.4.1 版记分隔线的粗细'),
  one('no rules in 版记', { part: main, from: /<w:tcBorders>.*?<\/w:tcBorders>/g, to: '' }, '7.4.1 版记中的分隔线'),
  one('copies below the printer', [{ part: main, from: /抄送：县委办公室[^<]*。/g, to: '@@' }, { part: main, from: />清源县水务局办公室<\/w:t><\/w:r>(<w:r>.*?印发<\/w:t><\/w:r>)/g, to: '>抄送：县委办公室。</w:t></w:r>' }, { part: main, from: /@@/g, to: '清源县水务局办公室\u30002025年12月30日印发' }], '7.4 版记的顺序'),
  one('copies in 宋体', paragraph('抄送：', song, toSong), '7.4.2 抄送机关的字体'),
  one('copies of 3号', style('GwEndBlock', /w:val="28"/g, 'w:val="32"'), '7.4.2 抄送机关的字体', '7.4.3 印发机关和印发日期的字体'),
  one('copies without stop', { part: main, from: /县生态环境局。/g, to: '县生态环境局' }, '7.4.2 抄送机关后的标点'),
  one('copies flush left', { part: main, from: /<w:ind w:left="1120" w:right="280" w:hanging="840"\/>/g, to: '<w:ind w:left="0" w:right="280"/>' }, '7.4.2 抄送机关的位置'),
  one('printed without 印发', { part: main, from: /日印发/g, to: '日' }, '7.4.3 印发日期后的“印发”'),
  one('printed on a date with zeros', { part: main, from: /2025年12月30日印发/g, to: '2025年09月03日印发' }, '7.4.3 印发日期的数字'),
  one('page numbers with hyphens', { part: 'word/footer1.xml', from: /—/g, to: '-' }, '7.5 页码的写法'),
  one('page numbers without dashes', { part: 'word/footer1.xml', from: /— | —/g, to: '' }, '7.5 页码的写法'),
  one('page numbers in Times', { part: 'word/footer1.xml', from: /w:ascii="宋体"/g, to: 'w:ascii="Times New Roman"' }, '7.5 页码的字体'),
  one('page numbers of 5号', style('GwFooter', /w:val="28"/g, 'w:val="21"'), '7.5 页码的字号'),
  one('page numbers in the middle', [{ part: 'word/footer1.xml', from: /<w:jc w:val="\w+"\/>/, to: '<w:jc w:val="center"/>' }, { part: 'word/footer2.xml', from: /<w:jc w:val="\w+"\/>/, to: '<w:jc w:val="center"/>' }], '7.5 单页码的位置', '7.5 双页码的位置'),
  one('odd page number flush right', { part: 'word/footer1.xml', from: /<w:ind [^>]*>/, to: '' }, '7.5 单页码的位置'),
  one('no even pages', { part: 'word/settings.xml', from: '<w:evenAndOddHeaders/>', to: '' }, '7.5 双页码的位置'),
  one('no page number', [{ part: main, from: /<w:footerReference [^>]*>/g, to: '' }], '7.5 页码'),
  one('Roman page numbers', { part: main, from: /<w:pgNumType\/>/g, to: '<w:pgNumType w:fmt="upperRoman"/>' }, '7.5 页码的数字'),
  one('page number too low', { part: main, from: /w:footer="1450"/g, to: 'w:footer="850"' }, '7.5 页码与版心的距离'),
]

/** The same for a file without head and seal. */
export const plainMutations: readonly Mutation[] = [
  one('unsealed: date at the margin', paragraph('>2025年12月30日<', /w:right="\d+"/, 'w:right="0"'), '7.3.5.2 落款（不加盖印章）'),
  one('unsealed: signature at the margin', paragraph('>清源县水务局<', /w:right="\d+"/, 'w:right="0"'), '7.3.5.2 落款（不加盖印章）'),
  one('unsealed: signature at the left', paragraph('>清源县水务局<', /<w:ind w:right="\d+"\/>/, '<w:jc w:val="left"/>'), '7.3.5.2 落款（不加盖印章）'),
  one('unsealed: no empty line above', { part: main, from: /<w:p><w:pPr><w:pStyle w:val="Normal"\/>(<w:keepNext\/>)?<\/w:pPr><\/w:p>(?=<w:p><w:pPr><w:pStyle w:val="GwSign"\/>)/, to: '' }, '7.3.5.2 落款（不加盖印章）'),
  one('grid of 27 characters', { part: main, from: /w:charSpace="-?\d+"/g, to: 'w:charSpace="0"' }, '5.2.3 每行字数'),
  one('two attachments under one number', paragraph('>2.<', '>2.<', '>1.<'), '7.3.4 附件说明的写法'),
  one('attachments with a half colon', paragraph('附件：1.', '附件：', '附件:'), '7.3.4 附件说明的写法'),
  one('attachments with 、', [paragraph('附件：1.', '附件：1.', '附件：1、'), paragraph('>2.<', '>2.<', '>2、<')], '7.3.4 附件说明的写法'),
  one('date by points', paragraph('>2025年12月30日<', '2025年12月30日', '2025.12.30'), '7.3.5.4 成文日期的数字'),
  one('no empty line above the attachments', { part: main, from: /<w:p><w:pPr><w:pStyle w:val="Normal"\/>(<w:keepNext\/>)?<\/w:pPr><\/w:p>(?=<w:p><w:pPr><w:pStyle w:val="GwAttach"\/>)/, to: '' }, '7.3.4 附件说明上方的空行'),
  one('title of an attachment at the left', paragraph('>项目明细表<', '</w:pPr>', '<w:jc w:val="left"/></w:pPr>'), '7.3.7 附件标题'),
  one('wrong number of an attachment', paragraph('>附件2<', '附件2', '附件3'), '7.3.7 附件顺序号'),
  one('pages begin with 3', { part: main, from: /<w:pgNumType\/>/, to: '<w:pgNumType w:start="3"/>' }, '7.5 页码连续'),
]

/** Printed forms of the archive, the catalogue of a year, and what is wrong with its numbers. */

const retentions = { Y: '永久', D30: '30年', D10: '10年' } as const

export const archiveFormText = {
  forms: { catalogue: '归档文件目录', cover: '目录封面', boxRecord: '备考表', spine: '盒脊' },
  formats: { word: 'Word 文档', pdf: 'PDF 文件', csv: 'CSV 表格', json: 'JSON 数据' },
  stamp: '归档章', stampName: (number: string): string => `归档章 ${number}`, pictures: { svg: 'SVG 图片', png: 'PNG 图片' },
  stampWord: '导出 Word（带归档章）', stampPdf: '导出 PDF（带归档章）', stampPng: '归档章图片（PNG）', stampSvg: '归档章图片（SVG）', actionsOf: (title: string): string => `${title}的更多操作`,
  giveNumber: '编档号', giveFonds: '补全宗号', numbered: (number: string): string => `档号 ${number}。`,
  saveTitle: (form: string): string => `导出${form}`,
  fileName: (year: number, form: string): string => `${year}年度${form}`,
  badForm: (form: string): string => `没有“${form}”这种表。可以写 catalogue、cover、boxRecord 或 spine。`,
  badOutput: (name: string): string => `“${name}”不是能写的文件名：目录请用 .csv、.json、.docx 或 .pdf 结尾，其他表请用 -o 指定 .docx 或 .pdf 文件。`,
  print: '打印目录',
  menu: {
    word: '归档文件目录（Word）', pdf: '归档文件目录（PDF）', csv: '归档文件目录（CSV）', csvHint: '可用 WPS 表格或 Excel 打开',
    coverWord: '目录封面（Word）', coverPdf: '目录封面（PDF）', boxRecord: '备考表…', spine: '盒脊…',
  },
  views: { label: '显示', filed: '材料', catalogue: '目录' },
  table: '归档文件目录', loading: '正在编制目录……', unnumbered: '未编档号', count: (items: number): string => `${items}件`, open: (title: string): string => `查看《${title}》`,
  problems: '档号有缺漏或重复', moreProblems: (more: number): string => `还有 ${more} 处。`,
  boxes: {
    lead: '按件号顺序分盒，每个保管期限（机构）另起一盒。打印前请对照实物。', spine: '盒脊宽度', pages: '每盒最多页数', pagesHint: '单面打印的页数；装不下就减少。',
    count: (boxes: number): string => `共 ${boxes} 盒`, of: (name: string, boxes: number): string => `${name} ${boxes} 盒`, none: '还没有编了档号的归档文件，不能分盒。',
    paper: '纸张', papers: { A4: 'A4（标签长 277 毫米）', A3: 'A3（整条盒脊 310 毫米）' },
    state: '补充说明', stateHint: '件数、起止件号、页数、缺件和更正会自动写上；这里写缺损、修改、补充、移出、销毁等情况，也可以打印后手写。',
    arranger: '整理人', arrangedOn: '整理日期', checker: '检查人', checkedOn: '检查日期', datePlaceholder: '如：2026年3月1日',
    word: '导出 Word', pdf: '导出 PDF',
  },
  emptyYear: '这一年还没有归档文件。',
} as const

/** What is wrong with the numbers of a class, as the clerk reads it. */
type Problem =
  | { readonly kind: 'gap'; readonly class: { readonly year: number; readonly retention: keyof typeof retentions; readonly unit?: string | undefined }; readonly from: number; readonly to: number }
  | { readonly kind: 'duplicate'; readonly number: { readonly year: number; readonly retention: keyof typeof retentions; readonly unit?: string | undefined; readonly item: number }; readonly count: number }

/** A class of the catalogue by year, 保管期限 and unit. */
export const className = ({ year, retention, unit }: { readonly year: number; readonly retention: keyof typeof retentions; readonly unit?: string | undefined }): string =>
  `${year}年度·${retentions[retention]}${unit === undefined ? '' : `·${unit}`}`
const item = (value: number): string => String(value).padStart(4, '0')

/** One sentence for a gap or a number given twice. */
export function describeProblem(problem: Problem): string {
  if (problem.kind === 'duplicate') return `${className(problem.number)}：件号 ${item(problem.number.item)} 用了 ${problem.count} 次，请查明是哪一件用错了。`
  const { from, to } = problem
  return `${className(problem.class)}：缺件号 ${from === to ? item(from) : `${item(from)}–${item(to)}`}，下一次归档会先补上。`
}

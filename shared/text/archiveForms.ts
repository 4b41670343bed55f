/** Printed forms of the archive, the catalogue of a year, and what is wrong with its numbers. */

const retentions = { Y: '永久', D30: '30年', D10: '10年' } as const

export const archiveFormText = {
  forms: { catalogue: '归档文件目录', cover: '目录封面', boxRecord: '备考表', spine: '盒脊' },
  formats: { word: 'Word 文档', pdf: 'PDF 文件', csv: 'CSV 表格', json: 'JSON 数据' },
  saveTitle: (form: string): string => `导出${form}`,
  fileName: (year: number, form: string): string => `${year}年度${form}`,
  badForm: (form: string): string => `没有“${form}”这种表。可以写 catalogue、cover、boxRecord 或 spine。`,
  badOutput: (name: string): string => `“${name}”不是能写的文件名：目录请用 .csv、.json、.docx 或 .pdf 结尾，其他表请用 -o 指定 .docx 或 .pdf 文件。`,
  emptyYear: '这一年还没有归档文件。',
} as const

/** What is wrong with the numbers of a class, as the clerk reads it. */
type Problem =
  | { readonly kind: 'gap'; readonly class: { readonly year: number; readonly retention: keyof typeof retentions; readonly unit?: string | undefined }; readonly from: number; readonly to: number }
  | { readonly kind: 'duplicate'; readonly number: { readonly year: number; readonly retention: keyof typeof retentions; readonly unit?: string | undefined; readonly item: number }; readonly count: number }

const className = ({ year, retention, unit }: { readonly year: number; readonly retention: keyof typeof retentions; readonly unit?: string | undefined }): string =>
  `${year}年度·${retentions[retention]}${unit === undefined ? '' : `·${unit}`}`
const item = (value: number): string => String(value).padStart(4, '0')

/** One sentence for a gap or a number given twice. */
export function describeProblem(problem: Problem): string {
  if (problem.kind === 'duplicate') return `${className(problem.number)}：件号 ${item(problem.number.item)} 用了 ${problem.count} 次，请查明是哪一件用错了。`
  const { from, to } = problem
  return `${className(problem.class)}：缺件号 ${from === to ? item(from) : `${item(from)}–${item(to)}`}，下一次归档会先补上。`
}

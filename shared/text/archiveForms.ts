/** Printed forms of the archive: what they are called where the clerk asks for them. */
export const archiveFormText = {
  forms: { catalogue: '归档文件目录', cover: '目录封面', boxRecord: '备考表', spine: '盒脊' },
  formats: { word: 'Word 文档', pdf: 'PDF 文件', csv: 'CSV 表格', json: 'JSON 数据' },
  saveTitle: (form: string): string => `导出${form}`,
  fileName: (year: number, form: string): string => `${year}年度${form}`,
} as const

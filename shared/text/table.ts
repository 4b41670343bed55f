/** Tables on the page: chooser, tools, context menu. */
export const tableText = {
  choose: '表格大小',
  size: (rows: number, columns: number): string => `${rows} 行 × ${columns} 列`,
  tools: '表格',
  rows: '行', columns: '列',
  merge: '合并', split: '拆分', header: '标题行', remove: '删除表格',
} as const

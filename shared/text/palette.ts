/** The command palette. */
export const paletteText = {
  label: '查找命令',
  placeholder: '输入命令或标题，例如“导出”“存在的问题”',
  commands: '命令',
  sections: '本材料的标题',
  reports: '打开材料',
  nothing: '没有相符的命令或标题。换个说法试试。',
  hint: '↑↓ 选择　Enter 执行　Esc 关闭',
} as const

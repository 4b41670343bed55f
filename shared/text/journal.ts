/** Operations over many files, by the names under which the clerk is told that one was cut off. */
export const operationNames = {
  file: '归档',
  number: '补编档号',
  seal: '封存年度档案',
  import: '导入资料包',
  restore: '恢复备份',
  cancelled: '一项操作',
  unknown: '一项操作',
} as const

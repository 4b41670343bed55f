/** 封存: a year becomes a folder that can be read and verified without the program. */
export const sealingText = {
  noNumber: '（未编档号）',
  nothingToFile: '{year|}年度没有定稿待归档的材料。',
  filedCount: '已归档 {count|0} 份。',
} as const

/** 版本: named versions, comparison, changed Word files read back. */
export const versionsText = {
  first: '初稿', review: '送审稿', final: '定稿', beforeRestore: '恢复前', beforeReadBack: '读回前',
} as const

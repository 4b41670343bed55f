/** What the clerk reads about an imported text. Places {found} and {expected} are filled from the diagnostic. Keys are the diagnostic codes. */
export const diagnosticTexts = {
  duplicateNumber: '这里又是“{found}”，应为“{expected}”。',
  skippedNumber: '序号不连续：这里是“{found}”，应为“{expected}”。',
  wrongNumber: '序号顺序不对：这里是“{found}”，应为“{expected}”。',
  mixedNumber: '序号写法与别处不同：“{found}”，通常写作“{expected}”。',
  changedNumber: '序号“{found}”将按统一写法排成“{expected}”。',
  keptNumber: '“{found}”不属于本文的编号方式，按原样保留在正文中。',
  gluedHeading: '标题“{found}……”与正文之间缺少句号，请核对标题在哪里结束。',
  brokenEnumeration: '有“{found}”，后面没有“{expected}”。',
  mixedEnumeration: '同一组分述用词不一致：{found}。',
  watermark: '已剔除夹在文中的网站标记“{found}”。',
} as const

/** The sentence for one diagnostic. `found` and `expected` may be empty where the code names none. */
export function diagnosticText(diagnostic: { readonly code: keyof typeof diagnosticTexts; readonly found: string; readonly expected: string }): string {
  return diagnosticTexts[diagnostic.code].replace('{found}', () => diagnostic.found).replace('{expected}', () => diagnostic.expected)
}

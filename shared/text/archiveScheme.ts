/** 设置 · 归档: how the unit files, and what is said when a part of it cannot be used. */
export const archiveSchemeText = {
  title: '归档',
  lead: '档号由这里的内容组成，归档时自动编件号。已经归档的材料不受影响。',
  example: '档号示例',
  noExample: '填写全宗号后，归档时自动编档号。',
  fonds: '全宗号', fondsHint: '档案馆给本单位的代码，4 位字母或数字。', fondsPlaceholder: '如：Z109',
  badFonds: '全宗号要正好 4 位字母或数字。请照档案馆的通知填写；还没有的话先空着。',
  fondsName: '全宗名称', fondsNameHint: '本单位全称，印在目录封面上。', fondsNamePlaceholder: '如：清源县档案局',
  category: '门类', categoryHint: '文书档案为 WS。', badCategory: '门类是 2 个大写字母，文书档案请填 WS。',
  units: '机构（问题）', unitsHint: '按机构或问题分类的单位填写；只按年度和保管期限分类的不填。', unitCode: '代码', unitName: '名称', addUnit: '添加机构（问题）',
  unitCodePlaceholder: '如：BGS', unitNamePlaceholder: '如：办公室', badUnit: '代码要正好 3 位字母或数字，如 BGS，而且不能重复。改好后才会保存。',
  removeUnit: (name: string): string => `去掉${name === '' ? '这一行' : name}`,
  unitOrder: '第一行是归档时默认选用的。',
  yearBy: '归入年度', yearByHint: '2026 年 1 月写成的 2025 年度总结：按材料年度归入 2025，按成文日期归入 2026（DA/T 22 的规定）。', yearBys: { about: '按材料年度', formed: '按成文日期' },
  retention: '保管期限', retentionHint: '归档时按类别先选好，仍可改。半年、季度、月度材料先选 10 年。以本单位批准的保管期限表为准。',
  retentions: { Y: '永久', D30: '30年', D10: '10年' }, retentionOf: (kind: string): string => `${kind}的保管期限`, own: '本单位', reset: (kind: string): string => `${kind}恢复为建议的保管期限`,
  spine: '档案盒盒脊', spineHint: '打印盒脊和分盒时使用。', millimetres: (width: number): string => `${width} 毫米`,
} as const

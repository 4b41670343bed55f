/** Word lists for breaking titles (SPEC PRINT-8); none of them is a rule of the standard, which says only that words stay whole and the shape is even. */

/** Fixed expressions that the segmenter takes apart. */
export const fixedExpressions = [
  '意识形态', '思想政治工作', '思想政治建设', '思想政治', '党风廉政建设', '反腐败', '脱贫攻坚', '乡村振兴', '安全生产', '主题教育', '主题党日', '党史学习教育', '责任制', '责任清单', '办公室', '自查自纠',
  '住房和城乡建设', '人力资源和社会保障', '文化和旅游', '发展和改革', '工业和信息化', '教育和体育', '农业和农村', '规划和自然资源', '自然资源和规划',
  '市场监督管理', '退役军人事务', '卫生健康', '医疗保障', '应急管理', '生态环境', '农业农村', '交通运输', '政务服务', '行政审批',
  '法治政府', '依法行政', '普法依法治理', '精神文明', '民族团结', '统一战线', '平安建设', '扫黑除恶', '营商环境', '放管服', '双随机', '一公开',
  '中国特色社会主义', '新时代', '不忘初心', '牢记使命', '从严治党', '党的建设', '基层党组织', '中央八项规定精神', '人民代表大会常务委员会', '代表大会', '常务委员会', '事业单位', '机关单位', '民主生活会', '城市管理', '综合执法', '防灾减灾', '森林草原防灭火',
] as const

/** Single characters that belong to the word before them: the ends of names and of technical words. */
export const endings = '县市区州省盟旗乡镇村局委办厅院部处科室组会站所队社厂校馆性化率制度者员级型力权法案书稿型类们的地得等'

/** Single characters that belong to the word after them. */
export const beginnings = '全各本该每第反非'

/** Single characters that are words of their own and are never joined to another one. */
export const functionWords = '和与及在对为是以把向从到由并而或同上下中将让使'

/** No line begins with one of these. */
export const noLineBegins = '，。、；：？！,.;:?!）)》」』”’〉】〕％%…—～·的和与及'

/** No line ends with one of these. */
export const noLineEnds = '（(《「『“‘〈【〔'

/** A line had better not end with one of these. */
export const poorLineEnds = ['关于', '对', '在', '把', '以', '和', '与', '及', '第', '同', '向', '为']

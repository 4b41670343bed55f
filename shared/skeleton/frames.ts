/** How headings of reports are built (SPEC SKELETON-2): small tables that anyone can add to. */

/** Fixed frames, the more special first. */
export const frames = [
  { id: '以…促…', pattern: /^以.+(?:促|带|推|助|强|保).+/ },
  { id: '以…为…', pattern: /^以.+为.+/ },
  { id: '在…上…', pattern: /^在.+[上中下里].+/ },
  { id: '从…入手', pattern: /^从.+(?:入手|抓起|着手|做起)/ },
  { id: '把…', pattern: /^把.+/ },
  { id: '…要…', pattern: /^[^，、]{2,6}要[^求点素领害件闻务道].+/ },
] as const

/** Verbs that open a heading of the kind 动宾: 加强领导, 抓学习. */
export const verbs: readonly string[] = [
  '加强', '强化', '深化', '推进', '推动', '健全', '完善', '落实', '压实', '夯实', '筑牢', '守牢', '守住', '严守', '聚焦', '围绕', '突出', '提升', '提高', '优化', '坚持', '抓好', '抓实', '抓紧', '抓牢',
  '做好', '做实', '做优', '做强', '规范', '创新', '拓展', '开展', '组织', '统筹', '构建', '建立', '建设', '打造', '打好', '培育', '严格', '严肃', '严明', '加快', '加大', '狠抓', '紧盯', '紧扣', '立足', '着力', '把握',
  '凝聚', '巩固', '维护', '防范', '化解', '整治', '保障', '改善', '发挥', '履行', '贯彻', '学习', '宣传', '服务', '助力', '促进', '激发', '增强', '明确', '细化', '丰富', '营造', '传承', '弘扬', '实施', '注重', '重视',
  '投身', '增加', '瞄准', '鼓励', '拓宽', '研究', '放大', '回归', '探索', '健全', '减少', '降低', '培养', '选派', '摸清', '理顺', '打通', '推行', '试行', '启动', '举办', '召开', '开设', '运用', '结合', '制定', '总结', '用好', '打响', '唱响', '依托', '对标', '对照', '编制', '调整', '加固', '传递', '推广', '选树', '开创', '展现', '谋划', '部署', '督促', '压减', '兜牢', '织密', '擦亮', '办好', '管好', '建好', '建强', '配强', '选优',
  '提振', '锤炼', '锻造', '树立', '树牢', '端正', '转变', '改进', '查找', '查摆', '整改', '接受', '配合', '支持', '参与', '确保', '攻坚', '挖掘', '盘活', '引导', '引领', '牵头', '扩大', '延伸', '畅通', '搭建', '解决', '补齐',
  '抓', '强', '促', '严', '优', '提', '固', '守', '建', '做', '打', '织', '聚', '稳', '破', '补', '亮', '筑', '扛', '铸', '育', '办', '治', '防', '保', '查', '改',
]

/** Words in front of the verb that say how, and are used too often. */
export const manners: readonly string[] = [
  '持续', '扎实', '切实', '深入', '不断', '进一步', '全面', '着力', '大力', '积极', '认真', '全力', '稳步', '有力', '有效', '有序', '严格', '充分', '精心', '主动', '始终', '坚决', '统筹', '纵深',
]

/** How a heading is built: one of {@link frames}, a verb with its object, a subject with what is said of it, four characters, or none of these. */
export type Pattern = (typeof frames)[number]['id'] | '动宾' | '主谓' | '四字' | '其他'

/** What is said of a subject at the end of a heading: 阵地管控有力. */
const predicate = /.{3,}(?:有力|有效|有序|显著|明显|到位|坚实|坚定|向好|(?:不断|稳步|持续|明显|显著|全面|进一步|有效)(?:提升|提高|增强|改善|加强|好转|深化|优化|巩固|完善|扩大|健全))$/

/** The pattern of one clause of a heading. Words that say how are looked through: 扎实推进… is 动宾. */
export function patternOf(clause: string): Pattern {
  const frame = frames.find(({ pattern }) => pattern.test(clause))
  if (frame !== undefined) return frame.id
  const bare = withoutManners(clause)
  // 积极投身…: behind a word that says how stands a verb, in the list or not.
  if (bare !== clause || openingVerb(bare) !== null) return '动宾'
  if (predicate.test(bare)) return '主谓'
  return [...bare].length === 4 && /^[\u4e00-\u9fff]{4}$/.test(bare) ? '四字' : '其他'
}

/** The verb that opens the clause behind the words that say how, or null. A verb of one character needs an object of two or more. */
export function openingVerb(clause: string): string | null {
  const bare = withoutManners(clause)
  return verbs.find((verb) => bare.startsWith(verb) && (verb.length > 1 ? bare.length > verb.length && !isName(bare) : bare.length >= 3 && !isName(bare))) ?? null
}

/** 学习情况, 建设成效, 保障措施: the verb only tells which name it is. */
function isName(clause: string): boolean {
  return /^.{2}(?:工作)?(?:情况|成效|措施|打算|计划|经验|做法|建议|概况|特点|安排)$/.test(clause)
}

/** 存在的问题, 下步打算, 附则: chapters that stand beside the others by their nature, and need not be built like them. */
export function isChapterName(heading: string): boolean {
  return /(?:问题|不足|打算|计划|安排|建议|情况|要求|目标|思路|体会|经验|总则|附则|结语)$/.test(heading) && [...heading].length <= 14 && openingVerb(heading) === null
}

function withoutManners(clause: string): string {
  let bare = clause
  for (let turn = 0; turn < 3; turn += 1) {
    const manner = manners.find((word) => bare.startsWith(word) && bare.length > word.length + 1)
    if (manner === undefined) break
    bare = bare.slice(manner.length).replace(/^地/, '')
  }
  return bare
}

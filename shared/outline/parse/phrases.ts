/** Words and shapes by which title, addressee, units and dates are known (SPEC PARSE-6 … PARSE-12). */

/** Document types at the end of a title; a bracket such as （征求意见稿） may follow. */
const titleEnd = /(报告|总结|汇报|材料|意见|通知|函|方案|计划|谋划|要点|办法|规定|决定|批复|公告|通告|通报|讲话|讲稿|发言|发言稿|请示|预案|规划|纲要|细则|条例|制度|简报|纪要|清单|情况|提纲|述职|自查|启事|倡议书|承诺书|责任书|决议|议案|命令|令|指南|标准|章程|说明|打算|思路|体会|措施|安排|建议|做法|经验|综述|年报|公报|名单|分工|分工表|一览表|安排表|统计表|任务表|名录|指引|导则|流程|报告书|白皮书|须知|公约|规则|规程|守则|公示|主持词|致辞|小结|草案|解读|事迹|工作)(\s*[（(][^（）()]{1,30}[）)])?$/

const unitEnd = /(局|委|委员会|办|办公室|办公厅|政府|厅|部|院|处|科|室|股|中心|公司|集团|学校|大学|学院|中学|小学|幼儿园|医院|卫生院|银行|支行|分行|支部|党委|党组|总支|工会|协会|学会|联合会|街道|镇|乡|村|社区|站|所|队|支队|大队|中队|国务院|法院|检察院|团委|妇联|政协|人大|常委会|领导小组|专班|指挥部|馆|园|场|厂|社|组|库|台|行|分局|总局|监狱|院校|联社|商会|残联|工商联|文联|科协|侨联|社科联|红十字会|供销社)([（(].{1,12}[）)])?$/

const year = '(?:(?:19|20)\\d\\d|[二一][〇○零OＯ0九八七六五四三二一]{3}|２０[０-９]{2}|20[XxＸ×*＊]{2}|[XxＸ×*＊]{2,4})'
const small = '(?:\\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3}|[XxＸ×*＊]{1,2}|)'
const dateShape = new RegExp(`^[（(]?\\s*${year}\\s?年\\s?${small}\\s?月\\s?(?:${small}\\s?日)?\\s*[）)]?$|^[（(]?(?:19|20)\\d\\d([./-])\\d{1,2}\\1\\d{1,2}[）)]?$`)
const trailingDate = new RegExp(`^(.{2,40}?)[\\s\u3000]{1,}(${year}\\s?年\\s?${small}\\s?月\\s?(?:${small}\\s?日)?)$`)

/** 政 府 工 作 报 告. */
const letterSpaced = /^[\u3400-\u9fff](?:\s+[\u3400-\u9fff]){2,19}$/

/** Ends a title with a document type. */
export function endsLikeTitle(text: string): boolean {
  return /(印发|发布|公布|批转|转发|出台)《[^》]+》$/.test(text) || titleEnd.test(letterSpaced.test(text) ? text.replace(/\s+/g, '') : text.slice(-50))
}

/** A whole-line date, bare or in brackets: 2022年12月30日, 二〇二二年十二月, 2022.12.30, 20XX年X月X日. */
export function isDateLine(text: string): boolean {
  return text.length <= 24 && dateShape.test(text.trim())
}

/** A unit and a date on one line, parted by blanks; null if it is none. */
export function splitUnitAndDate(text: string): { readonly unit: string; readonly date: string } | null {
  if (text.length > 60) return null
  const match = trailingDate.exec(text)
  return match === null || !isUnitLike(match[1] ?? '') ? null : { unit: match[1] ?? '', date: match[2] ?? '' }
}

/** A short line without marks which ends like the name of a unit. */
export function isUnitLike(text: string): boolean {
  const bare = text.replace(/[\s\u3000]+/g, '')
  return bare.length >= 2 && bare.length <= 32 && !/[，。；：、！？,;:!?]/.test(bare) && unitEnd.test(bare)
}

/** The units of a line of 署名: several that sign together may stand beside each other, parted by wide blanks. */
export function unitsOf(text: string): readonly string[] {
  const units = text.split(/[\s\u3000]{2,}/)
  return units.length > 1 && units.every((unit) => unit.length >= 4 && isUnitLike(unit)) ? units : [text]
}

/** A short line without marks: what may stand directly above a date as 署名. */
export function isSignatureLike(text: string): boolean {
  const bare = text.replace(/[\s\u3000]+/g, '')
  return bare.length >= 2 && bare.length <= 26 && !/[，。；：、！？,;:!?—]/.test(bare) && !/^[（(第]/.test(bare)
}

const occasion = new RegExp(`^(?:[—―─－-]{1,2}|[（(])?\\s*${year}\\s?年\\s?${small}\\s?月\\s?(?:${small}\\s?日)?\\s*[^\\s，。；：].{3,60}$`)

/** 2024年1月8日在县第十届人民代表大会第三次会议上, bare, in brackets or behind a dash: where and when a report was given, or a rule was passed. */
export function isOccasion(text: string): boolean {
  return text.length <= 80 && occasion.test(text) && !/[。；：:!！？]/.test(text) && (/^[（(].*[）)]$/.test(text) || /(上|大会|会议|届|全会)[）)]?$/.test(text))
}

/** ——在……会议上, with any dash. */
export function opensWithDash(text: string): boolean {
  return /^(?:[—―─]{1,2}|[-－]{2})(?![—―─－-])/.test(text)
}

/** 第三次会议上, the rest of an occasion on its next line. */
export function isOccasionEnd(text: string): boolean {
  return text.length <= 40 && !/[，。；：:！？!]/.test(text) && /(会议|大会|全会|会)上?[）)]?$/.test(text)
}

/** 述职人：张某某, above or in place of a date: who gave the report. */
export function isNamedSignature(text: string): boolean {
  return /^(述职|述责|述廉|述法|报告|汇报|总结|发言|承诺|填报|签字|签名)[述职责廉法单位]{0,4}人?\s*[：:]\s*[^，。；：:\d]{2,20}$/.test(text) && !/情况|内容|如下/.test(text)
}

/** （试行）, （征求意见稿）, the stage of a document below its title. */
export function isStage(text: string): boolean {
  return /^[（(](征求意见|送审|讨论|审议|修订|修改|修正|报批|报审|代拟|初|草|审定)稿[）)]$|^[（(](试行|暂行|草案|节选|摘要|摘登|书面)[）)]$/.test(text.replace(/\s+/g, ''))
}

/** 此件公开发布, 本文有删减, 联系人：… in brackets. */
export function isNoteLine(text: string): boolean {
  return /^[（(][^（）()]*(公开|发布|删减|删节|联系人|联系电话|发至|传达|不予公开|附注)[^（）()]*[）)]$/.test(text) && text.length <= 80
}

const addresseeEnd = /(政府|部|委|局|办|厅|室|院|处|科|股|单位|公司|企业|中心|机构|机关|部门|组织|党委|党组|支部|总支|工委|同志|同志们|领导|代表|委员|书记|主任|市长|县长|区长|局长|院长|校长|主席|省|市|县|区|镇|乡|街道|村|社区|学校|大学|学院|医院|银行|站|所|队|组|会|们|国务院|党中央|法院|检察院|团|军|职工|家长|同学|老师|朋友|嘉宾|来宾|女士|先生|小组|人员|指挥部|分行|馆|园|场|厂|社|等)([）)])?\s*[：:]$/
const notAddressee = /如下|如次|现将|包括|主要|表现|做到|以下|下列|按照|根据|为了|指出|强调|认为|要求|体现|牵头|责任|时间|地点|(主办|承办|协办|参加|配合|报告|填报)单位|总指挥|组长|成员(?!单位)|负责人|联系人/

/** 主送机关 or salutation, with its colon. */
export function isAddressee(text: string): boolean {
  if (text.length > 160 || text.length < 3 || /[。；！？]/.test(text)) return false
  return addresseeEnd.test(text) && !notAddressee.test(text)
}

/** 附件, 附件2, 附件二： alone on a line. */
export function isAttachmentLabel(text: string): boolean {
  return text.length <= 20 && /^附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?$/.test(text)
}

/** What an office says of its own work (SPEC CLEAN-3): words that advertising, web pages and writing programs hardly use. */
const words = /[我本全各](?:局|县|市|区|镇|乡|街道|校|院|单位|部门|公司|委|办|系统|所|中心|支部|省|村|社区)|今年|去年|上半年|下半年|年初|全年|累计|截至|同比|先后|制定|印发|推进|推动|推行|深化|落实|落地|上线|打造|提升|提高|实现|组织|开展|举办|召开|不断|依托|利用|通过|建立|建设|健全|发布|推送|普及|引导|教育|干部|职工|群众|党员|企业|打击|整治|查处|查办|严禁|不得|防止|加强|完善|管理|服务|宣传|工作|便民|办理|政策|培训|参加|积极/g

/** How many different ones stand in the text. */
export function countNarration(text: string): number {
  return new Set(text.match(words)).size
}

/**
 * Advertising of copying sites (SPEC CLEAN-3), told by what it does: it offers texts, calls the reader to something, and gives a contact. A report that
 * speaks of its own 公众号 tells what an office did, and that is heard too.
 */
import type { LineVerdict } from './cleaningRule'

/** What hardly anything but advertising says. */
const plain = /会员群|(?:s?vip|SVIP|VIP)\s?(?:会员|群|用户)|网盘群|网盘(?:链接|提取码)|提取码|知识星球|公众号\s?[：:]|[（(]公众号|(?:加|添加|搜索?|扫|找)(?:我|微信|小编|客服|QQ群?|Q群|qq群?|[vV]信?|好友|公众号)|薇信|威信号|有意.{0,4}(?:联系|加入)|欢迎(?:加入|关注|扫码|添加)|扫码(?:关注|入群|进群|领取|添加|获取)|长按.{0,6}(?:识别|关注|扫)|(?:点击|戳).{0,6}(?:蓝字|关注|阅读原文)|更多.{0,4}(?:精彩|范文|素材|材料|资料|公文|文章|干货|模板|课件).{0,10}(?:请|关注|尽在|加|搜|登录|访问|扫|点击|回复)|谨防假冒|认准|代写|代笔|润笔|接单|(?<=类|门)代办|(?:公众号|微信|小程序).{0,6}回复|关注(?:我们|本公众号|本号|小编|公众号)|免费(?:领取|领)|付费(?:下载|阅读|查看)|开通会员|成为会员|(?:本文|文章)(?:由|来自|来源于).{0,14}(?:公众号|素材|文库|网|整理)|一键(?:搜索|查找|下载|精准|极速)|(?:极速|一键)下载|小伙伴|轻松(?:解决|搞定)|好评|(?:公众号|群|微信|QQ)[、，]?(?:群|Q|微信)?[、，]?.{0,4}(?:同步更新|每日更新)/gi
/** Words of the trade, which offices use as well. */
const trade = /素材|范文|文稿|模板|课件|资料|材料|文库|原创|写作|更新|海量|全套|精品|高质量|独家|免费|打包|下载|会员|网盘|\d+(?:多|余)?(?:万字|篇|份|套)/g
const contact = /(?:微信|vx|VX|[vV]信|QQ|qq|Q群|扣扣|群号|公众号|客服|网址|电话|手机)\s?(?:号|群|号码)?\s?[：:]\s?[A-Za-z0-9][\w -]{3,}|(?<!\d)1[3-9]\d{9}(?!\d)|https?:|www\.|[a-z0-9]\.(?:com|cn|net)(?![a-z])/g
/** What an office says of its own work. */
const narration = /[我本全各](?:局|县|市|区|镇|乡|街道|校|院|单位|部门|公司|委|办|系统|所|中心|支部|省|村|社区)|今年|去年|上半年|下半年|年初|全年|累计|截至|同比|先后|制定|印发|推进|推动|深化|落实|组织|开展|举办|召开|不断|依托|利用|通过|建立|建设|健全|发布|推送|普及|引导|教育|干部|职工|群众|党员|企业|打击|整治|查处|严禁|不得|防止|加强|完善|管理|服务|宣传|工作/g

/** Judges one paragraph, or a piece of one. */
export function judgeAdvertising(text: string): LineVerdict {
  if (text.length > 400 || text.length < 4) return 'stays'
  // A brand in black brackets at the beginning is a call as well.
  const named = new Set(text.match(plain)).size
  const calls = named > 0 && /^【[^】]{2,12}】/.test(text) ? named + 1 : named
  if (calls === 0) return 'stays'
  const trades = new Set(text.match(trade)).size
  const contacts = text.match(contact)?.length ?? 0
  const told = new Set(text.match(narration)).size
  if ((calls >= 2 && told <= 1) || (calls >= 4 && told <= 2)) return 'goes'
  if (told === 0 && (trades >= 2 || contacts >= 1 || (text.length <= 24 && !/[。；]$/.test(text)))) return 'goes'
  return (calls >= 2 && told <= 2) || (told <= 1 && trades >= 1 && contacts >= 1) ? 'doubtful' : 'stays'
}

const messenger = /(?:微信|vx|wx|[vV]信|QQ|Q群|扣扣|公众号)\s?(?:号|群|号码)?\s?(?:[：:]|是|为)?\s?[A-Za-z0-9][\w-]{4,}/i
const official = /联系人|联系电话|办公电话|传真|邮编|邮政编码|地址|咨询电话|监督|举报|投诉|值班/

/** A short line with the number of a messenger, or a mobile number for business. The 联系人 of an official document stays. */
export function judgeContact(text: string): LineVerdict {
  if (text.length > 60 || official.test(text)) return 'stays'
  const told = new Set(text.match(narration)).size
  if (messenger.test(text)) return told === 0 ? 'goes' : told === 1 ? 'doubtful' : 'stays'
  return told === 0 && /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) && /客服|业务|合作|商务|代理|订购|购买|加盟/.test(text) ? 'goes' : 'stays'
}

/**
 * Advertising of copying sites (SPEC CLEAN-3), told by what it does: it offers texts, calls the reader to something, and gives a contact. A report that
 * speaks of its own 公众号 tells what an office did, and that is heard too.
 */
import type { LineVerdict } from './cleaningRule'
import { countNarration } from './narration'

/** What hardly anything but advertising says, by what it does; each counts once. */
const calls: readonly RegExp[] = [
  /会员群|s?vip\s?(?:会员|群|用户)|开通会员|成为会员|会员(?:专享|免费)/i,
  /(?:写作|资料|公文|材料|素材|范文|文稿)[^，。；]{0,6}(?:交流群|分享群|学习群|微信群|QQ群|群号)/,
  /网盘群|网盘(?:链接|提取码|地址)|提取码|知识星球|公众号\s?[：:]|[（(](?:微信)?公众号/,
  /(?:咨询|找)客服|(?:加|添加|搜索?|扫|找)(?:微信|小编|客服|QQ群?|qq群?|Q群|[vV]信?(?![a-zA-Z])|好友|公众号)|加我(?:微信|好友|[vVqQ])|薇信|威信号|加[vV][xX]?[：:]/,
  /有意.{0,6}(?:联系|加入|咨询)|欢迎(?:加入|关注|扫码|添加|咨询|选购|订购)|关注(?:我们|本公众号|本号|小编|公众号)/,
  /扫码(?:关注|入群|进群|领取|添加|获取|加)|(?:扫一扫|扫描).{0,14}(?:关注|入群|进群|领取|添加|加入)|长按.{0,8}(?:识别|关注|扫)|(?:点击|戳).{0,6}(?:蓝字|关注|阅读原文|下方)/,
  /更多.{0,4}(?:精彩|范文|素材|材料|资料|公文|文章|干货|模板|课件|内容|资讯).{0,10}(?:请|关注|尽在|加[微群入]|搜|登录|访问|扫|点击|回复)/,
  /(?:下载|查看|阅读|获取)(?:全文|原文|更多|电子版|完整版).{0,8}(?:请|登录|访问|关注|加)|(?:购买|合作|咨询|订购|定制|需要|索取)(?:请)?(?:联系|加)(?:客服|微信|QQ|小编|我们)|(?:淘宝|微店|拼多多|闲鱼)(?:店铺|店|搜)/,
  /谨防假冒|认准|唯一(?:平台|官方|正版)/,
  /代写|代笔|润笔|承接.{0,8}(?:写作|文稿|课件|材料)|写材料.{0,6}(?:找|上|就来)|原创(?:代写|定制)|各类(?:材料|代笔|文稿)/,
  /(?:公众号|微信|小程序|后台|私信).{0,6}回复.{0,10}(?:领取|获取|下载|即可)?/,
  /免费(?:领取|领|送)|付费(?:下载|阅读|查看)|限时(?:优惠|免费|特价)/,
  /(?:本文|文章|资料|素材)(?:由|来自|来源于|出自).{0,14}(?:公众号|素材|文库|网|整理|提供|上传)/,
  /一键(?:搜索|查找|下载|精准|极速)|(?:极速|一键)下载|轻松(?:解决|搞定)|小伙伴|亲们/,
  /(?:百度|人人|豆丁|道客巴巴|原创力)(?:文库|网|文档)|(?:文库|范文网|素材网|文秘网|公文网)\s?(?:www|[-—|]|提供|出品|专注)/,
]
/** Words of the trade, which offices use as well. */
const trade = /素材|范文|文稿|模板|课件|资料|材料|文库|原创|写作|更新|海量|全套|精品|高质量|独家|免费|打包|下载|会员|网盘|客服|好评如潮|接单|\d+(?:多|余)?(?:万字|万?篇|万?份|套)/g
const contact = /(?:微信|vx|VX|[vV]信|QQ|qq|Q群|扣扣|群号|公众号|客服|网址|电话|手机)\s?(?:号|群|号码)?\s?[：:]\s?[A-Za-z0-9][\w -]{3,}|(?<!\d)1[3-9]\d{9}(?!\d)|https?:|www\.|[a-z0-9]\.(?:com|cn|net)(?![a-z])/g

/** Judges one paragraph, or a piece of one. */
export function judgeAdvertising(text: string): LineVerdict {
  if (text.length > 400 || text.length < 4) return 'stays'
  const named = calls.filter((pattern) => pattern.test(text)).length
  if (named === 0) return 'stays'
  // A brand in black brackets at the beginning is a call as well.
  const loud = /^【[^】]{2,12}】/.test(text) ? named + 1 : named
  const trades = new Set(text.match(trade)).size
  const contacts = text.match(contact)?.length ?? 0
  const told = countNarration(text)
  if ((loud >= 2 && told <= 1) || (loud >= 4 && told <= 3)) return 'goes'
  if (told === 0 && (trades >= 2 || contacts >= 1 || (text.length <= 24 && /关注|扫码|微信|公众号|群|会员|更多|文库|原文/.test(text) && !/[。；]$/.test(text)))) return 'goes'
  return (loud >= 3 && told <= 2) || (told <= 1 && trades >= 1 && (contacts >= 1 || (text.length <= 40 && /关注|微信|公众号|群|会员/.test(text)))) ? 'doubtful' : 'stays'
}

const messenger = /(?:微信|vx|wx|[vV]信|QQ|qq|Q群|扣扣|公众号)\s?(?:号|群|号码)?\s?(?:[：:]|是|为)?\s?[A-Za-z0-9][\w-]{4,}|微信同号|^[vV]\s?[：:]\s?[A-Za-z0-9][\w-]{4,}|(?:加|[+＋])\s?(?:[vV微]|薇)(?:信|[xX])?\s?[：:]?\s?[A-Za-z][\w-]{4,}|微\s?[❤♥]\ufe0f?\s?[：:]?\s?[A-Za-z][\w-]{4,}/
const official = /联系人|报名|受理|信箱|邮箱|办公|热线|咨询|联系电话|办公电话|传真|邮编|邮政编码|地址|监督|举报|投诉|值班|公开电话/

/** A short line with the number of a messenger, or a mobile number for business. The 联系人 of an official document stays. */
export function judgeContact(text: string): LineVerdict {
  if (text.length > 60 || official.test(text)) return 'stays'
  const told = countNarration(text)
  if (messenger.test(text)) return told === 0 ? 'goes' : told === 1 ? 'doubtful' : 'stays'
  return told === 0 && /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) && /客服|业务|合作|商务|代理|订购|购买|加盟/.test(text) ? 'goes' : 'stays'
}

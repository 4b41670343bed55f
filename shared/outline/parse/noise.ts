/**
 * Lines that are no part of a report (SPEC PARSE-4): what web pages, copying sites and office headers leave around it. They are set aside
 * and shown, never thrown away, so a rule may be wide where a report would hardly say the same.
 */
import { isPageField } from './pageFields'
import { isAttachmentLabel, isDateLine, isNoteLine, isUnitLike, splitUnitAndDate } from './phrases'
import { previousContent, type Draft } from './sourceLines'

/** Any of these alone shows a line of a web page or a header. Matched against the trimmed line. */
const certain: readonly RegExp[] = [
  /^[=\-—_*＊#~·.…─━]{4,}$/, /^[|｜](?=.*-{2})[\s|｜:-]+$/,
  /^[-—–―－]\s*\d{1,4}\s*[-—–―－]$/, /^第\s*\d{1,4}\s*页([，,/\s]*共\s*\d{1,4}\s*页)?$/, /^\d{1,3}\s*\/\s*\d{1,3}$/, /^·\s*\d{1,3}\s*·$/, /^\d{1,3}$/,
  /^(?!.*。$)(信息来源|文章来源|稿件来源|来源|发布时间|发布日期|发表时间|更新时间|发文时间|浏览次数|浏览量|点击数|点击量|阅读次数|阅读量|访问量|字体|字号|字体大小|责任编辑|责编|编辑|审核|作者|撰稿|供稿|年份|关键词|分享到?|索引号|主题分类|发文机关|发文字号|文号|公文种类|信息分类|有效性|打印)\s*[：:]\s*\S{0,60}(\s.{0,80})?$/,
  /^[【[（(]?\s*(打印(本页)?|关闭(窗口|本页)?|返回(顶部|首页|列表)?|收藏|分享|字体|大|中|小|下载|查看原文|阅读原文|展开全文|上一(篇|页)|下一(篇|页))([\s|｜/、·【】[\]]*(打印(本页)?|关闭(窗口|本页)?|返回(顶部|首页|列表)?|收藏|分享|字体|大|中|小|下载|上一(篇|页)|下一(篇|页)))*\s*[】\]）)]?$/,
  /^(上一篇|下一篇|上一条|下一条|相关(链接|阅读|文章|信息)|当前位置|您(当前|现在)?(所在)?的?(当前)?(位置|页面)|所在位置|首页|网站首页)\s*(是|在)?\s*[：:>＞》|｜]/,
  /^(首页|网站地图|联系我们|版权所有|关于我们|加入收藏|设为首页|无障碍(阅读|浏览)?|扫一扫.{0,20}|微信扫.{0,20}|打开APP.{0,20})([\s|｜>＞].*)?$/,
  /版权所有|备案(号|编号)?[：:]?\s*[^，。]{0,4}ICP|ICP备|公网安备|网站标识码|\.footer\s*\{|function\s*\(/i,
  /^(转载|本文)(请)?(注明|来自|来源于|由.{2,20}(整理|提供|发布|上传))/, /^(特别)?声明[：:].*(转载|版权|侵权|删除)/,
  /^抄\s*[送报]\s*[：:]/, /^[报送发]\s*[：:]\s*[^。]{2,100}。?$/, /^主题词\s*[：:]/, /^(主送|发送|印送|分送)\s*[：:]/, /(年.{1,8}日|室|厅|局|府|委)\s*印发$/, /^[（(]?共印\s*\d+\s*份[）)]?/,
  /^(绝密|机密|秘密)\s*(★|☆|\*)?\s*(\d{1,2}年|长期)?$/, /^(特急|加急|特提|平急|急件)$/, /^签发人\s*[：:]/, /^0\d{5}$/,
  /^(©|Copyright\b)/i,
  /^(当然可以|好的|没问题|可以的)[，,。！!~～]\s*(以下|下面|这里|这)(是|为)(?=.*(您|根据|按照?|整理|撰写|起草|修改|优化|润色|改写|扩写|生成|完善|一[份篇个]))(?=.*(总结|报告|方案|稿|汇报|心得|材料|文章|范文|公文|版本|模板|提纲)).{2,80}[：:]$/,
  /^(以下|下面)(是|为)(一[份篇]|(根据|按照?|为)?(您|你(?![们局县市委区镇乡院校办单]))).{2,60}[：:]$/,
  /^(时间|日期|(19|20)\d\d[-/.年]\d{1,2})(?!.*[。；]).{0,40}(来源|作者)\s*[：:].{0,40}(点击|浏览|阅读)(量|数|次数)?\s*[：:]\s*\d+\s*次?$/,
]

/** Tags of a web page. In a sentence they are dirt of the sentence. */
const tag = /<\/?(div|span|p|a|br|script|td|tr)\b[^<>]*>/gi

/** 国发〔2019〕5号, alone or on a line with 份号 before it and 签发人, or one more signer, behind it (GB/T 9704-2012, 7.2.5 and 7.2.6). */
const documentNumber = /^(\d{6}\s+)?[^，。；：\s]{1,20}\s?[〔[［（(【]\s?(19|20)\d\d\s?[〕\]］）)】]\s?第?\s?[0-9０-９一二三四五六七八九十X×x*＊_]{1,5}\s?号(\s*签发人\s?[：:].{0,20}|\s+([\u4e00-\u9fff]{1,3}(\s[\u4e00-\u9fff]{1,2})?))?$/

/** Advertising of copying sites: two of these in one line, or one in a bracketed or very short one. */
const advertising = /公众号\s?[：:]|[QqＱ扣]\s?[QqＱ扣]?\s?群?\s?[：:号]\s?\d|微信\s?号?\s?[：:]|加(我|微信|微|V|v|Q|群)|薇信|威信号|客服|代笔|代写|润笔|素材库|素材网|范文网|文库|会员群?|svip|vip|SVIP|VIP|网盘|谨防假冒|认准|好评如潮|极速下载|一键(下载|搜索|查找)|精准搜索|有意(加入|者)?请?联系|各类材料|海量(素材|范文|材料)|付费(下载|阅读)|免费(下载|领取)|扫码(关注|入群|领取)|长按.{0,4}(识别|关注)|点击(上方|下方|蓝字|关注)|关注我们|更多(范文|材料|素材|精彩)|接单|[A-Za-z]+\.(com|cn|net)\b|https?:|www\./g

/** Words of the navigation of a government web page; four of them in a line that has no sentence make it one. */
const navigation = /首页|登录|注册|繁简?|无障碍|适老|长者|搜索|热搜|政务(公开|服务|要闻)|政民互动|互动交流|数据(发布|开放)|分享到|打印|信息来源|发布(时间|日期|机构)|字号|字体|收藏|关闭|朗读|网站地图|要闻|公告公示|专题专栏|魅力/g

/** Marks `blank`, `break` and `setAside` lines in the roles of `draft`. */
export function markNoise(draft: Draft): void {
  draft.lines.forEach((line, index) => {
    if (line.explicit !== null) return
    if (line.text === '') draft.roles[index] = line.hint?.picture !== undefined ? 'picture' : line.watermarks.length > 0 ? 'setAside' : 'blank'
    else if (line.text === '\f') draft.roles[index] = 'break'
    else if (isNoise(line.text)) draft.roles[index] = 'setAside'
  })
  markRelated(draft)
  markFoot(draft)
}

/** 主办单位：…… among the lines at the foot of a page that name its site; a notice has such fields, too, but no site below them. */
function markFoot(draft: Draft): void {
  const fields: number[] = []
  let isSite = false
  for (let at = draft.lines.length - 1; at >= 0; at -= 1) {
    const role = draft.roles[at]
    const { text, explicit } = draft.lines[at] ?? { text: '', explicit: null }
    if (role === 'blank') continue
    if (role === 'setAside') isSite ||= /网站标识码|备案|版权所有|公网安备|ICP/i.test(text)
    else if (role === null && explicit === null && text.length <= 60 && /^(主办|承办|主管|协办|维护|技术支持|运维)(单位)?\s*[：:]/.test(text)) fields.push(at)
    else break
  }
  if (isSite) for (const at of fields) draft.roles[at] = 'setAside'
}

/** Titles of other documents, from 相关文章： to the end. */
function markRelated(draft: Draft): void {
  const at = draft.lines.findIndex(({ text, explicit }) => explicit === null && /^(相关(文章|阅读|链接|推荐|文档)|推荐阅读|延伸阅读|猜你喜欢)\s*[：:]?$/.test(text))
  const rest = at === -1 ? [] : draft.lines.slice(at, signatureStart(draft, at + 1))
  if (rest.some(({ text, explicit }) => explicit !== null || text.length > 60 || /[。；]/.test(text))) return
  // A list of links has its dates in digits; one with 年 and 月, or an attachment, is of the document itself.
  if (rest.some(({ text }) => (text.includes('年') && isDateLine(text)) || splitUnitAndDate(text) !== null || isAttachmentLabel(text))) return
  rest.forEach((line, index) => { if (line.text !== '') draft.roles[at + index] = 'setAside' })
}

/** Where the units above a date begin that ends the text, but for a note and what is set aside; the number of lines if there is none. */
function signatureStart(draft: Draft, from: number): number {
  const { lines } = draft
  const text = (at: number): string => lines[at]?.text ?? ''
  let date = previousContent(draft, lines.length)
  if (isNoteLine(text(date))) date = previousContent(draft, date)
  if (date >= from && splitUnitAndDate(text(date)) !== null) return date
  if (date < from || !isDateLine(text(date))) return lines.length
  let start = date
  for (let at = previousContent(draft, date); at >= from && isUnitLike(text(at)); at = previousContent(draft, at)) start = at
  return start === date ? lines.length : start
}

/** Whether a trimmed line is a 发文字号, alone or with 签发人. */
export function isDocumentNumber(text: string): boolean {
  return text.length <= 60 && documentNumber.test(text)
}

/** Whether a trimmed line is no part of any report. */
export function isNoise(text: string): boolean {
  const head = text.length > 600 ? text.slice(0, 600) : text
  if (isDocumentNumber(text)) return true
  if (text.length <= 600 && certain.some((pattern) => pattern.test(head))) return true
  if (text.length <= 600 && isPageField(head)) return true
  if (text.length <= 600 && text.includes('<') && !/[\u3400-\u9fff][，。；]/.test(text) && text.replace(tag, '') !== text) return true
  if (isAdvertising(head, text.length)) return true
  return isNavigation(head)
}

function isAdvertising(head: string, length: number): boolean {
  if (length > 500) return false
  // The mail of a contact is no advertising.
  const words = new Set(head.replace(/[\w.-]{1,64}@[\w.-]{1,64}/g, '').match(advertising))
  if (words.size === 0) return false
  if (words.size >= 2) return true
  return /^[【★▲◆●]/.test(head) || (length <= 30 && !/[。；]$/.test(head) && /[：:]|关注|扫码|加/.test(head))
}

function isNavigation(head: string): boolean {
  const words = new Set(head.match(navigation))
  return words.size >= 4 && !head.slice(0, 200).includes('。')
}

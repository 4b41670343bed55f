/** The head of a web page: fields that describe a document (索引号, 发布日期 …), buttons, and the way to the page (SPEC PARSE-35). */
import { recognizeNumber } from '../recognizeNumber'
import { endsLikeTitle } from './phrases'
import type { Draft } from './sourceLines'

/** Names of fields which a document itself never has. Blanks between their characters do not count. */
const ownNames = '索引号|信息索引号?|信息索取号|主题分类|主题词|组配分类|体裁分类|公文种类|信息分类|信息类别|发文机关|发文机构|发文单位|制发机关|发文字号|文件编号|文号|发文日期|发文时间|成文日期|生成日期|印发日期|发布日期|发布时间|公开日期|归档时间|更新时间|发表时间|有效性|时效性|信息来源|文章来源|稿件来源|浏览次数|浏览量|点击次数|点击数|点击量|点击率|阅读次数|阅读量|访问量|访问次数|字体|字号|字体大小|责任编辑|分享到'
/** Names that a document has, too: fields only beside others. */
const weakNames = '发布机构|发布单位|发布机关|公开责任部门|责任部门|生效日期|失效日期|废止日期|公开方式|公开形式|公开类别|公开时限|公开范围|服务对象|内容概述|信息名称'
/** Words that name a field only in a row with others. */
const sharedNames = '名称|标题|来源|作者|编辑|审核|分类|体裁|状态|语种|编号|关键词|摘要|内容'

/** A longer line is no field. */
const longestField = 600

const ownName = new RegExp(`^(?:${ownNames})$`)
const weakName = new RegExp(`^(?:${weakNames})$`)
const anyName = new RegExp(`^(?:${ownNames}|${weakNames}|${sharedNames})$`)
const ownNameInRow = new RegExp(`\\s[【[(（]?(?:${ownNames})\\s*[】\\])）：:]`)
const opener = /^[\s•·●○■□◆◇▪▫◎※-]*[【[(（]?\s*/

/** Buttons and names of boxes of a page, alone on their line. */
const button = /^(?:导航|详细信息|公开具体内容|信息详情|相关新闻|相关附件|附件列表|相关文档|推荐阅读|延伸阅读|猜你喜欢|编辑推荐|底部相关链接|资源描述|正文复制|请输入搜索|语音播报|繁体版?|简体版?|我要纠错|下载地址\s*[：:].*|点击此处下载|【?\s*字(?:体|号)\s*[：:]?|复制链接|(?:打印|全屏|加大|减小|放大|缩小|还原|默认|分享|收藏|关闭|下载|相关|举报|赏|赞|\s|[（(）)|｜/、])+)$/

/** Names that stand in the line below a headline, two of them at least. */
const bylineName = /(?:时间|日期|作者|来源|编辑|点击|浏览|阅读|人气|字数|页数|大小|格式|上传人|上传者|上传时间|文档编号|文档大小|网站|移动端|栏目|分类|标签|发布者|供稿|审核)\s*[：:]/g

/** What sites that copy documents set around them, in whole sentences. */
const copiedSentence = /^(?:来源\s*[：:]\s*\S{1,20}\s+)?免责声明\s*[：:]|本文档由用户(?:自行)?上传|版权归.{0,12}(?:提供方|上传者|作者)所有|如有侵权[，,\s]*(?:请|烦请)?.{0,6}(?:联系|告知|通知|删除)|产生版权问题|预计阅读时[长间]|^(?:已有)?\d+人已(?:围观|阅读|浏览)|下面(?:是小编|小编).{0,8}(?:整理|带来)/
/** The same in lines that are no sentence. */
const copied = /版权归.{0,12}(?:提供方|上传者|作者|原作者)|免费预览|预览(?:阅读)?已(?:经)?结束|(?:阅读|查看|下载)(?:全部|全文|完整).{0,12}(?:登录|注册|会员)|免责声明\s*[：:]|如有侵权|扫码联系|喜欢就下载|(?:^|\s)(?:已有)?\d[\d:：/.-]*人已(?:围观|阅读|浏览)|(?:楼主|网友)(?:发表|上传)于/

/** 工作总结.docx, 202.68 KB, 2024-04-12 发布: the file as a site shows it. */
const shownFile = /^(?!附|\d{1,2}[.、．])([^，。：]{2,60})\.(?:docx?|wps|pdf|txt|rtf|pptx?)$/i
const fileSize = /^[\d.]{1,8}\s*[KM]B?$/i
const fileDate = /^(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?|\s*(?:发布|更新|上传))$/
/** A time alone may be that of a meeting, too. */
const bareTime = /^(?:时间|日期)\s*[：:]\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+[\d:]+)?$/

/** WENKU.COM —— 范文, the address of a site at the head of a line that is no sentence. */
const site = /^(?:https?:\/\/|www\.)?[a-z\d][a-z\d.-]*\.(?:com|cn|net|org|cc|top)\b(?!@)[^。，]{0,40}$/i

/** Whether a trimmed line is such a field, a row of them, a button, or 首页 > 政务公开. */
export function isPageField(text: string): boolean {
  if (recognizeNumber(text) !== null && !fileSize.test(text)) return false
  if (text.length <= 200 && copiedSentence.test(text)) return true
  if (/[。；]/.test(text)) return false
  if (text.length <= 200 && copied.test(text)) return true
  const plain = text.replace(opener, '')
  if (/^[\s•·●○■□◆◇▪▫|｜【】]*$/.test(text)) return true
  if (endsLikeTitle(shownFile.exec(plain)?.[1] ?? '') || fileSize.test(plain) || fileDate.test(plain) || site.test(plain) || isByline(plain)) return true
  return button.test(plain.replace(/[】\])）\s]+$/, '')) || (isWay(text) && /(?:首\s*页|主页)\s*[>＞»›]/.test(text)) || isFieldRow(text, plain)
}

/** 时间：2024-12-20 作者：佚名 来源：网络; with other names, such as 地点： or 报名时间：, it is no byline. */
function isByline(text: string): boolean {
  const names = text.match(bylineName)?.length ?? 0
  if (!/(?:作者|来源|点击|浏览|人气|上传人|上传者|移动端|文档编号|文档大小)\s*[：:]/.test(text)) return false
  if (/(?<!发布|更新|上传|发表|添加|录入)(?<=[\u3400-\u9fff])(?:时间|日期)\s*[：:]/.test(text)) return false
  return names >= 2 && text.length <= 160 && !/[，；]/.test(text) && names === (text.match(/[\u3400-\u9fff]\s*[：:]/g)?.length ?? 0)
}

/** 首页 > 政务公开 > 年度报告; steps of a procedure look the same. */
function isWay(text: string): boolean {
  const steps = text.split(/\s*[>＞»›]+\s*/)
  return steps.length >= (/(?:首\s*页|主页)$/.test(steps[0] ?? '') ? 2 : 3) && steps.every((step) => step.length <= 24 && !/[，；、<＜‹]/.test(step))
}

/** 索引号：123 发布日期：2024-01-02; [ 索引号 ] 123; 索引号 | 123 | 文号 | 5 |. */
function isFieldRow(text: string, plain: string): boolean {
  const cells = plain.split(/[|｜\t]/)
  if (cells.length >= 2) {
    const first = name(cells[0] ?? '')
    return anyName.test(first) && (ownName.test(first) || /[：:]\s*$/.test(cells[0] ?? '') || cells.some((cell) => ownName.test(name(cell))))
  }
  // 有效性：……, … is a topic with its text.
  if (text.length > 160 || /[，；]/.test(plain)) return false
  const field = fieldName(plain)
  return ownName.test(field) || (weakName.test(field) && ownNameInRow.test(plain))
}

/** The name before the first colon or bracket, without blanks; empty if there is none. */
function fieldName(plain: string): string {
  return name(/^([\u3400-\u9fff](?:\s{0,4}[\u3400-\u9fff]){1,7})\s*(?:[：:]|[】\])）])/.exec(plain)?.[1] ?? '')
}

function name(cell: string): string {
  return cell.replace(opener, '').replace(/[】\])）\s：:]+$/, '').replace(/\s+/g, '')
}

/** What a page and a document both have: 责任部门：县水务局, 时间：2024-05-06, 申请表.docx, 受理 > 办结. */
function isWeakField(text: string): boolean {
  if (text.length > 160 || /[。；]/.test(text) || recognizeNumber(text) !== null) return false
  const plain = text.replace(opener, '')
  return weakName.test(fieldName(plain)) || bareTime.test(text) || shownFile.test(plain) || isWay(text)
}

/**
 * Decides by their neighbours what one line alone does not tell: a field that a document may have, too, is one of the page if it stands above the text beside
 * other fields; a row between bars in the text stays with the rows of its table.
 */
export function settleFields(draft: Draft): void {
  const { lines, roles } = draft
  const begins = lines.findIndex(({ text }, index) => roles[index] === null && (/。$/.test(text) || recognizeNumber(text) !== null))
  const end = begins === -1 ? lines.length : begins
  const first = roles.findIndex((role) => role === null)
  const upwards = Array.from(lines.keys()).reverse()
  for (const order of [Array.from(lines.keys()), upwards]) {
    let isBesideField = false
    let isBesideRow = false
    for (const index of order) {
      const text = lines[index]?.text ?? ''
      if (lines[index]?.explicit !== null) isBesideField = isBesideRow = false
      else if (index < end && roles[index] !== 'blank') {
        if (roles[index] === null && isBesideField && isWeakField(text)) roles[index] = 'setAside'
        // Nothing but the way to a page begins so.
        if (roles[index] === null && index === first && text.length <= longestField && isWay(text) && recognizeNumber(text) === null) roles[index] = 'setAside'
        isBesideField = roles[index] === 'setAside' && isField(text)
      } else if (index >= end) {
        if (roles[index] === 'setAside' && isBesideRow && isBarredField(text)) roles[index] = null
        isBesideRow = roles[index] === null && hasBars(text)
      }
    }
  }
}

function isField(text: string): boolean {
  return text.length <= longestField && (isPageField(text) || isWeakField(text) || anyName.test(fieldName(text.replace(opener, ''))))
}

function hasBars(text: string): boolean {
  return (text.match(/[|｜]/g)?.length ?? 0) >= 2
}

function isBarredField(text: string): boolean {
  return text.length <= longestField && hasBars(text) && /[\u3400-\u9fff]/.test(text) && isFieldRow(text, text.replace(opener, ''))
}

/** Lines of web pages that are no part of a report (SPEC CLEAN-4), and lines that hold nothing but signs. */
import type { LineVerdict } from './cleaningRule'
import { countNarration } from './narration'

const field = '(?:信息来源|文章来源|稿件来源|发布时间|发布日期|发布人|发表时间|更新时间|发文时间|浏览次数|浏览量|浏览|点击数|点击量|点击率|点击|阅读次数|阅读量|阅读|访问量|字体大小|责任编辑|责编|网站编辑|分享到?|索引号|主题分类|信息分类|有效性|公开方式)'
/** Two of them in a line that is no sentence. */
const fields = /(?:信息来源|文章来源|稿件来源|来源|发布时间|发布日期|发表时间|更新时间|浏览次数|浏览量|浏览|点击数|点击量|点击|阅读次数|阅读量|阅读|责任编辑|字体|字号)\s*[：:【[]/g
const button = '(?:点赞|评论|举报|反馈|纠错|转发|在看|赞|投诉|打印(?:本页|此文|文章)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|收藏(?:本页)?|加入收藏|设为首页|分享|字体|字号|大|中|小|A\\+|A-|查看原文|阅读原文|展开全文|上一(?:篇|页|条)|下一(?:篇|页|条)|附件下载|朗读|繁体|简体|无障碍(?:阅读|浏览)?|长者模式|网站地图|联系我们|关于我们|首页|登录|注册)'
const certain: readonly RegExp[] = [
  new RegExp(`^[【\\[（(]?\\s*${field}\\s*[：:]\\s*\\S{0,40}(?:[\\s|｜]+.{0,80})?$`),
  /^[【[（(]?\s*来源\s*[：:]\s*\S{0,20}(?:网|报|日报|晚报|客户端|公众号|新华社|电视台|融媒体中心|头条)(?:[\s|｜]+.{0,80})?[】\])）]?$/, /^[【[（(]?\s*(?:字体|字号)\s*[：:]?\s*[【[]?\s*(?:大|小|特大|超大)(?:[\s|｜/、]*[大中小])*\s*[】\])）]*(?:[\s|｜]*(?:打印|收藏|关闭|分享))*$/,
  new RegExp(`^[【\\[（(]?\\s*${button}(?:[\\s|｜/、·：:]*${button})+\\s*[】\\]）)]?$`),
  /^[【[（(]\s*(?:打印|关闭|返回|收藏|分享)[^，。]{0,8}[】\]）)]$/,
  /^(?:打印本页|关闭窗口|返回顶部|返回列表|展开全文|阅读原文|查看原文|扫一扫.{0,20}(?:分享|打开|关注|手机).{0,12}|打开APP.{0,20}|分享到(?:微信|朋友圈|微博)?.{0,20})$/,
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:链接|阅读|文章|新闻)|推荐阅读|延伸阅读|当前位置|您(?:现在|当前)?(?:所在)?的?(?:当前)?位置|所在位置)\s*(?:是|在)?\s*[：:>＞》»|｜]/,
  /^(?:相关(?:推荐|文章|阅读|链接)|猜你喜欢|热门(?:推荐|文章|标签)|为您推荐|最新文章)[：:]?$/,
  /^(?:网站)?首页\s*(?:[>＞»›|｜/]|-{1,2}>)/,
  /^[^，。；：\s<＜]{2,12}(?:\s*[>＞»›]{1,2}\s*[^，。；：\s]{2,24}){2,}$/,
  /版权所有|©|ICP备\s?(?:\d|案(?:号|编号|序号))|公网安备\s?\d|网站标识码\s?[：:]|建议使用.{0,20}(?:浏览器|分辨率)/i,
  /^(?:图片|图|文章|本文)?(?:来源|源)[：:]\s?(?:网络|互联网|\S{2,12}网)$|^(?:点击|展开)(?:查看|阅读)?(?:更多|全文|剩余).{0,10}$|^(?:\d+|暂无)\s?(?:条)?评论$|^(?:发布|发表)于\s?[：:]?\s?\S{2,20}(?:\s+\S{1,10})?$/,
  /^(?:转载|本文)(?:请)?(?:注明|来自|来源于|由.{2,20}(?:整理|提供|发布|上传))/, /^[【（(]?(?:特别|免责|版权)?声明[】）)]?[：:]?.*(?:转载|版权|侵权|删除|自媒体|来(?:自|源于)(?:互联)?网络)/,
  /^(?:©|Copyright\b)/i, /^(?:全文|本文)共.{0,12}字.{0,20}(?:分钟|阅读)/, /^(?:点击|立即|免费)(?:下载|查看|阅读|预览).{0,12}$/, /^附件下载[：:]?$/, /^主办(?:单位)?[：:]\S+\s+(?:承办|协办|技术支持)(?:单位)?[：:]/, /^Page\s+\d+(?:\s+of\s+\d+)?$/i,
  /^(?:(?:阅读|浏览|点击|评论|收藏|点赞|赞|分享|人气)\s?[（(]\s?\d+\s?[）)]\s*)+$/,
  /^[-—–―－]\s*\d{1,4}\s*[-—–―－]$/, /^第\s*\d{1,4}\s*页\s*[，,/]?\s*(?:共\s*\d{1,4}\s*页)?$/,
  /^[=—_＊#~·.…─━]{4,}$/,
]
const footer = /版权所有|ICP备|公网安备|^(?:转载|本文|[【（(]?(?:特别|免责|版权)?声明|建议使用|全文共|©|Copyright)/i
const doubtful = /^(?:来源|字体|字号|关键词|技术支持)\s*[：:]\s*\S{1,30}$|^\d{1,3}\s*\/\s*\d{1,3}$|^[【[（(]?\s*(?:作者|撰稿|供稿|编辑|审核|校对|摄影|记者|通讯员)\s*[：:]\s*\S{1,12}(?:\s+\S{1,12}){0,4}\s*[】\]）)]?$/

/** Lines of a web page around a text. */
export function judgeWebLine(text: string): LineVerdict {
  if (text.length > 160) return 'stays'
  // A sentence is never chrome, however it begins, but for footers and words about copying.
  const isSentence = /[，；。]/.test(text)
  if (isSentence && (!footer.test(text) || countNarration(text) > 1)) return 'stays'
  if (certain.some((pattern) => pattern.test(text)) || new Set(text.match(fields)).size >= 2) return 'goes'
  return doubtful.test(text) ? 'doubtful' : 'stays'
}

/** Lines that hold nothing but a sign of Markdown. */
export function judgeMarkdownLine(text: string): LineVerdict {
  return /^(?:`{3,}\w{0,12}|~{3,}\w{0,12}|-{3,}|\*{3,}|_{3,}|\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?)$/.test(text.trim()) ? 'goes' : 'stays'
}

/** Where a site ends what can be read for nothing. */
export function judgePaywallLine(text: string): LineVerdict {
  if (text.length > 80 || countNarration(text) > 1) return 'stays'
  const ends = /(?:剩余|还有|未读|试读|预览|以下|隐藏|全文|完整).{0,14}(?:付费|会员|解锁|购买|继续阅读|登录后|开通|VIP)|解锁全文|(?:此处|本(?:文|节)|该)内容(?:需要?)?(?:付费|购买|登录|开通会员)|(?:付费|购买|登录|开通会员|成为会员)(?:后|即可)(?:查看|阅读|下载|继续)/i
  return ends.test(text) ? 'goes' : 'stays'
}

/** A line of a script or a style sheet. */
export function judgeHtmlLine(text: string): LineVerdict {
  return /^(?:\.[\w-]+\s*\{.*\}|function\s*\w*\s*\(.*|<\/?(?:script|style|iframe|html|body|head)\b.*|var\s+\w+\s*=.*;|document\.\w+.*|\$\(.*)$/i.test(text) && !/[\u3400-\u9fff].*[。，]/.test(text) ? 'goes' : 'stays'
}

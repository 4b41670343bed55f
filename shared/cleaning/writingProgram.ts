/** What a writing program says to the person who asked it, and what it leaves open (SPEC CLEAN-5). */
import type { LineVerdict } from './cleaningRule'
import { countNarration } from './narration'

const polite = /您|你(?!们|好|追我赶|中有我)/
const opener = /^(?:当然可以|当然|好的|没问题|可以的|明白了?|收到)[，,。！!~～]/
const given = /(?:以下|下面|这里|这)(?:是|为)|如下/
const asked = /(?:为|帮|给|根据|按照?)(?:您|你)|(?:您|你)(?:的|提供|要求|需要)|一[份篇]|范文/
/** Behind 我 these make an office or more than one: 联系我局, 需要我们. */
const ofOffice = '(?!们|[局县市委区旗镇乡街村院校办单部科处站所中厅厂公馆行社])'
/** A whole line that only announces what follows. */
const announced = /^(?:当然可以|好的|没问题|可以的)[，,。！!~～]\s*(?:以下|下面|这里|这)(?:是|为).{2,80}[：:]$/
const offered = /^(?:以下|下面)(?:是|为)(?:一[份篇]|(?:您|你)(?!们|[局县市委区镇乡院校办单])|我?(?:为|给|根据|按照?)(?:您|你)|(?:修改|优化|润色|改写|整理|完善|扩写)后的?)/
const piece = /您|你|供参考|范文|示例|模板|(?:总结|报告|方案|讲话稿?|发言稿?|汇报|心得|材料|文章|公文|版本|内容)[^，。]{0,10}[：:]$/
const closer = new RegExp(String.raw`^(?:希望|以上|如果|如需|如有|若|您(?:可以|可)|需要我|请(?:您)?(?:根据|告诉|告知)|这(?:份|篇)).{0,80}(?:对(?:您|你|大家)有|帮(?:助)?到?(?:您|你|大家)|(?:告诉|告知|联系|提醒)我${ofOffice}|供(?:您|你)参考|随时(?:告诉|联系|告知|提出)(?!我(?!${ofOffice}))|需要我${ofOffice}|我(?:可以|会|来)(?:继续|帮|为(?:您|你)|进一步|再)|根据(?:您|你)的?|满足(?:您|你)|(?:您|你)可以?(?:根据|按))`)
const tellsMe = new RegExp(`(?:告诉|告知|联系)我${ofOffice}`)
const remark = /^[（(【]?(?:注|备注|说明|提示)[：:].{0,60}(?:(?:根据|按|结合|可根据|请根据)[^，。]{0,8}(?:实际|需要|情况)[^，。]{0,10}(?:修改|调整|补充|替换|填写|完善)|(?:仅为|均为|为)示例|仅供参考|占位).{0,16}[）)】。]?$/
const advice = /^(?:请|可|您可以?|你可以?)(?:您|你)?根据(?:实际|您|你|具体|单位|需要)[^，。]{0,12}(?:修改|调整|补充|替换|填写|完善)/
const made = /AI(?:自动|辅助)?生成|由(?:AI|人工智能|大模型)(?:自动)?(?:生成|撰写)|AI语言模型|人工智能(?:语言)?模型/
const english = /^(?:Sure|Certainly|Of course|Absolutely|Here(?:'s| is| are)|I hope this|Let me know)\b[^\u3400-\u9fff]{0,200}$/

const itself = /^(?:(?:很|非常)?(?:抱歉|对不起)[，,])?(?:作为|我是)(?:一[个名款])?(?:AI|人工智能|大?语言模型|智能助手)(?:语言模型|模型|助手|助理|程序)?[，,。]/
const sorry = /^(?:很|非常)?(?:抱歉|对不起)[，,]我(?:目前|暂时)?(?:无法|不能|没有)/
/** What a writing program cannot do; a person says the same of a meeting. */
const incapable = /(?:无法|不能)[^，。]{0,8}(?:提供|生成|访问|回答|协助)/
const question = new RegExp(`^(?:是否)?需要我${ofOffice}.{2,40}[吗？?]$`)
/** What it would do to its own text. */
const reworks = /(?:继续|修改|润色|补充|调整|再|帮(?:您|你|忙)|转换|改[成写为]|扩写|精简).*(?:吗[？?]?|[？?])$/
/** A text that it made. */
const ownPiece = /(?:根据|按照?|整理|撰写|起草|修改|优化|润色|改写|扩写|生成|完善|一[份篇个]).*(?:总结|报告|方案|稿|汇报|心得|材料|文章|范文|公文|版本|模板|提纲)/
const model = /^(?:请注意[，,：:])?以上(?:总结|报告|材料|内容|方案|模板|范文|文本)[^，。]{0,6}(?:仅供参考|(?:仅为|为|是)(?:一个)?(?:通用)?(?:模板|示例|范文|框架))/

/** What a writing program says to the person who asked it. A report does not speak to its reader as 您. */
export function judgeAssistant(text: string): LineVerdict {
  if (text.length > 200) return 'stays'
  if (opener.test(text) && given.test(text) && asked.test(text) && text.length <= 120) return 'goes'
  if (itself.test(text)) return 'goes'
  if (announced.test(text)) return ownPiece.test(text) ? 'goes' : 'doubtful'
  if (sorry.test(text)) return incapable.test(text) ? 'goes' : 'doubtful'
  if (question.test(text)) return reworks.test(text) && (text.startsWith('是否') || text.includes('吗')) ? 'goes' : 'doubtful'
  if (model.test(text) && /模板|示例|范文|框架|修改|调整|完善/.test(text)) return 'goes'
  if (offered.test(text)) return piece.test(text) ? 'goes' : 'stays'
  if (english.test(text)) return 'goes'
  if (closer.test(text) && (polite.test(text) || tellsMe.test(text) || /大家有所帮助|帮助?到大家/.test(text))) return 'goes'
  if (remark.test(text) || (made.test(text) && text.length <= 60 && countNarration(text) <= 1)) return 'goes'
  if (advice.test(text)) return polite.test(text) ? 'goes' : 'doubtful'
  return /^(?:以上内容)?(?:仅供参考|供您参考)[^，]{0,20}[。！]?$/.test(text) || /^[（(]?(?:全文)?(?:共|约|总?字数[：:]?)约?\s?\d{2,6}\s?(?:余)?字[）)]?[。]?$/.test(text) ? 'doubtful' : 'stays'
}

/** Places that a writing program or a form leaves to be filled in: 【此处填写单位名称】, [具体金额], （待补充）. Nobody can know what belongs there. */
export const placeholder = /[【[［][^【】[\]［］\n]{0,20}(?:此处|这里|请|在此|待|需)[^【】[\]［］\n]{0,12}(?:填写|填入|插入|补充|输入|替换|填上|添加|填报)[^【】[\]［］\n]{0,16}[】\]］]|[【[［](?:您的|你的|贵)?(?:具体[\u3400-\u9fff、/]{1,8}|(?:单位|部门|公司|学校|县区|地区|项目|姓名|人员)(?:名称|全称|简称)?|姓名|年份|日期|(?:数字|数据|金额|数量|百分比|比例|电话)(?:值)?|[Xx×某]{1,6}[\u3400-\u9fff]{0,6})[】\]］]|[（(](?:此处|待)(?:填写|填入|插入|补充|输入|替换|填报)[^（）()\n]{0,16}[）)]/g

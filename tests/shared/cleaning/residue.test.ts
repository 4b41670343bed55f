import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { usualCleaning } from '../../../shared/cleaning/cleaningRules'
import { proposeCleaning } from '../../../shared/cleaning/proposeCleaning'
import { parseReport } from '../../../shared/outline/parseReport'
import { cleanedParagraph, proposalsFor } from '../../support/cleaned'

const goes: readonly (readonly [rule: string, line: string])[] = [
  ['advertising', '【山海文稿库】——海量材料每日更新，会员群加网盘群同步下载，有意请联系客服'], ['advertising', '欢迎加入山海文稿VIP会员，5000万字材料，轻松解决写作难题，添加客服：shwg，谨防假冒！'],
  ['advertising', '更多精彩范文请关注公众号：山海文稿'], ['advertising', '扫码关注公众号，回复“总结”免费领取全套模板'], ['advertising', '长按识别下方二维码关注我们'], ['advertising', '需要代写材料加微信：shwg2025'],
  ['advertising', '更多材料请访问www.example.com'], ['advertising', '本文由山海文库整理，付费下载原文请开通会员'], ['advertising', '【山海代笔】——各类材料代写润笔，好评如潮，PPT制作'],
  ['contact', '微信号：shwg_2025'], ['contact', 'QQ群：123456789'], ['contact', '业务合作：13800001234'],
  ['webChrome', '来源：清源县人民政府网 发布时间：2025-12-30 浏览次数：123'], ['webChrome', '责任编辑：王明'], ['webChrome', '【字体：大 中 小】'], ['webChrome', '打印本页 | 关闭窗口'], ['webChrome', '上一篇：关于召开会议的通知'],
  ['webChrome', '首页 > 政务公开 > 工作总结'], ['webChrome', '当前位置：首页 > 信息公开'], ['webChrome', '版权所有：清源县人民政府办公室 鲁ICP备00000000号'], ['webChrome', '- 3 -'], ['webChrome', '第3页 共10页'], ['webChrome', '阅读原文'], ['webChrome', '浏览次数：1024'],
  ['assistant', '以下是为您撰写的2025年度工作总结：'], ['assistant', '当然，以下是一份关于党建工作的总结，供您参考：'], ['assistant', '好的，根据您提供的材料，修改如下：'], ['assistant', '希望以上内容对您有所帮助！'], ['assistant', '如果您有其他需要，随时告诉我。'], ['assistant', '以下是一份年度总结范文：'],
  ['markdown', '```markdown'], ['markdown', '---'], ['markdown', '***'], ['markdown', '| --- | --- |'], ['html', '.footer {display: block}'], ['paywall', '剩余内容开通会员后继续阅读'], ['paywall', '以下内容付费后可见'], ['webChrome', '图片来源：网络'], ['webChrome', '点赞 收藏 评论 分享'], ['webChrome', '免责声明：本文为转载，如有侵权请联系删除。'], ['webChrome', '全文共3200字，阅读约8分钟'], ['webChrome', '2条评论'],
  ['assistant', '（注：以上内容可根据实际情况调整）'], ['assistant', 'Sure, here is the summary you asked for:'], ['assistant', '如需进一步修改完善，请随时告诉我。'], ['assistant', '以下是一份关于安全生产工作的总结：'], ['assistant', '以下是修改后的版本：'], ['advertising', '微信公众号（山海文稿）后台回复“党建”即可获取，更多资料关注我们'], ['contact', '微信同号'],
  ['advertising', '扫描下方二维码，加入公文写作交流群'], ['advertising', '加入知识星球，畅读10万篇范文'], ['advertising', '下载全文请登录www.example.com'], ['advertising', '↓↓↓点击阅读原文'], ['advertising', '资料分享群：群号 987654321'], ['advertising', '承接各类公文写作，购买请联系客服微信'], ['webChrome', '点击下载Word版'],
  ['webChrome', '【声明】内容来源于网络，版权归原作者所有，如有侵权请联系删除'], ['webChrome', '主办单位：清源县人民政府 承办单位：清源县政务服务局'], ['webChrome', 'Page 1 of 5'], ['webChrome', '阅读（1234） 评论（0）'], ['assistant', '希望这份总结能满足您的需求'], ['assistant', '这份总结涵盖了主要工作，您可根据需要调整'], ['assistant', '（内容由AI生成，仅供参考）'], ['paywall', '##paidend##'], ['html', '&nbsp;'], ['blanks', '　　'], ['invisible', '\u200b'],
  ['assistant', '好的，以下是根据要求整理的年度工作总结：'], ['assistant', '作为一个AI，我不能提供真实数据。'], ['assistant', '作为人工智能助手，我无法获取贵单位的具体数据。'], ['assistant', '抱歉，我无法提供具体数据。'], ['assistant', '是否需要我将其转换为Word格式？'], ['assistant', '需要我把这份总结改成汇报稿吗？'], ['assistant', '以上总结仅供参考，请根据实际情况进行修改。'], ['assistant', '请注意，以上内容为模板，请根据实际情况修改。'], ['assistant', '下面为您提供一份工作总结范文，供参考。'],
  ['contact', '加V：shanhai888'], ['contact', '加微shanhai888'], ['contact', '微❤shanhai888'], ['webChrome', '相关推荐'], ['webChrome', '猜你喜欢'], ['webChrome', '您当前的位置：首页 >> 工作总结 >> 正文'], ['webChrome', '时间：2025-12-30 来源：县政府办 点击：123次'], ['webChrome', '2025-12-30 10:30 来源：清源县政府 浏览量：123'], ['webChrome', '【字体：大 中 小】 打印 收藏'], ['webChrome', '本文来源：网络'], ['paywall', '此处内容需要付费查看'], ['paywall', '[付费内容]'],
]

const stays: readonly string[] = [
  '依托“清源发布”微信公众号推送信息120条，阅读量突破9000万人次。', '开通微信公众号，发布政策解读56篇，引导群众关注。', '制作短视频30条，通过微信公众号、抖音号等平台广泛宣传，累计阅读9000万字次。', '建立典型案例素材库，收集素材200余条，实现资料共享。',
  '组织党员干部下载使用“学习强国”，扫码签到率达98%。', '设立咨询电话0531-1234567，免费发放宣传资料5000份。', '严厉打击代写论文、买卖文稿等行为，查处违规公众号3个。', '联系人：王明，电话：13800001234', '（联系人：王明，联系电话：0531-1234567）', '办公电话：0531-1234567',
  '深入基层了解更多情况，为群众提供更多服务。', '完善党建文库，更新材料1000多篇。', '加强网络阵地管理，规范QQ群、微信群12个。', '开展“扫码入会”活动，职工会员达3000人。', '以下是2025年主要工作开展情况：', '现将有关情况汇报如下：', '如有不妥，请批评指正。', '如有疑问，请随时联系我局。', '如您有疑问，请随时联系我局办公室。', '若有意见，请随时告知我县。', '如需了解情况，请联系我们。', '希望各单位认真抓好落实。',
  '来源于群众、服务于群众，这是工作的根本。', '编辑印发工作简报24期。', '关闭落后产能企业3家。', '上一阶段工作取得成效。', '首页设置专栏宣传政策。', '公众号管理更加规范', '当然，我们也清醒地看到存在的问题，主要表现如下：', '这是一份沉甸甸的成绩单。', '这份荣誉需要我们倍加珍惜。', '若有疏漏，我将继续改进，请予监督。', '如果不解决这一问题，我们就需要我局进一步加强管理。', '以下是一个典型案例。', '（三）群众好评如潮', '实现政策一键查找、一键下载，轻松解决群众办事难题。', '外卖骑手接单量全县第一，网约车接单12000单。',
  '完成网站ICP备案12家，整改3家。', '欢迎加入志愿者队伍', '增加我县产业投入，参加我市组织的招商活动。', '注：以上数据截至11月底，均为初步统计。', '全文印发各单位学习。', '推动未读信息清零，试点小区全部完成。', '提供更多公文材料写作培训，请专家授课5次。', '本文来自基层调研，组织干部先后走访12个村。', '群众扫码关注办事指南，累计关注我局公众号1.2万人。', '通过扫码关注公众号、加入微信群等方式，及时推送政策信息200余条。', '说明：以上数据根据实际情况汇总。', '资料来源：清源县统计年鉴', '更多群众享受到改革红利。', '主办单位要切实负起责任。', '购买服务由县财政统一结算。', '推进AI生成内容标识管理，规范企业12家。', '下载全文数据库论文3000篇，完善资料管理。', '扫描件上传系统，群众加入医保。', '建立乡镇微信群管理制度，材料统一归口。', '欢迎广大群众拨打12345热线进行咨询、监督。', '好的做法要坚持，存在的问题如下：', '以上问题，请各单位认真整改。', '感谢您一年来的支持。', '评论员文章被省报转发。', '省报转发评论3篇', '发布时间早、覆盖面广、效果好。', '打印复印费用下降20%。', '字体规范工作持续推进。', '二维码门牌全覆盖。',
]

describe('paragraphs that go', () => {
  it.each(goes)('CLEAN-3, CLEAN-4, CLEAN-5: %s: %s', (rule, line) => {
    expect(proposalsFor(line)).toMatchObject([{ kind: 'line', rule, before: line, isDoubtful: false }])
    expect(cleanedParagraph(line)).toBeNull()
  })

  it.each(stays)('CLEAN-3, CLEAN-4, CLEAN-5: nothing is proposed for %s', (text) => {
    expect(proposalsFor(text)).toEqual([])
  })

  it.each(['很抱歉，我不能到会发言，由张某某同志代为汇报。', '抱歉，我没有及时提供材料。', '需要我特别强调的是什么？', '需要我到现场吗？', '当然可以，下面是本周工作的重点：', '好的，以下是会议安排：'])('CLEAN-5: %s may be said by a person, and is doubtful', (line) => {
    expect(proposalsFor(line)).toMatchObject([{ kind: 'line', rule: 'assistant', isDoubtful: true }])
  })

  it('CLEAN-4: names of writers are doubtful', () => {
    expect(proposalsFor('来源：县统计局')).toMatchObject([{ kind: 'line', rule: 'webChrome', isDoubtful: true }])
    expect(proposalsFor('撰稿：王明')).toMatchObject([{ kind: 'line', rule: 'webChrome', isDoubtful: true }])
  })
})

const changed: readonly (readonly [before: string, after: string])[] = [
  ['深入学习贯彻党##paidbegin##的创新理论和重要讲话精神。', '深入学习贯彻党的创新理论和重要讲话精神。'], ['抓好[hide]各项工作[/hide]落实。', '抓好各项工作落实。'],
  ['## 主要做法', '主要做法'], ['- 加强组织领导，压实责任。', '加强组织领导，压实责任。'], ['**加强组织领导。**成立领导小组，明确职责。', '加强组织领导。成立领导小组，明确职责。'], ['1. **学习方面**：组织集中学习。', '1. 学习方面：组织集中学习。'], ['✅ 完成整改12项', '完成整改12项'], ['详见[工作方案](https://example.com/a.html)，抓好落实。', '详见工作方案，抓好落实。'], ['落实<!-- 批注 -->责任。', '落实责任。'],
  ['使用`共享`文件夹，存放资料。', '使用共享文件夹，存放资料。'],
  ['加强领导。&nbsp&nbsp落实责任。', '加强领导。落实责任。'],
  ['加强领导，&nbsp;落实责任。', '加强领导，落实责任。'], ['加强领导。<br/>落实责任。', '加强领导。落实责任。'], ['&ldquo;三会一课&rdquo;制度落实到位。', '“三会一课”制度落实到位。'],
  ['各项任务圆满完成（更多范文请关注公众号：山海文稿）。', '各项任务圆满完成。'], ['各项任务圆满完成。更多精彩材料请关注公众号：山海文稿', '各项任务圆满完成。'],
]
const kept: readonly string[] = [
  '**省**市高度重视，**领域工作有序。', '在**县、**镇开展检查*次。', '**广场建设和**工作动态。', '前往**县委和**市考察，慰问**同志和**家属。', '张**、李**，王**等3人。', '乘法2*3=6，5*8=40。', '-3℃的低温下，运行良好。', '产量<100吨，R&D投入增长。', '严格执行[2025]8号文件，参见[1]。', '#1机组和2#楼改造完成。', '#清源新貌#话题阅读量达100万。',
]

describe('residue inside a text', () => {
  it.each(changed)('CLEAN-3, CLEAN-4, CLEAN-5: %s', (before, after) => {
    expect(cleanedParagraph(before)).toBe(after)
  })

  it.each(kept)('CLEAN-5: nothing is proposed for %s', (text) => {
    expect(proposalsFor(text)).toEqual([])
  })

  it('CLEAN-9: a mark of a note goes where the note was set aside, and stays where it was not', () => {
    const note = ['[1] 数据截至2025年11月底。']
    expect(cleanedParagraph('全面完成年度任务[1]，成效明显[2]。', note)).toBe('全面完成年度任务，成效明显[2]。')
  })

  it('CLEAN-9: the notes of a file are set aside by the reading, and their marks are found', () => {
    const { content } = parseReport({ text: '清源县2025年工作总结\n全年完成任务12项[1]，成效明显。\n[1] 数据截至11月底。', hints: new Map([[2, { isNote: true as const }]]), tables: [] }, { newId: countingIds() })
    expect(proposeCleaning(content, usualCleaning)).toMatchObject([{ rule: 'footnote', before: '[1]', after: '' }])
  })
})

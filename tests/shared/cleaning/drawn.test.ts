import { describe, expect, it } from 'vitest'
import { usualCleaning } from '../../../shared/cleaning/cleaningRules'
import { proposeCleaning } from '../../../shared/cleaning/proposeCleaning'
import { emptyContent } from '../../../shared/outline/reportContent'
import { cleanedParagraph, proposalsFor } from '../../support/cleaned'

const changed: readonly (readonly [before: string, after: string])[] = [
  ['😀今年各项工作圆满完成🎉', '今年各项工作圆满完成'], ['🌟 主要成绩', '主要成绩'], ['一、主要工作📝', '一、主要工作'], ['完成任务👍🏻🎉', '完成任务'], ['1️⃣ 加强领导，压实责任。', '1. 加强领导，压实责任。'], ['✨工作亮点✨', '工作亮点'], ['家庭和睦👨\u200d👩\u200d👧。', '家庭和睦。'],
  ['学习<<中国共产党章程>>', '学习《中国共产党章程》'], ['学习《中国共产党章程>', '学习《中国共产党章程》'], ['《关于印发<清源县档案管理办法>的通知》', '《关于印发〈清源县档案管理办法〉的通知》'],
  ['落实”三会一课“制度', '落实”三会一课“制度'], ['”三会一课“制度', '“三会一课”制度'], ['落实“三会一课“制度', '落实“三会一课”制度'], ['学习“党史”和“新中国史“，开展活动。', '学习“党史”和“新中国史”，开展活动。'],
  ['落实「三会一课」制度', '落实“三会一课”制度'], ['「落实『一岗双责』」', '“落实‘一岗双责’”'],
  ['“要落实「一岗双责」要求，抓好『三个清单』。”会议强调「严」字。', '“要落实‘一岗双责’要求，抓好‘三个清单’。”会议强调“严”字。'], ['“落实「推行『清单』」”', '“落实‘推行“清单”’”'],
  ['—、主要做法', '一、主要做法'], ['（—）加强领导', '（一）加强领导'], ['—是加强领导；二是落实责任。', '一是加强领导；二是落实责任。'], ['第—季度', '第一季度'], ['エ作与カ量', '工作与力量'], ['推广АРР应用', '推广APP应用'], ['二О二五年', '二〇二五年'],
  ['2025年--2026年', '2025年—2026年'], ['加强领导－－落实责任', '加强领导——落实责任'],
  ['全 县 各 级 党 组 织 认 真 学 习。', '全县各级党组织认真学习。'],
]

const kept: readonly string[] = [
  'A→B→C，①→②。', '√已完成 ×未完成 △正在推进', '★★★星级评定', '本区域🈲停车，违者拖离。', '☎0543-1234567', '商标®和™', '❶加强领导 ❷落实责任', '当收入＜支出时，压减开支；支出＞收入的，不予批准。', '若A<B且B>C，则取低值。',
  '他说：“第一段话。', '“第二段话。”他又说。', '会上，他说：“要落实‘一岗双责’。”并指出，“要抓实。”', '“学习“党史”活动”', '三会一课”和“主题党日”。', '——坚持党的领导。——坚持人民至上。', '北京—上海高铁，2021—2025年。', 'カラオケ设备', 'ニトリ公司', 'МОСКВА',
  '编号2025--001', '附件：总结--终稿.docx', '中共清源县委 清源县人民政府高度重视，狠抓落实。', '按照“一核 双轮 三驱动”思路，推进工作。', '参会人员有张三 李四 王五，会议圆满。', '洪武正韵十六卷　（明）乐韶凤等撰，明刻本。', 'O2O项目12个',
  '报名邮箱：abc@example.com；微信：qingyuan2025。', '咨询微信：qingyuan12345', '作为AI应用示范县，全年落地场景12个。', '作为一个农业大县，我们坚持粮食安全。', '需要我们共同努力。', '抱歉，我们的工作还不到位。', '以上方案为初步方案，请审定。', '好的，我们要坚持；不好的，我们要改正。', '相关文章12篇被采用。', '热门景区游客增长12%。', '推进**县和**乡的建设。',
]

describe('what was drawn with other signs', () => {
  it.each(changed)('CLEAN-17, CLEAN-18, CLEAN-20: %s', (before, after) => {
    expect(cleanedParagraph(before)).toBe(after)
  })

  it.each(kept)('CLEAN-17, CLEAN-18, CLEAN-20: nothing is proposed for %s', (text) => {
    expect(proposalsFor(text)).toEqual([])
  })

  it.each([
    ['完成任务✔️', '完成任务'], ['建成⭐⭐⭐级景区2家。', '建成级景区2家。'], ['获评⭐⭐⭐⭐', '获评'], ['今年😀😀任务完成', '今年任务完成'],
    ['家庭👨\u200d👩\u200d👧和睦。', '家庭和睦。'], ['学习＜中国共产党章程＞', '学习《中国共产党章程》'], ['落实”三会一课“制度', '落实“三会一课”制度'], ['加强 党的领导，落实责任。', '加强党的领导，落实责任。'], ['加强领导，。落实责任。', '加强领导。落实责任。'],
    ['完成**12项**重点任务', '完成12项重点任务'], ['姓名：__王明__', '姓名：王明'], ['世界贸易组织(WTO)规则', '世界贸易组织（WTO）规则'],
  ])('CLEAN-17, CLEAN-18: %s is doubtful', (before, after) => {
    const [proposal, ...more] = proposalsFor(before)
    expect(more).toEqual([])
    expect(proposal).toMatchObject({ kind: 'text', isDoubtful: true })
    if (proposal?.kind === 'text') expect(before.slice(0, proposal.from) + proposal.after + before.slice(proposal.to)).toBe(after)
  })

  it('CLEAN-17: signs of a vote are doubtful wherever they stand', () => {
    for (const text of ['赞成⭕ 反对⭕，赞成打✔️，反对打❌。', '✅赞成 ❌反对', '⭐⭐⭐⭐级景区1家', '☑️已办结 ✖️未办结']) expect([text, cleanedParagraph(text)]).toEqual([text, text])
  })

  it('CLEAN-17: a sign in a cell says yes or no', () => {
    const content = { blocks: [{ kind: 'table' as const, id: 't', headerRows: 0, rows: [['完成情况', '✅'], ['存在问题', '❌']] }] }
    expect(proposalsFor('是✅')).toHaveLength(1)
    expect(proposeCleaning({ ...emptyContent, ...content }, usualCleaning)).toEqual([])
  })

  it.each([['【此处填写单位名称】2025年工作总结', '【此处填写单位名称】'], ['完成投资[具体金额]万元。', '[具体金额]'], ['[请在此处插入具体数据]', '[请在此处插入具体数据]'], ['开展活动（待补充）。', '（待补充）'], ['[XX单位]工作总结', '[XX单位]']])('CLEAN-19: %s is told', (text, before) => {
    expect(proposalsFor(text)).toMatchObject([{ kind: 'remark', rule: 'placeholder', before }])
  })

  it.each(['清办发[2025]12号', '【案例】某县经验做法', '【时间】2025年12月3日上午9时', '【整改情况】已完成整改。', '（请按时填报）', '（待定）', '请各单位认真填写《统计表》。', '待补充的人员已全部到位。'])('CLEAN-19: nothing is told of %s', (text) => {
    expect(proposalsFor(text)).toEqual([])
  })
})

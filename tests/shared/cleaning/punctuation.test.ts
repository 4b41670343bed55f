import { describe, expect, it } from 'vitest'
import { cleanedParagraph, proposalsFor } from '../../support/cleaned'

const changed: readonly (readonly [before: string, after: string])[] = [
  ['在落实上下功夫,全年开展检查12次。', '在落实上下功夫，全年开展检查12次。'],
  ['参训率达98%,比上年提高。', '参训率达98%，比上年提高。'],
  ['一是抓学习;二是抓落实。', '一是抓学习；二是抓落实。'],
  ['现将有关情况报告如下:', '现将有关情况报告如下：'],
  ['时间:10:30开始。', '时间：10:30开始。'],
  ['群众满意不满意?', '群众满意不满意？'],
  ['做法是什么? 效果怎么样?', '做法是什么？效果怎么样？'],
  ['主要任务:(1)加强学习;(2)完善制度。', '主要任务：（1）加强学习；（2）完善制度。'],
  ['落实“三会一课"制度和"两学一做”。', '落实“三会一课”制度和“两学一做”。'],
  ['同志们,加油干!', '同志们，加油干！'],
  ['强化基础(农业)建设。', '强化基础（农业）建设。'],
  ['印发通知(清发〔2025〕8号),要求整改。', '印发通知（清发〔2025〕8号），要求整改。'],
  ['落实"三会一课"制度。', '落实“三会一课”制度。'],
  ["开展'我为群众办实事'活动。", '开展‘我为群众办实事’活动。'],
  ['全年共组织各类培训十余场次.', '全年共组织各类培训十余场次。'],
  ['推广使用APP,覆盖全县12个乡镇。', '推广使用APP，覆盖全县12个乡镇。'],
  ['建成示范点5个,其中省级2个。', '建成示范点5个，其中省级2个。'],
  ['完善制度, 堵塞漏洞。', '完善制度，堵塞漏洞。'],
  ['会议（第3次)研究决定。', '会议（第3次）研究决定。'],
  ['完成投资(2024)的任务。', '完成投资（2024）的任务。'],
  ['配有耳机 ,摄像头 , 屏幕等部件。', '配有耳机，摄像头，屏幕等部件。'],
  ['浓度为32μg/m³,优良天数占比88.6%.', '浓度为32μg/m³，优良天数占比88.6%。'],
  ['建立"1+3+N"体系，落实"5+2"“白加黑”制度。', '建立“1+3+N”体系，落实“5+2”“白加黑”制度。'],
  ['学习《准则》,抓好落实。', '学习《准则》，抓好落实。'],
]

const kept: readonly string[] = [
  '会议定于10:30召开，比分3:2，比例为1:1.5。', '支出1,000元、12,345.67万元，增长3.5%。', '执行GB/T 9704—2012、GB/T 33476.1-2016的规定。', '年初（2022）确定的目标。',
  '网址为https://www.example.com/a,b;c?x=1:2，请查阅。', '邮箱office.a@example.gov.cn已启用。', '登录www.example.gov.cn查询。', '附有报表(2).xlsx和总结.docx两个文件。',
  '依托“灯塔-党建在线”和“灯塔－党建在线”开展学习。', '推行“互联网+政务服务”，实行A、B岗。', 'He said: "Hello, world (again)."', '使用Windows 10, Office 2016等软件。', '型号为M1.5(B)的设备。',
  '第1.2节说明，版本v2.3.1。', '气温-3.5℃～5.2℃。', '由买买提.艾力负责。', '函数f(x)的取值。', '身高5\'30"。', '生产的32"显示器。', '坚持"一个标准。', '”一个“标准"和"规范。', '比例由3：7调整为4：6。', '人数增加2-3倍，占比1/3。',
  '按照“A.B.C”三级分类管理。', '清源县2025年工作总结', '依据《中华人民共和国档案法》第十条第（二）项办理。', '二〇二五年十二月', '联系人：王明，电话：0531-1234567、1234568。',
]

describe('half-width marks', () => {
  it.each(changed)('CLEAN-8: %s', (before, after) => {
    expect(cleanedParagraph(before)).toBe(after)
  })

  it.each(kept)('CLEAN-8: nothing is proposed for %s', (text) => {
    expect(proposalsFor(text)).toEqual([])
  })

  it('CLEAN-8: a pair is one proposal, so that nobody takes one half', () => {
    expect(proposalsFor('强化基础(农业)建设，落实"三会一课"。').map((each) => each.before)).toEqual(['(农业)', '"三会一课"'])
  })

  it('CLEAN-8: a ? between two characters may stand for one that was lost, and is doubtful', () => {
    expect(proposalsFor('由王?明同志负责')).toMatchObject([{ before: '?', after: '？', isDoubtful: true }])
  })

  it('CLEAN-8: a point between two sentences is doubtful, because it may stand in a name', () => {
    const [proposal] = proposalsFor('各单位按照要求，认真组织学习讨论.下一步将抓好落实。')
    expect(proposal).toMatchObject({ rule: 'halfWidth', before: '.', after: '。', isDoubtful: true })
  })
})

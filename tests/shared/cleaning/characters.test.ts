import { describe, expect, it } from 'vitest'
import { cleanedParagraph, proposalsFor } from '../../support/cleaned'

const changed: readonly (readonly [name: string, before: string, after: string])[] = [
  ['zero-width blank', '加强\u200b领导，\u200d落实责任。', '加强领导，落实责任。'],
  ['byte order mark and soft hyphen', '\ufeff全年工\u00ad作总结。', '全年工作总结。'],
  ['marks of direction', '完成\u202a12\u202c项任务。', '完成12项任务。'],
  ['control character', '完成\u0007任务。', '完成任务。'],
  ['Kangxi radicals', '⼀是加强⼒量，⼆是⽤好⼈才。', '一是加强力量，二是用好人才。'],
  ['radicals of the supplement', '⻓期坚持，⻛险可控，⻔户开放。', '长期坚持，风险可控，门户开放。'],
  ['compatibility ideographs', '\uf9e4想信念，\uf974干部。', '理想信念，若干部。'],
  ['Cyrillic in a Latin word', '推广АPP应用和GDР统计。', '推广APP应用和GDP统计。'],
  ['Greek in a Latin word', '接入VΡN网络。', '接入VPN网络。'],
  ['full-width year', '２０２５年完成１２项。', '2025年完成12项。'],
  ['full-width decimal and percent', '增长３．５％，完成１，２００万元。', '增长3.5%，完成1,200万元。'],
  ['full-width letters', '４Ａ级景区、Ｒ＆Ｄ投入。', '4A级景区、R&D投入。'],
  ['circles in a year', '二○二五年十二月，二00三年，二O一九年。', '二〇二五年十二月，二〇〇三年，二〇一九年。'],
  ['full-width point in a figure', '增长3．5%，完成2．8亿元。', '增长3.5%，完成2.8亿元。'],
  ['bars as a dash', '三项任务――学习、宣传、落实。', '三项任务——学习、宣传、落实。'],
  ['box drawing as a dash', '主题──奋进。', '主题——奋进。'],
  ['hyphens as a dash', '一个目标--高质量发展。', '一个目标——高质量发展。'],
  ['bar between numbers', '5―6级地震。', '5—6级地震。'],
  ['middle dots', '买买提･艾力、阿依古丽•买买提同志。', '买买提·艾力、阿依古丽·买买提同志。'],
  ['small forms and half-width forms', '加强学习﹐抓好落实｡', '加强学习，抓好落实。'],
  ['full-width point at the end', '全面完成各项年度任务．', '全面完成各项年度任务。'],
  ['full-width time and telephone', '１２：３０开会，电话０５３１－８８８８８８８８。', '12:30开会，电话0531-88888888。'],
  ['doubled marks', '开展实践活动。。成效明显，，群众满意。', '开展实践活动。成效明显，群众满意。'],
  ['dots', '学习、培训、宣传...', '学习、培训、宣传……'],
]

const kept: readonly string[] = [
  'کتاب\u200cخانه', 'ᠮᠣᠩ\u180bᠭᠣᠯ', '依托“灯塔－党建在线”平台。', 'Ⅱ级响应，①②③三项，㎡与℃。', 'α粒子和β值，Ω电阻。', 'МОСКВА与Αθήνα。', '2024—2025年度，GB/T 9704—2012。',
  '“十四五”规划——开局之年。', '长度约3～5米，占1/3。', '拟录用𬱖䶮两名同志。', '成绩……有目共睹。', '卡尔·马克思', '一一对应，二是二。', '代码A-1至B-2，型号C--3。', '一○一室会议', 'O型血，O2O模式，I级响应，CO2排放。', '二零二五年',
]

describe('characters', () => {
  it.each(changed)('CLEAN-6, CLEAN-7: %s', (_, before, after) => {
    expect(cleanedParagraph(before)).toBe(after)
  })

  it.each(kept)('CLEAN-6, CLEAN-7: nothing is proposed for %s', (text) => {
    expect(proposalsFor(text)).toEqual([])
  })

  it('CLEAN-6: what a wrong encoding left is told', () => {
    expect(proposalsFor('标题锟斤拷锟斤拷')).toMatchObject([{ kind: 'remark', before: '锟斤拷锟斤拷' }])
  })

  it('CLEAN-6: characters of private use and lost ones are told with their place, not changed', () => {
    const proposals = proposalsFor('姓名为王\ue123明，单位\ufffd。')
    expect(proposals.map((each) => [each.kind, each.rule, each.before])).toEqual([['remark', 'privateUse', '\ue123'], ['remark', 'privateUse', '\ufffd']])
    expect(cleanedParagraph('姓名为王\ue123明，单位\ufffd。')).toBe('姓名为王\ue123明，单位\ufffd。')
  })

  it('CLEAN-7: letters in the place of figures and dates with a full-width point are doubtful', () => {
    expect(proposalsFor('增长1O%，开展3．15活动。')).toMatchObject([{ before: '1O', after: '10', isDoubtful: true }, { before: '3．15', after: '3.15', isDoubtful: true }])
  })

  it('CLEAN-7: a full-width percent sign behind half-width digits is only doubtful', () => {
    expect(proposalsFor('增长98.7％，创新高。')).toMatchObject([{ before: '98.7％', after: '98.7%', isDoubtful: true }])
  })
})

const blanksChanged: readonly (readonly [before: string, after: string])[] = [
  ['　　2025年以来，全局坚持以学促干。', '2025年以来，全局坚持以学促干。'], ['参学率达98% 。', '参学率达98%。'], ['以 “党史学习教育”常态化学习为抓手，推进工作。', '以“党史学习教育”常态化学习为抓手，推进工作。'],
  ['学习贯彻 “十五五”规划', '学习贯彻“十五五”规划'], ['2 0 2 5年工作总结', '2025年工作总结'], ['完成《规划》 、《方案》编制。', '完成《规划》、《方案》编制。'], ['成效明显。　　一是加强领导。', '成效明显。一是加强领导。'], ['完成任务 ，效果良好 。', '完成任务，效果良好。'], ['使用APP  开展，效果好。', '使用APP 开展，效果好。'], ['（ 一项工作 ）已完成。', '（一项工作）已完成。'], ['年终总结\u00a0\u00a0', '年终总结'],
]
const blanksKept: readonly string[] = ['中共清源县委　清源县人民政府', '总　　则', '张　三　李四光', '使用 APP 开展工作，共 12 次。', '第一条　为了规范管理，制定本办法。', '参加人员：张三　李四　王五', 'Windows 10, version 22H2', '会议于 10:30 召开，共 3 项。']

describe('blanks', () => {
  it.each(blanksChanged)('CLEAN-9: %s', (before, after) => {
    expect(cleanedParagraph(before)).toBe(after)
  })

  it.each(blanksKept)('CLEAN-9: nothing is proposed for %s', (text) => {
    expect(proposalsFor(text)).toEqual([])
  })

  it.each(['参会：周 涛 吴 静 郑 磊 何 芳，共4人。', '出席会议的有，周 涛 吴 静 郑 磊 何 芳，共4人。', '值班顺序为：甲 乙 丙 丁 戊 己，每班8小时。', '各组依次值守，东 西 甲 乙 丙 丁，每组一周。'])('CLEAN-9: single characters in a row may be names or shifts: %s', (text) => {
    expect(proposalsFor(text)).toMatchObject([{ rule: 'blanks', isDoubtful: true }])
  })

  it('CLEAN-9: several blanks between two words of a sentence are doubtful', () => {
    expect(proposalsFor('第四季度  开展专项检查，效果良好。')).toMatchObject([{ before: '  ', after: '', isDoubtful: true }])
  })
})

import { describe, expect, it } from 'vitest'
import { describeOutline } from '../../../shared/outline/describeOutline'
import { parseReport } from '../../../shared/outline/parseReport'
import { countingIds } from '../../../shared/base/ids'

/**
 * Lines as they stand in a text; what is a heading is marked in front: `# ` alone in its paragraph, `+ ` run-in. Everything else is none.
 * The marks are taken off before parsing.
 */
function check(marked: string): void {
  const lines = marked.trim().split('\n').map((line) => line.trim())
  const outline = describeOutline(lines.map((line) => line.replace(/^[#+] /, '')).join('\n'))
  const expected = lines.flatMap((line, index) => (/^[#+] /.test(line) ? [`${index + 1}${line.startsWith('+') ? ' run-in' : ''}`] : []))
  expect(outline.headings.map((heading) => `${heading.line}${heading.runIn ? ' run-in' : ''}`)).toEqual(expected)
}

const body = '各项工作有序推进，取得了明显成效，群众满意度不断提高。'
const scheme = (text: string): string => parseReport(text, { newId: countingIds() }).content.numbering

describe('schemes of texts', () => {
  it.each([
    ['restart', `一、总体要求\n（一）指导思想\n${body}\n（二）基本原则\n${body}\n二、任务\n（一）强基础\n${body}`],
    ['continuous', `一、总体要求\n（一）指导思想\n${body}\n（二）基本原则\n${body}\n二、任务\n（三）强基础\n${body}`],
    ['continuous', `一、党建引领\n1.建强组织。${body}\n2.选好队伍。${body}\n二、治理\n3.划分网格。${body}`],
    ['decimal', `1　总则\n1.1　目的\n${body}\n1.2　依据\n${body}\n2　体系\n2.1　机构\n${body}`],
    ['decimal', `1、总则\n1.1 目的\n${body}\n1.2 依据\n${body}\n2、体系\n2.1 机构\n${body}`],
    ['chapter', `第一章　总则\n第一条　为规范管理，制定本办法。\n第二章　附则\n第二条　本办法自印发之日起施行。`],
    ['restart', body],
  ])('PARSE-14: %s', (expected, text) => {
    expect(scheme(text)).toBe(expected)
  })

  it('PARSE-14: 第N部分 is a part title under which numbers start anew, 第N条 stays text', () => {
    const { content, diagnostics } = parseReport(`第一部分　工作总结\n一、成效\n${body}\n二、问题\n${body}\n第二部分　工作计划\n一、目标\n${body}\n第一条　为规范管理，制定本办法。`, { newId: countingIds() })
    expect(content.blocks.filter((block) => block.kind === 'text' && block.level === 0 && block.form === 'heading')).toHaveLength(2)
    expect(diagnostics).toEqual([])
    expect(content.blocks.at(-1)).toMatchObject({ level: 0, runs: [{ text: '第一条　为规范管理，制定本办法。' }] })
  })

  it('PARSE-15: decimals in a report with Chinese numbers are text, and bare digits out of turn too', () => {
    check(`# 一、资金\n1.5 万元用于培训。\n2.1 万元用于宣传。\n# 二、人员\n30 名干部参加。`)
    check(`# 1 总则\n# 1.1 目的\n${body}\n# 1.2 依据\n${body}\n# 2 体系\n# 2.1 机构\n30 名干部参加培训，${body}`)
    check(`# 1、总则\n# 1.1 目的\n${body}\n# 1.2 依据\n${body}\n# 2、体系\n# 2.1 机构\n${body}`)
  })

  it('PARSE-16: a number that the scheme cannot express stays in the text and is told', () => {
    const { content, diagnostics } = parseReport(`第一章　总则\n一、目的\n${body}\n①加强学习；\n第二章　附则\n${body}`, { newId: countingIds() })
    expect(content.blocks[3]).toMatchObject({ level: 0, runs: [{ text: '①加强学习；' }] })
    expect(diagnostics.map((each) => [each.code, each.line])).toEqual([['keptNumber', 4]])
  })
})

describe('headings', () => {
  it('PARSE-17: alone in the paragraph, with text below, whatever the last mark', () => {
    check(`# 一、主要做法\n# （一）加强组织领导\n${body}\n# （二）完善工作制度。\n${body}\n# （三）阵地管理方面：\n${body}\n# 二、存在问题\n${body}`)
    check(`# 一、存在问题\n# 1.思想认识有偏差\n${body}\n# 2.方法手段较单一\n${body}\n# 3.队伍建设有短板\n${body}`)
    check(`# 三、保障措施\n# （一）强化责任\n一是压实责任。${body}\n# （二）强化督查\n一是加强督查。${body}`)
  })

  it('PARSE-17: items of lists are none', () => {
    check('# 一、学习制度\n主要制度有：\n1.“三会一课”制度；\n2.民主评议制度；\n3.党费收缴制度。\n# 二、考勤制度\n各科室按制度执行。')
    check('# 一、职责\n# （一）办公室职责\n负责日常工作：\n（1）起草文件。\n（2）管理档案。\n（3）其他工作。\n# （二）业务股职责\n负责业务工作，按规定办理。')
    check(`# 一、考核内容\n（一）组织建设情况；\n（二）制度落实情况；\n（三）群众满意度。\n# 二、考核方式\n${body}`)
  })

  it('PARSE-18: run-in with a short topic phrase at every level', () => {
    check(`+ 一、强化组织领导，落实工作责任。${body}\n+ 二、突出思想武装，用好学习阵地。${body}\n+ （一）改进作风，压实担子，切实把带头抓好支部建设放在心上。${body}\n+ 1.选树身边榜样。${body}\n+ （1）以人为本，预防为主。${body}\n+ （2）统一领导，分工负责。${body}`)
    check(`# 一、活动安排\n+ （一）动员部署阶段（3月1日—3月15日）。${body}\n# （二）组织实施阶段\n+ １．开展读书活动。${body}\n+ ２．举办分享会。${body}\n+ （三）总结评比阶段（11月）。${body}`)
    check(`# 一、存在的问题\n+ （一）是思想认识有差距。${body}\n+ （二）是队伍力量不足。${body}\n# 二、下步打算\n+ （一）要持续深化学习。${body}\n+ （二）要持续规范执法。${body}`)
    check(`# 一、总体要求\n+ （一）指导思想：以上级精神为指导，全面加强各项工作，务求取得实效。\n+ （二）工作目标　到年底，全面完成各项任务，群众满意度达到95%以上。`)
  })

  it('PARSE-19: sentences with a subject and a duty are clauses', () => {
    check('一、同意设立江北新区。新区位于江州市北部，规划面积460平方公里。\n二、新区建设要全面贯彻上级精神，坚持稳中求进，努力建设成为创新驱动的示范区。\n三、省人民政府要切实加强组织领导，完善工作机制，加大支持力度。\n四、国务院有关部门要按照职责分工，加强支持和指导。')
    check(`# 一、责任\n（一）各级机构要在汛前完成调整，明确行政首长责任，并于四月底以前将名单报上级备案。\n（二）对水库、堤防等重点工程，要逐一落实责任人和抢险队伍，责任不落实的追究领导责任。\n（三）各级部门要加强值班和信息报送，出现险情及时上报，不得延误。\n# 二、工作\n${body}`)
    check(`# 1　奖惩\n# 1.1　奖励\n${body}\n# 1.2　处罚\n${body}\n# 2　附则\n2.1　各单位应根据本预案和本地实际情况，制订和完善本单位预案。\n2.2　本预案由办公室负责解释。\n2.3　本预案自印发之日起实施。`)
    check(`+ 一、提高思想认识。${body}\n+ 二、落实防火责任。${body}\n+ 三、严格火源管理。${body}\n四、各单位要于10月15日前将方案报办公室，联系人王某。`)
  })

  it('PARSE-19: 负责人, 负责制, 要求 and 应急 are no duties', () => {
    check(`# 一、责任\n+ （一）严格落实生产经营企业负责人安全生产责任。${body}\n+ （二）健全完善党委负责制和领导干部要求清单制度。${body}\n+ （三）切实提高乡镇和学校应急处置与救援能力。${body}`)
  })

  it('PARSE-27: a series in one paragraph is no run-in heading, a lead that is followed by text is', () => {
    check(`# 一、存在问题\n（一）学习深度不够。（二）阵地管理有待加强。（三）队伍力量薄弱。\n# 二、下步打算\n+ （一）加强学习。${body}\n+ （二）充实队伍。${body}`)
    check(`# 一、存在问题\n1.学习不深。2.管理不细。\n# 二、打算\n${body}`)
  })

  it('PARSE-19: changes of rules and closing clauses are no headings, however short', () => {
    check('一、第三条修改为：“经营者应当依法登记。未经登记的，不得从事收购。”\n二、删去第五条。\n三、将第九条改为第八条，修改为：“主管部门负责监督检查。”\n四、增加一条，作为第十条：“违反规定的，依法处理。构成犯罪的，追究责任。”')
    check(`+ 一、统一思想，加强领导。${body}\n+ 二、搞好宣传，接受监督。${body}\n三、本通知自发布之日起执行。以前规定与本通知不一致的，以本通知为准。`)
  })

  it('PARSE-19: responsibilities of units and people are a list', () => {
    check(`# 一、职责分工\n1.县发改局：负责项目审批，${body}\n2.县财政局：负责资金保障，${body}\n3.县教育局：负责学校安全，${body}\n# 二、工作要求\n${body}`)
  })

  it('PARSE-20: a last line under which nothing stands says nothing of its siblings', () => {
    check(`# 一、五年回顾\n# （一）同心守护，保障群众安全。\n${body}\n# （二）全力攻坚，改善生态环境。`)
    check(`# 一、打算\n1.加强学习，提高素质。\n2.加强监管，保障安全。\n3.加强服务，优化环境。`)
  })

  it('PARSE-20: siblings decide together; an undecided group follows its level elsewhere', () => {
    check(`# 一、回顾\n+ （一）综合实力提升。${body}\n+ （二）产业结构优化。${body}\n+ （三）产业转型加快三年来，我们坚持工业强县，培育规模以上企业120家，三次产业比重调整为18:45:37。\n# 二、任务\n+ （一）扩大有效投资。${body}`)
  })

  it.each([
    ['sentences', (n: number) => `${n}.机关工作人员应当按时上下班，有事外出须说明去向，并在登记簿上签字。`], ['short sentences', (n: number) => `${n}.上班不得迟到早退。`],
    ['short run-in ones', (n: number) => `${n}.上班不迟到。迟到一次扣5分，累计三次取消资格。`], ['names', (n: number) => `${n}.县第${n}中学`], ['semicolons', (n: number) => `（${n}）组织学习${n}次；`],
    ['units', (n: number) => `${n}、县教育局：负责本系统的安全工作，每季度检查一次。`],
  ])('PARSE-20, PARSE-26: a list of thirty clauses has no heading: %s', (_name, item) => {
    const lines = Array.from({ length: 30 }, (_, index) => item(index + 1))
    expect(describeOutline(`机关管理规定\n为加强管理，制定如下规定：\n${lines.join('\n')}\n以上规定请遵照执行。`).headings).toEqual([])
  })

  it('PARSE-21: a heading glued to its text is one, and is told', () => {
    const text = `一、2002年工作情况\n${body}\n二、2003年总体要求和目标要实现全市经济快速健康发展，当前和今后一个时期必须立足优势，解决好各种矛盾，以工业化为重点。主要目标有三个。\n三、主要任务\n${body}`
    expect(describeOutline(text).headings.map((heading) => [heading.line, heading.runIn])).toEqual([[1, false], [3, true], [4, false]])
    expect(describeOutline(text).diagnostics.map((each) => [each.code, each.line])).toEqual([['gluedHeading', 3]])
  })

  it('PARSE-32: what is said of a term is a clause; a colon parts a topic from its sentences, not the fields of a form', () => {
    check(`# 一、收支情况\n${body}\n# 二、名词解释\n1.财政拨款收入：指本级财政当年拨付的资金。\n2.“数字乡村”：以信息技术带动的乡村建设。`)
    check(`# 一、学科建设\n+ 1.重点专科建设：全年新增两个专科。${body}\n+ 2.人才引育：全年引进医师五名。${body}`)
    check(`# 一、会议安排\n1.会议时间：3月5日上午9时，会期一天，各乡镇和县直单位按时参加，不得迟到早退\n2.会议地点：县政府三楼会议室\n# 二、有关要求\n${body}`)
    check(`# 一、指导思想\n+ 1.指导员工作：全年下派指导员二十名。${body}\n+ 2.驻村工作机制：健全轮换机制。${body}`)
  })

  it('PARSE-32: behind a full stop 指 begins a text, and other words than a definition begin with it behind a colon', () => {
    const rest = '全年整治问题二十件，减少会议十二场，基层负担明显减轻。'
    check(`# 一、队伍建设\n+ （一）训练水平。指战员考核达标率百分之百，${rest}\n+ （二）工作作风。指尖上的负担得到整治，${rest}\n+ （三）文风会风。${rest}\n# 二、不足\n${body}`)
    check(`# 一、队伍建设\n+ 1.训练考核水平：指战员考核全部达标。${rest}\n+ 2.窗口服务水平：指示标牌全部更新。${rest}`)
  })

  it('PARSE-33: under chapters 一、 stands below 第一章, and chapters are headings', () => {
    const text = `第一章总则\n一、为规范全局工作，制定本规则。\n二、本规则适用于全局各股室。\n第二章　会议制度\n三、局务会议由局长主持召开。\n四、局务会议每月召开一次。\n第三章　附则\n五、本规则自印发之日起施行。`
    expect(describeOutline(text).headings.map(({ line, level }) => [line, level])).toEqual([[1, 1], [4, 1], [7, 1]])
  })

  it('PARSE-38: a blank may stand for the mark of 一、', () => {
    const outline = describeOutline(`普法工作总结\n${body}\n一 组织有力\n${body}\n二　宣传多样\n${body}\n三 成效明显\n${body}`)
    expect(outline.headings.map(({ line, level, number, text }) => [line, level, number, text])).toEqual([[3, 1, '一', '组织有力'], [5, 1, '二', '宣传多样'], [7, 1, '三', '成效明显']])
    check(`# 一、成效\n${body}\n一 是短句\n二 是短句\n三 是短句`)
    check(`一 组织有力\n${body}\n二 宣传多样\n${body}`)
  })

  it('NUM-9: a short sentence behind a colon, too, stands behind the lead', () => {
    check(`放假安排的通知\n+ 一、元旦：1月1日至3日放假调休，共3天。12月31日上班。\n+ 二、清明节：4月2日至4日放假调休，共3天。\n${body}`)
  })

  it('TREE-5: levels are those of the typed number, text without number and closing mark', () => {
    const text = `一、总体要求\n1.关于移民问题。${body}\n（1）总则。${body}\n二、附则。\n${body}`
    expect(describeOutline(text).headings).toEqual([
      { line: 1, level: 1, number: '一、', text: '总体要求', runIn: false }, { line: 2, level: 3, number: '1.', text: '关于移民问题', runIn: true },
      { line: 3, level: 4, number: '（1）', text: '总则', runIn: true }, { line: 4, level: 1, number: '二、', text: '附则', runIn: false },
    ])
  })
})

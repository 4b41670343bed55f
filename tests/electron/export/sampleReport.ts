/** A report written for these tests: every kind of block, all levels, quotes and dashes, a table, attachments, joint signature. About three pages. */
import type { Block, Level, Report, Run, TableBlock } from '../../../shared/report/report'

let last = 0
const id = (): string => `b${(last += 1)}`

/** A text block of plain text; parts between * are bold. */
export function text(level: 0 | Level, content: string, form?: 'heading' | 'clause'): Block {
  const runs: Run[] = content.split('*').flatMap((part, index) => (part === '' ? [] : [index % 2 === 1 ? { text: part, bold: true as const } : { text: part }]))
  return { kind: 'text', id: id(), level, runs, ...(form ? { form } : {}) }
}

/** A table of eleven columns, which a portrait page cannot hold. */
export function wideTable(rows: number, columns = 11): TableBlock {
  const body = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => (column === 0 ? String(row + 1) : '12345.67')))
  return { kind: 'table', id: 'wide', headerRows: 1, rows: [Array.from({ length: columns }, (_, column) => `指标${column + 1}`), ...body] }
}

export function report(parts: Partial<Report>): Report {
  return {
    id: 'r-00000000000000000000000000', kind: 'general', year: 2025, unit: '临江县水务局', state: 'final', title: ['2025年度工作总结'], addressee: '', blocks: [],
    attachments: [], signature: [], date: '', note: '', numbering: 'restart', setAside: [], origin: { kind: 'blank' }, ...parts,
  }
}

export const sampleReport: Report = report({
  title: ['临江县水务局关于2025年度农村供水和防汛工作情况的报告'],
  addressee: '县人民政府',
  blocks: [
    text(0, '2025年，全县水务系统认真落实县委、县政府部署，坚持“建管并重、防救结合”的思路，农村供水保障和防汛抗旱工作取得阶段性成效。现将有关情况报告如下：'),
    text(1, '主要工作情况'),
    text(2, '供水保障水平稳步提高。全年完成农村供水工程维修养护46处，更换老旧管网128.6公里，新建标准化水厂3座，惠及6个乡镇、52个行政村、8.3万人。一是建立台账，对全县213处小型供水工程逐一登记，做到底数清、情况明。二是落实管护责任，推行“县级统管、乡镇协同、村组参与”的管护机制，落实管水员217名。三是加强水质检测，全年检测水样1862份，合格率98.7%，较上年提高1.4个百分点。'),
    text(3, '抓好工程建设。坚持早谋划、早开工，严格执行项目法人责任制、招标投标制、建设监理制和合同管理制，所有在建项目均按计划完成年度投资，累计完成投资4260万元。'),
    text(3, '抓好水费收缴。按照“补偿成本、公平负担”的原则核定水价，实行装表计量、按量收费，全县水费收缴率达到96%，为工程长期运行打下了基础。'),
    text(4, '完善收费台账，做到应收尽收、公开透明，每季度在村务公开栏公示一次。'),
    text(4, '对低保户、特困户落实减免政策，全年减免水费11.2万元。'),
    text(5, '减免对象由村级评议、乡镇审核、县局备案。'),
    text(2, '防汛减灾能力不断增强'),
    text(0, '汛期全县平均降雨量786毫米，较常年同期偏多两成，先后出现4次强降雨过程。我们坚持“宁可十防九空、不可失防万一”，逐级压实责任，转移受威胁群众312户、1046人，实现了“零伤亡”目标——这是连续第9年实现汛期安全。'),
    text(3, '预警到户到人。发布预警信息326条，叫应基层责任人2718人次，对老弱病残等重点人群落实“一对一”包保……'),
    text(3, '物资备足备齐。储备编织袋12万条、救生衣1500件、冲锋舟16艘，组建抢险队伍23支、680人。'),
    text(2, '节水和河湖管理同步推进。*严格用水总量控制*，全县用水总量控制在1.86亿立方米以内；开展河湖“四乱”问题排查整治，整改问题37个，清理河道垃圾2900余吨，6个国控、省控断面水质全部达标。'),
    text(0, '主要指标完成情况如下：'),
    { kind: 'table', id: id(), headerRows: 1, rows: [['指标', '计划', '完成', '备注'], ['维修养护工程（处）', '40', '46', ''], ['更换管网（公里）', '120', '128.6', '含两个乡镇的延伸工程，按实际验收长度统计'], ['水样检测（份）', '1800', '1862', ''], ['水费收缴率（%）', '95', '96', '']] },
    text(1, '存在的主要问题'),
    text(0, '一年来的工作虽然取得了一些成绩，但与群众期盼相比仍有差距。主要是：部分山区供水工程建设年代早、标准低，枯水期水源不足；基层水管单位人员老化，会检测、懂自动化的专业人员偏少；个别中小河流堤防尚未达标，应对极端强降雨的能力还不强；项目前期工作深度不够，储备项目偏少。对这些问题，我们将认真研究，切实加以解决。'),
    text(1, '下一步工作打算'),
    text(2, '加快补齐工程短板。继续实施城乡供水一体化项目，力争2026年底前完成5个乡镇的管网并网；抓紧完成3条中小河流治理任务，新增达标堤防21.4公里。'),
    text(2, '持续提升管理水平。推广远程控制、在线监测，逐步实现水厂运行“少人值守”；制定《农村供水工程运行管理细则》，把责任落实到岗、到人。'),
    text(2, '切实守牢安全底线。修订完善防汛应急预案，开展实战演练不少于2次，确保关键时刻“拉得出、用得上、打得赢”。'),
    text(0, '特此报告。'),
  ],
  attachments: ['2025年度农村供水工程建设情况统计表', '2025年度防汛物资储备明细表'],
  signature: ['临江县水务局'],
  date: '2025年12月26日',
  note: '联系人：周某某，电话：0000—1234567',
})

/** Body text only, in whole lines: for measuring lines and characters. */
export function fullPages(paragraphs: number): Report {
  return report({ title: ['满版测试'], blocks: Array.from({ length: paragraphs }, () => text(0, '山水林田湖草沙是一个生命共同体要统筹治理系统推进'.repeat(20))) })
}

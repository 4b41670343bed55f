/** 四性检测: what is checked, what came of it, and the sheet of it. */
export const checksText = {
  title: '四性检测',
  action: '四性检测…', actionTitle: '按真实、完整、可用、安全四个方面核对本年归档的材料',
  stage: '检测环节',
  stages: { filing: '归档', keeping: '长期保存', transfer: '移交' } as const,
  badStage: '没有“{value}”这个检测环节。可用 filing（归档）、keeping（长期保存）或 transfer（移交）。',
  qualities: { authentic: '真实性', complete: '完整性', usable: '可用性', safe: '安全性' } as const,
  results: { pass: '符合', fail: '不符', byHand: '需人工核对' } as const,
  lead: (year: number, records: number) => `${year}年度归档材料 ${records} 件，参照 DA/T 70—2018 逐项检测`,
  summary: (pass: number, fail: number, byHand: number) => `${pass} 项符合${fail === 0 ? '' : `，${fail} 项不符`}${byHand === 0 ? '' : `，${byHand} 项需人工核对`}。`,
  checkedAt: (time: string) => `检测时间：${time}`,
  busy: '正在打开每一件逐项检测…',
  empty: '这一年还没有归档的材料，没有可检测的。',
  more: (count: number) => `还有 ${count} 处`,
  heads: { item: '检测项目', clause: '标准条目', found: '检测情况', result: '结果' } as const,
  clause: (clause: string) => `DA/T 70—2018 ${clause}`,
  again: '重新检测', saveWord: '存为 Word…', savePdf: '存为 PDF…',
} as const

/** The words of the printed sheet. `checkedAt`: ISO time. */
export function checkSheetWords(sheet: { readonly year: number; readonly stage: keyof typeof checksText.stages; readonly records: number; readonly checkedAt: string }, counts: { readonly pass: number; readonly fail: number; readonly byHand: number }) {
  const { qualities, results, heads, stages } = checksText
  return {
    title: `${sheet.year}年度归档材料四性检测报告`,
    lines: [
      `检测环节：${stages[sheet.stage]}。检测材料${sheet.records}件。检测时间：${dayOf(sheet.checkedAt)}。`,
      `参照《文书类电子档案检测一般要求》（DA/T 70—2018），${checksText.summary(counts.pass, counts.fail, counts.byHand)}“需人工核对”的项目，核对后请在“检测情况”一栏注明结果。`,
    ],
    qualities, results, heads, signs: ['检测人：', '核对人：', '日期：'] as const,
  }
}

/** Name of the sheet's file, without extension. */
export function checkSheetName(year: number): string {
  return `${year}年度四性检测报告`
}

function dayOf(time: string): string {
  const [year = '', month = '', day = ''] = time.slice(0, 10).split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

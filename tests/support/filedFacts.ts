import type { CatalogueFacts } from '../../shared/archive/catalogue'
import type { ArchiveScheme } from '../../shared/archive/archiveScheme'

export const filedScheme: ArchiveScheme = { fonds: 'Z109', fondsName: '清河县应急管理局', category: 'WS', units: [{ code: 'BGS', name: '办公室' }], retention: {}, yearBy: 'about', spine: 30 }

const titles = ['关于2025年度安全生产工作情况的报告', '2025年度工作总结', '关于开展汛期地质灾害隐患排查整治工作情况的综合报告（含水库、尾矿库、在建工地三个专项）', '2025年度法治建设工作总结']

/** Filed reports of a year as a catalogue knows them: `permanent` kept for good, `ten` for ten years. */
export function filedFacts(permanent: number, ten: number): readonly CatalogueFacts[] {
  return Array.from({ length: permanent + ten }, (_, at): CatalogueFacts => {
    const isTen = at >= permanent
    const item = isTen ? at - permanent + 1 : at + 1
    return {
      id: `r-${String(at + 1).padStart(26, '0')}`, year: 2025, number: { fonds: 'Z109', category: 'WS', year: 2025, retention: isTen ? 'D10' : 'Y', unit: 'BGS', item }, retention: isTen ? 'D10' : 'Y',
      documentNumber: at % 3 === 0 ? `清应急〔2026〕${item}号` : '', responsible: at % 5 === 1 ? '清河县应急管理局、清河县消防救援大队' : '清河县应急管理局', title: titles[at % titles.length] ?? '',
      date: `202601${String((at % 28) + 1).padStart(2, '0')}`, secrecy: at % 7 === 3 ? '机密★1年' : '', pages: 3 + (at % 9), filedAt: '2026-02-01T08:00:00.000Z',
    }
  })
}

import type { Response } from '../../shared/ipc/contract'

/** A sheet as the main process makes one: what is not ours deviates in three clauses. */
export function fakeSheet(fileName: string, token: string): Response<'conform.choose'> {
  const isForeign = token !== '' || fileName.startsWith('同事')
  const row = (clause: string, item: string, required: string, found: string, result: 'pass' | 'fail' | 'byHand') => ({ clause, item, required, found, result })
  return {
    kind: 'sheet', fileName, token,
    clauses: [
      row('5.1', '纸张', 'A4，210 mm × 297 mm', 'A4，210 mm × 297 mm', 'pass'),
      row('5.2.1', '天头', '37 mm', isForeign ? '25.4 mm' : '37 mm', isForeign ? 'fail' : 'pass'),
      row('5.2.1', '订口', '28 mm', isForeign ? '31.8 mm' : '28 mm', isForeign ? 'fail' : 'pass'),
      row('5.2.3', '每页行数', '22 行', '22 行', 'pass'),
      row('6', '双面印刷、左侧装订', '双面，左侧装订', '文件里没有记录', 'byHand'),
      row('7.3.1', '标题字体', '2 号小标宋', isForeign ? '二号黑体' : '2 号小标宋', isForeign ? 'fail' : 'pass'),
      row('7.3.3', '正文字体', '3 号仿宋', '3 号仿宋', 'pass'),
      row('7.5', '页码', '4 号半角宋体，单页居右，双页居左', '4 号半角宋体，单页居右，双页居左', 'pass'),
      row('', '外部链接', '没有', '没有', 'pass'),
    ],
  }
}

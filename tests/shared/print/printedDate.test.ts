import { expect, it } from 'vitest'
import { printedDate } from '../../../shared/print/printedDate'

const check = (typed: string, printed: string): void => { expect([typed, printedDate(typed)]).toEqual([typed, printed]) }

it('PRINT-13: Arabic digits without leading zeros', () => {
  check('2025年12月30日', '2025年12月30日')
  check('2025年01月05日', '2025年1月5日')
  check('2025 年 1 月 5 日', '2025年1月5日')
  check('２０２５年１月５日', '2025年1月5日')
  check('2025-01-05', '2025年1月5日')
  check('2025.1.5', '2025年1月5日')
  check('2025年01月', '2025年1月')
})

it('PRINT-13: dates in Chinese digits', () => {
  check('二〇二五年十二月三十日', '2025年12月30日')
  check('二○二五年一月五日', '2025年1月5日')
  check('二零二五年十月二十日', '2025年10月20日')
  check('二〇二五年十一月三十一日', '二〇二五年十一月三十一日')
})

it('PRINT-13: what is no certain date stays as it is', () => {
  for (const typed of ['', '2025年2月30日', '2025年13月1日', '25年1月5日', '2025年1月5日（代拟）', '2023年2月29日', '另行通知', '二〇二五年二一月五日']) check(typed, typed)
})

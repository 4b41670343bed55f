import { describe, expect, it } from 'vitest'
import { printedNumber, printedSecrecy } from '../../../shared/print/documentNumber'
import { layoutReport } from '../../../shared/print/layoutReport'
import { paginate } from '../../../shared/print/paginate'
import type { PrintDocument, PrintParagraph } from '../../../shared/print/printDocument'
import type { Issuing } from '../../../shared/report/issuing'
import { issued, issuedReports } from '../../electron/export/issuedReports'
import { text } from '../../electron/export/sampleReport'

const paragraphs = (document: PrintDocument): readonly PrintParagraph[] => document.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block]))
const words = (document: PrintDocument): readonly string[] => paragraphs(document).map((block) => block.runs.map((run) => run.text).join(''))
const number = '清水〔2025〕12号'
const redHead: Issuing = { profile: 'redHead', mark: ['清源县水务局'], hasFileWord: true, documentNumber: number }
/** Twips from the top of the text area to the line with these words, on the first page. */
const topOf = (document: PrintDocument, wanted: string): number => paginate(document).lines.find((line) => words(document)[line.block] === wanted)?.top ?? Number.NaN

describe('HEAD: what stands above the title', () => {
  it('HEAD-2: 密级 stands on the second line even without 份号, alone 紧急程度 on the first', () => {
    const fields = (parts: Partial<Issuing>): readonly string[] => words(layoutReport(issued({ ...redHead, ...parts }))).slice(0, 4)
    expect(fields({ copyNumber: '000012', secrecy: '机密*1年', urgency: '特急' })).toEqual(['000012', '机密★1年', '特急', '清源县水务局文件'])
    expect(fields({ secrecy: '秘密★3年' }).slice(0, 3)).toEqual(['', '秘密★3年', '清源县水务局文件'])
    expect(fields({ urgency: '特急' }).slice(0, 2)).toEqual(['特急', '清源县水务局文件'])
  })

  it('HEAD-2: the mark stands at one height whatever stands above it, and shrinks with its length', () => {
    const heights = ([{}, { copyNumber: '1' }, { copyNumber: '1', secrecy: '机密', urgency: '特急' }] as const).map((parts) => topOf(layoutReport(issued({ ...redHead, ...parts })), '清源县水务局文件'))
    expect(heights[0]).toBeGreaterThan(1500)
    expect(new Set(heights).size).toBe(1)
    const sizeOf = (mark: string): number => paragraphs(layoutReport(issued({ ...redHead, mark: [mark] }))).flatMap((block) => block.runs).find((run) => run.isRed)?.size ?? 0
    expect(sizeOf('县水务局')).toBe(84)
    expect(sizeOf('中共清源县委机构编制委员会办公室')).toBeLessThan(60)
    expect(sizeOf('县'.repeat(60))).toBe(44)
    expect(words(layoutReport(issued({ ...redHead, mark: ['甲局', '乙局'] })))[0]).toBe('甲局文件')
  })

  it('HEAD-3: 发文字号 is centred; with 签发人 it stands on the line of the last names', () => {
    const centred = paragraphs(layoutReport(issued(redHead))).find((block) => block.runs[0]?.text === number)
    expect(centred).toMatchObject({ align: 'center', rule: { isRed: true } })
    const three = layoutReport(issued({ ...redHead, signers: ['张三', '李小四', '王五'] }))
    expect(words(three).filter((line) => line.includes('\t')).slice(0, 2)).toEqual(['\t签发人：张\u3000三\u3000李小四', `${number}\t王\u3000五`])
    // 28 − 1 − (3 + 1 + 3) 字 to the names, 4 字 of 签发人： before them.
    expect(paragraphs(three).flatMap((block) => (block.style === 'GwHead' ? [block.tabs?.[0] ?? 0] : []))).toEqual([16 * 315, 20 * 315])
    expect(words(layoutReport(issued({ ...redHead, signers: ['张三'] })))).toContain(`${number}\t签发人：张三`)
  })

  it('HEAD-5: on pre-printed paper nothing is red, and every black line stands where it was', () => {
    const full = layoutReport(issued({ ...redHead, secrecy: '机密★1年', signers: ['张三'] }))
    const free = layoutReport(issued({ ...redHead, secrecy: '机密★1年', signers: ['张三'], isPreprinted: true }))
    expect(paragraphs(free).some((block) => block.rule !== undefined || block.runs.some((run) => run.isRed))).toBe(false)
    for (const line of ['机密★1年', `${number}\t签发人：张三`, '县人民政府：', '一、主要工作']) expect(topOf(free, line)).toBe(topOf(full, line))
  })

  it.each([
    ['清水[2025]第012号', number], ['清水（２０２５）12号', number], ['清水【2025年】12号', number], [number, number], ['清水2025-12', '清水2025-12'], ['', ''], ['第3号', '第3号'],
  ])('HEAD-6: %s is printed %s', (typed, printed) => {
    expect(printedNumber(typed)).toBe(printed)
  })
  it('HEAD-6: what was printed otherwise is told', () => {
    expect(layoutReport(issued({ ...redHead, documentNumber: '清水[2025]第12号' })).changes).toContainEqual({ kind: 'numberRewritten', from: '清水[2025]第12号', to: number })
    expect(layoutReport(issued(redHead)).changes).toEqual([])
    expect(printedSecrecy('机密 * 1年')).toBe('机密★1年')
  })

  it('HEAD-1: parts that a format does not print are not printed', () => {
    const all: Issuing = { ...redHead, copyNumber: '000001', secrecy: '机密★1年', signers: ['张三'], copies: ['县委办'], printer: '办公室', printDate: '2025年1月1日' }
    const { issuing: _issuing, ...without } = issued(all)
    expect(words(layoutReport(issued({ ...all, profile: 'ordinary' })))).toEqual(words(layoutReport(without)))
    expect(layoutReport(issued({ ...all, profile: 'ordinary' })).boxes).toEqual([])
    expect(layoutReport(issued({ ...all, profile: 'letter' })).boxes.map(({ id }) => id)).toEqual(['mark', 'footRule', 'endBlock'])
  })
})

describe('HEAD: 版记', () => {
  const printer = { printer: '清源县水务局办公室', printDate: '2025年01月05日' }
  const boxOf = (parts: Partial<Issuing>): readonly string[] => layoutReport(issued({ ...redHead, ...parts })).boxes.flatMap(({ lines }) => lines.map((line) => `${line.ruleAbove?.weight ?? '-'} ${line.runs.map((run) => run.text).join('')}`))
  it('HEAD-7: 主送 above 抄送 without a rule, then 印发机关 and date', () => {
    expect(boxOf({ copies: ['县委办公室', '县政府办公室；'], isAddresseeBelow: true, ...printer })).toEqual(['8 主送：县人民政府。', '- 抄送：县委办公室，县政府办公室。', '6 清源县水务局办公室\t2025年1月5日印发'])
    expect(boxOf(printer)).toEqual(['8 清源县水务局办公室\t2025年1月5日印发'])
    expect(boxOf({})).toEqual([])
    expect(words(layoutReport(issued({ ...redHead, isAddresseeBelow: true, ...printer })))).not.toContain('县人民政府：')
  })

  /** Reports of one line more each: the end of the text wanders over the page. */
  const wandering = Array.from({ length: 24 }, (_, count) => [text(0, '做好工作。'), ...Array.from({ length: count }, () => text(0, '做好各项工作。'))])
  it('HEAD-7: where the last page has no room it stands on the next one', () => {
    const pages = wandering.map((blocks) => {
      const document = layoutReport(issued({ ...redHead, ...printer }, { blocks }))
      return paginate(document).pages - paginate({ ...document, blocks: document.blocks.slice(0, -1) }).pages
    })
    expect(new Set(pages)).toEqual(new Set([0, 1]))
  })
  it('HEAD-8: on an even page; an empty page before it and its own have no number', () => {
    const seen = wandering.map((blocks) => {
      const document = layoutReport(issued({ ...redHead, ...printer, endsOnEvenPage: true }, { blocks }))
      expect(paginate(document).pages % 2).toBe(0)
      return paragraphs(document).filter((block) => block.isUnnumbered).length
    })
    expect(new Set(seen)).toEqual(new Set([0, 2]))
  })
  it('HEAD-10: minutes name who was there', () => {
    const minutes = issuedReports.find(([name]) => name === 'minutes')?.[1]
    const lines = paragraphs(layoutReport(minutes!)).filter((block) => block.runs[0]?.font === 'hei' && block.style === 'GwAttach')
    expect(lines.map((block) => block.runs[0]?.text)).toEqual(['出席', '请假', '列席'])
    expect(lines[0]).toMatchObject({ indent: { left: 5 * 315, hanging: 3 * 315 } })
  })
})

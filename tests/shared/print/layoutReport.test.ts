import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutReport, type LayoutOptions, type PrintedReport } from '../../../shared/print/layoutReport'
import type { PrintDocument, PrintParagraph } from '../../../shared/print/printDocument'
import { assignNumbers } from '../../../shared/outline/assignNumbers'
import { blockText } from '../../../shared/report/blockText'
import type { Block, SchemeId } from '../../../shared/report/report'
import { report, sampleReport, text } from '../../electron/export/sampleReport'

/** One line for each printed paragraph: style, flags, and the runs with their fonts. */
function outline(document: PrintDocument): readonly string[] {
  return document.blocks.map((block) => (block.kind === 'table' ? `table${block.pageBreakBefore ? ' ⏎' : ''}${block.keepNext ? ' ↓' : ''}` : paragraphLine(block)))
}
function paragraphLine(paragraph: PrintParagraph): string {
  const runs = paragraph.runs.map((run) => `${run.font}[${run.text.replaceAll('\n', '/').replaceAll('\t', '→')}]${run.bold ? 'b' : ''}`).join(' ')
  return `${paragraph.style}${paragraph.pageBreakBefore ? ' ⏎' : ''}${paragraph.keepNext ? ' ↓' : ''}${runs === '' ? '' : ` ${runs}`}`
}
const bodyOf = (...blocks: Block[]): readonly string[] => outline(layoutReport(report({ title: [], blocks })))

describe('PRINT-23: bold leads of items', () => {
  const block = text(0, '主要做法：一是抓进度。全年扫描82万页。二是抓质量。坚持*逐页*核对。')
  const fonts = (itemLead?: 'bold') => outline(layoutReport(report({ title: [], blocks: [block], ...(itemLead === undefined ? {} : { itemLead }) })))
  it('PRINT-23: only if it is asked for, and nothing but the leads', () => {
    expect(fonts('bold')).toEqual(['GwBody fang[主要做法：] fang[一是抓进度。]b fang[全年扫描82万页。] fang[二是抓质量。]b fang[坚持] fang[逐页]b fang[核对。]'])
    expect(fonts()).toEqual(['GwBody fang[主要做法：一是抓进度。全年扫描82万页。二是抓质量。坚持] fang[逐页]b fang[核对。]'])
  })
})

describe('PRINT-24: bold headings', () => {
  it('PRINT-24: where the unit wants it, number and lead of the first two levels are bold, nothing else', () => {
    const boldOf = (options: Partial<LayoutOptions>): readonly string[] => layoutReport(report({ title: [], blocks: [text(1, '工作'), text(2, '学习。抓好落实。'), text(3, '检查。做实。'), text(0, '正文。')] }), options).blocks
      .flatMap((block) => (block.kind === 'table' ? [] : block.runs.filter((run) => run.bold).map((run) => run.text)))
    expect(boldOf({ boldHeadings: true })).toEqual(['一、工作', '（一）学习。'])
    expect(boldOf({})).toEqual([])
  })
})

describe('PRINT-7: numbers and fonts', () => {
  it('PRINT-7: headings on their own line, all levels', () => {
    expect(bodyOf(text(1, '主要工作'), text(2, '供水保障'), text(3, '工程建设'), text(4, '水费收缴'), text(5, '台账'))).toEqual([
      'Heading1 ↓ hei[一、主要工作]', 'Heading2 ↓ kai[（一）供水保障]', 'Heading3 ↓ fang[1.工程建设]', 'Heading4 ↓ fang[（1）水费收缴]', 'Heading5 ↓ fang[①台账]',
    ])
  })
  it('PRINT-7: a lead in the heading font, the rest as body text', () => {
    expect(bodyOf(text(1, '强化领导，落实责任。将工作列入重点任务。'), text(2, '加强学习。制定计划。'))).toEqual([
      'Heading1 hei[一、强化领导，落实责任。] fang[将工作列入重点任务。]', 'Heading2 kai[（一）加强学习。] fang[制定计划。]',
    ])
  })
  it('PRINT-7: manner of runs is kept, also across the end of the lead', () => {
    expect(bodyOf(text(2, '加*强学习。制定*计划。'))).toEqual(['Heading2 kai[（一）加] kai[强学习。]b fang[制定]b fang[计划。]'])
  })
  it('PRINT-7: a clause is body text with a number', () => {
    expect(bodyOf(text(3, '供应商应当具备下列条件。', 'clause'))).toEqual(['GwBody fang[1.供应商应当具备下列条件。]'])
  })
  it('PRINT-7: the fonts follow the scheme', () => {
    const blocks = [text(1, '总则'), text(2, '一般规定'), text(3, '适用范围')]
    expect(outline(layoutReport(report({ title: [], blocks, numbering: 'chapter' })))).toEqual(['Heading1 ↓ hei[第一章　总则]', 'Heading2 ↓ kai[第一节　一般规定]', 'Heading3 ↓ hei[一、适用范围]'])
    expect(outline(layoutReport(report({ title: [], blocks, numbering: 'decimal' })))).toEqual(['Heading1 ↓ hei[1　总则]', 'Heading2 ↓ kai[1.1　一般规定]', 'Heading3 ↓ fang[1.1.1　适用范围]'])
  })
})

describe('head and end', () => {
  it('PRINT-22: addressee with one full-width colon, one line below the title', () => {
    for (const addressee of ['县人民政府', '县人民政府：', '县人民政府:', ' 县人民政府 ']) {
      expect(outline(layoutReport(report({ title: ['工作总结'], addressee })))).toEqual(['Title displaySong[工作总结]', 'Normal', 'Normal fang[县人民政府：]'])
    }
  })
  it('PRINT-10: attachments: one without a number, several with numbers and their names under one another', () => {
    const one = layoutReport(report({ title: [], attachments: ['统计表'] })).blocks
    expect(one).toMatchObject([{ runs: [] }, { style: 'GwAttach', runs: [{ text: '附件：统计表' }], indent: { left: 1575, hanging: 945 } }])
    const two = layoutReport(report({ title: [], attachments: ['统计表', '明细表'] })).blocks
    expect(two.slice(1)).toMatchObject([
      { runs: [{ text: '附件：1.\t统计表' }], indent: { left: 2048, hanging: 1418 }, tabs: [2048] },
      { runs: [{ text: '2.\t明细表' }], indent: { left: 2048, hanging: 473 }, tabs: [2048] },
    ])
  })
  it('PRINT-10: the note in brackets, also when they were typed', () => {
    for (const note of ['联系人：周某某', '（联系人：周某某）']) expect(outline(layoutReport(report({ title: [], note }))).at(-1)).toBe('GwBody fang[（联系人：周某某）]')
  })
  it('PRINT-12: the end of the body, attachments, signature and date stay on one page', () => {
    const lines = outline(layoutReport(report({ title: [], blocks: [text(0, '情况如下。'), text(0, '特此报告。')], attachments: ['表'], signature: ['临江县水务局'], date: '2025年1月5日' })))
    expect(lines).toEqual(['GwBody fang[情况如下。]', 'GwBody ↓ fang[特此报告。]', 'Normal ↓', 'GwAttach ↓ fang[附件：表]', 'Normal ↓', 'GwSign ↓ fang[临江县水务局]', 'GwSign fang[2025年1月5日]'])
  })
  it('PRINT-12: a long last paragraph is kept only where the page ends between it and the signature', () => {
    const isKept = (short: number, lines: number): boolean => {
      const blocks = [...Array.from({ length: short }, () => text(0, '短段。')), text(0, '山'.repeat(28 * lines - 2))]
      return layoutReport(report({ title: ['总结'], blocks, signature: ['水务局'], date: '2025年1月5日' })).blocks.some((block) => block.blockId === blocks.at(-1)?.id && block.keepNext === true)
    }
    // Two lines of title; 22 lines a page; the end takes three. Kept: 8 lines that end on line 19 … 22 of their page or on line 1 of the next.
    const kept = Array.from({ length: 16 }, (_, short) => short).filter((short) => isKept(short, 8))
    expect(kept).toEqual([9, 10, 11, 12, 13])
    expect([isKept(5, 1), isKept(5, 4), isKept(5, 5), isKept(0, 19), isKept(0, 16)]).toEqual([true, true, false, true, false])
  })
  it('PRINT-12: a table at the end of the body stays with the signature', () => {
    const blocks: Block[] = [{ kind: 'table', id: 't', headerRows: 1, rows: [['甲'], ['乙']] }]
    expect(outline(layoutReport(report({ title: [], blocks, signature: ['水务局'] })))).toEqual(['table', 'Normal ↓', 'Normal ↓', 'GwSign fang[水务局]'])
  })
  it('PRINT-13: the date is printed by the rule and the change is told; the report keeps what was typed', () => {
    const given = report({ date: '二〇二五年一月五日' })
    const document = layoutReport(given)
    expect(document.changes).toEqual([{ kind: 'dateRewritten', from: '二〇二五年一月五日', to: '2025年1月5日' }])
    expect(outline(document).at(-1)).toBe('GwSign fang[2025年1月5日]')
    expect(given.date).toBe('二〇二五年一月五日')
    expect(layoutReport(report({ date: '2025年 1月 5日' })).changes).toEqual([])
  })
})

describe('pages', () => {
  it('PRINT-16: the block after a page break begins a new page; a page break at the end prints nothing', () => {
    const blocks: Block[] = [text(0, '甲'), { kind: 'pageBreak', id: 'p1' }, text(0, '乙'), { kind: 'pageBreak', id: 'p2' }, { kind: 'pageBreak', id: 'p3' }, { kind: 'table', id: 't', headerRows: 0, rows: [['丙']] }, { kind: 'pageBreak', id: 'p4' }]
    expect(bodyOf(...blocks)).toEqual(['GwBody fang[甲]', 'GwBody ⏎ fang[乙]', 'table ⏎', 'Normal'])
  })
  it('PRINT-16: an attached document stands behind 落款, with its label and its title', () => {
    const blocks: Block[] = [text(0, '正文。'), { kind: 'pageBreak', id: 'p' }, text(0, '附件1', 'heading'), text(0, '2025年度统计说明', 'heading'), text(0, '说明如下。')]
    expect(outline(layoutReport(report({ title: [], blocks, signature: ['水务局'] })))).toEqual([
      'GwBody ↓ fang[正文。]', 'Normal ↓', 'GwSign fang[水务局]',
      'GwAttachLabel ⏎ hei[附件1]', 'Normal', 'Title displaySong[2025年度统计说明]', 'Normal', 'GwBody fang[说明如下。]',
    ])
  })
  it('PRINT-14: two tables in a row are parted by a line; what stands above a table stays with it', () => {
    const table = (id: string): Block => ({ kind: 'table', id, headerRows: 0, rows: [['x']] })
    expect(bodyOf(text(0, '如下：'), table('a'), table('b'), text(0, '完'))).toEqual(['GwBody ↓ fang[如下：]', 'table', 'Normal', 'table', 'GwBody fang[完]'])
  })
  it('PRINT-3: the two ways to 28 characters', () => {
    expect(layoutReport(sampleReport).page).toMatchObject({ linePitch: 579, characterWidth: 315, characterSpacing: -5, grid: { mode: 'lines', characterSpace: null } })
    expect(layoutReport(sampleReport, { gridMode: 'linesAndChars' }).page).toMatchObject({ linePitch: 579, characterWidth: 316, characterSpacing: 0, grid: { mode: 'linesAndChars', characterSpace: -842 } })
  })
  it('PRINT-2: A4 with 37, 35, 28 and 26 mm', () => {
    const { width, height, margins } = layoutReport(sampleReport).page
    const millimetres = [width, height, margins.top, margins.bottom, margins.left, margins.right].map((twips) => Math.round(twips / 56.6929))
    expect(millimetres).toEqual([210, 297, 37, 35, 28, 26])
  })
  it('PRINT-6: style ids are unique and every paragraph names one of them; the title is no heading', () => {
    const { styles, blocks } = layoutReport(sampleReport)
    const ids = styles.map((style) => style.id)
    expect(new Set(ids).size).toBe(ids.length)
    const used = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.style] : []))
    expect(used.filter((style) => !ids.includes(style))).toEqual([])
    expect(styles.filter((style) => style.outlineLevel !== null).map((style) => `${style.id} ${style.outlineLevel}`)).toEqual(['Heading1 0', 'Heading2 1', 'Heading3 2', 'Heading4 3', 'Heading5 4'])
  })
})

describe('laws', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('加强领导。抓好落实。', '“双随机”——', '𬱖䶮', '', '一是抓。二是管。', '附件1'))
  const block = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('text' as const), level: fc.constantFrom(0, 1, 2, 3, 4, 5), texts: fc.array(anyText, { maxLength: 3 }), form: fc.constantFrom(undefined, 'heading', 'clause') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('table' as const), rows: fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 4 }), headerRows: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'pageBreak' as const }) },
  )
  const anyReport = fc.record({
    title: fc.array(anyText, { maxLength: 3 }), addressee: fc.constantFrom('', '县委', '县政府：'), blocks: fc.array(block, { maxLength: 8 }), attachments: fc.array(anyText, { maxLength: 3 }),
    signature: fc.array(anyText, { maxLength: 3 }), date: fc.constantFrom('', '2025年1月5日', '2025年01月05日', '近日'), note: anyText, numbering: fc.constantFrom<SchemeId>('restart', 'continuous', 'decimal', 'chapter'),
  }).map((value): PrintedReport => ({
    ...value,
    blocks: value.blocks.map((one, index) => (one.kind === 'text'
      ? { kind: 'text', id: `b${index}`, level: one.level as 0 | 1, runs: one.texts.map((content, at) => (at === 1 ? { text: content, bold: true as const } : { text: content })), ...(one.form ? { form: one.form as 'heading' } : {}) }
      : { ...one, id: `b${index}` }) as Block),
  }))
  /** Every code point that is text, sorted: what an unprintable character is, said in another way than in the program. */
  const essence = (given: string): string => [...given].filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return code > 0x20 && !/\s/.test(character) && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
  }).join('')

  it('PRINT-1: no character of title and blocks is lost, and they come in their order', () => {
    fc.assert(fc.property(anyReport, (given) => {
      const document = layoutReport(given)
      const labels = assignNumbers(given.blocks, given.numbering)
      const printed = new Map<string, string>()
      for (const one of document.blocks) {
        if (one.blockId === undefined) continue
        printed.set(one.blockId, one.kind === 'table' ? one.rows.flat().map((cell) => cell.text).join('') : one.runs.map((run) => run.text).join(''))
      }
      expect(essence(document.title)).toBe(essence(given.title.join('')))
      for (const one of given.blocks) expect(essence(printed.get(one.id) ?? '')).toBe(essence((labels.get(one.id) ?? '') + blockText(one)))
      const all = essence(document.blocks.map((one) => (one.kind === 'table' ? '' : one.runs.map((run) => run.text).join(''))).join('\n'))
      for (const part of [...given.attachments, ...given.signature, given.note]) expect(all).toContain(essence(part))
    }), { numRuns: 300 })
  })

  it('PRINT-15: what no file can carry is taken out and counted; everything else stays', () => {
    const document = layoutReport(report({ title: ['总\u0000结'], blocks: [text(0, '甲\ud800乙\udc00丙𬱖😀\u202e丁\uffff\u0007戊\t己\r\n庚')] }))
    expect(document.title).toBe('总结')
    expect(document.blocks.at(-1)).toMatchObject({ runs: [{ text: '甲乙丙𬱖😀\u202e丁戊\t己\n庚' }] })
    expect(document.changes).toEqual([{ kind: 'charactersRemoved', count: 5, codes: ['U+0000', 'U+0007', 'U+D800', 'U+DC00', 'U+FFFF'] }])
  })
})

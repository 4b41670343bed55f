import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstUnit, joinLines } from '../../../shared/outline/joinLines'
import { joinHardWrapped } from '../../../shared/outline/wrappedText'
import { pageNumberLine } from '../../../shared/outline/pageNumberLine'
import { textWidth } from '../../../shared/base/textWidth'
import { exporters } from '../../../electron/export/exporters'
import { printedReport } from '../../support/printedReports'
import { sampleReport } from '../../electron/export/sampleReport'

const seed = Number(process.env['FC_SEED'] ?? 20261121)

/** Breaks a paragraph as an editor does: at a width in 字, never before a mark that closes and never inside a Latin word. */
function wrapped(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let columns = 0
  for (let rest = paragraph; rest !== '';) {
    const unit = firstUnit(rest)
    const wide = textWidth(unit)
    if (columns + wide > width && line.trim() !== '') {
      lines.push(line)
      line = ''
      columns = 0
    }
    line += unit
    columns += wide
    rest = rest.slice(unit.length)
  }
  return [...lines, line]
}

const phrases = ['今年以来，', '全县各级各部门坚持稳中求进工作总基调，', '统筹推进农村供水、水库除险加固等重点工作，', '新增供水人口8.3万人，', '完成投资1.28亿元，', 'Hydro Power公司承建的工程按期完工，', '群众满意度达到96.5%，', '“建管并重”的机制进一步健全，']
const paragraph = fc.array(fc.constantFrom(...phrases), { minLength: 8, maxLength: 20 }).map((parts) => `${parts.join('').replace(/，$/, '')}。`)

describe('IMPORT-18: lines that a program broke', () => {
  it('IMPORT-18: blanks between Latin words only, and hyphens at the end of a line', () => {
    expect([joinLines('统筹推进', '各项工作'), joinLines('the local', 'water board'), joinLines('infra-', 'structure'), joinLines('GB/T', '9704'), joinLines('完成46', '处')]).toEqual(['统筹推进各项工作', 'the local water board', 'infrastructure', 'GB/T 9704', '完成46处'])
    expect(['（一）抓好', '“九五”期间', 'Hydro Power', '3.5%，比上年', '工作，'].map(firstUnit)).toEqual(['（一）', '“九', 'Hydro', '3.5%，', '工'])
  })

  it('IMPORT-18: numbers of pages', () => {
    expect(['— 12 —', '第3页', '第 3 页 共 12 页', 'Page 3 of 12', '-3-'].map(pageNumberLine)).toEqual(['sure', 'sure', 'sure', 'sure', 'sure'])
    expect(['12', '3/12', 'iv'].map(pageNumberLine)).toEqual(['maybe', 'maybe', 'maybe'])
    expect(['12处', '2025年', '一、', '第三页的内容'].map(pageNumberLine)).toEqual([null, null, null, null])
  })

  it('IMPORT-18: paragraphs wrapped at 30 to 50 字 are whole again, with an indent and with blank lines between them', () => {
    fc.assert(fc.property(fc.integer({ min: 30, max: 50 }), fc.array(paragraph, { minLength: 5, maxLength: 12 }), fc.boolean(), (width, paragraphs, isIndented) => {
      const given = paragraphs.map((each) => (isIndented ? `\u3000\u3000${each}` : each))
      const lines = given.flatMap((each) => (isIndented ? wrapped(each, width) : [...wrapped(each, width), '']))
      fc.pre(lines.filter((line) => line !== '').length > paragraphs.length * 2)
      expect(joinHardWrapped(lines)?.lines.filter((line) => line !== '')).toEqual(given)
    }), { seed, numRuns: 300 })
  })

  it('IMPORT-18: the number of a page inside a paragraph is taken out and told', () => {
    const lines = wrapped(`${phrases.slice(0, 6).join('').repeat(3)}完。`, 35)
    const copied = [...lines.slice(0, 3), '', '— 3 —', '', ...lines.slice(3)]
    expect(joinHardWrapped(copied)).toEqual({ lines: [lines.join('')], from: [0], joined: lines.length - 1, pageNumbers: [{ text: '— 3 —', line: 4 }] })
  })

  it('IMPORT-18: a text with one paragraph a line stays as it is, lists and verses too', async () => {
    expect(joinHardWrapped(['深化改革开放，激发发展活力，推动高质量发展行稳致远', '强化民生保障，增进群众福祉，推动幸福感持续提升中', '夯实安全底线，防范化解风险，推动社会面和谐稳定好', '加强自身建设，提升服务效能，推动执行力全面跃升到'])).toBeNull()
    for (const given of [sampleReport]) expect(joinHardWrapped(new TextDecoder().decode((await exporters.text.run(given)).bytes).split('\r\n'))).toBeNull()
    await fc.assert(fc.asyncProperty(printedReport, async (given) => {
      expect(joinHardWrapped(new TextDecoder().decode((await exporters.text.run(given)).bytes).split('\r\n'))).toBeNull()
    }), { seed, numRuns: 40 })
  })
})

const corpus = path.resolve('../shared/corpus/docs')
if (!existsSync(corpus)) console.log('skipped: the development documents are not here')
describe.skipIf(!existsSync(corpus))('the development documents', () => {
  const texts = existsSync(corpus) ? readdirSync(corpus).map((name) => readFileSync(path.join(corpus, name), 'utf8').split(/\r?\n/)) : []
  it('IMPORT-18: one paragraph a line, unchanged; wrapped at 35 字, nine in ten whole again, and not one without joining', () => {
    for (const lines of texts) expect(joinHardWrapped(lines)).toBeNull()
    let [all, whole, untouched] = [0, 0, 0]
    for (const lines of texts) {
      const long = lines.filter((line) => textWidth(line) > 35)
      const broken = lines.flatMap((line) => wrapped(line, 35))
      const joined = new Set((joinHardWrapped(broken)?.lines ?? []).map((line) => line.trim()))
      all += long.length
      whole += long.filter((line) => joined.has(line.trim())).length
      untouched += long.filter((line) => broken.includes(line)).length
    }
    console.log(`wrapped text without indent: ${whole} of ${all} paragraphs whole again`)
    expect([whole / all > 0.9, untouched]).toEqual([true, 0])
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportForm } from '../../../electron/export/exportForm'
import { systemFonts } from '../../../electron/storage/fontFiles'
import { boxRecordForm, pagesPerBox, spineForm } from '../../../shared/archive/boxForms'
import { divideIntoBoxes } from '../../../shared/archive/boxes'
import { catalogueParts } from '../../../shared/archive/catalogue'
import { catalogueForm, coverForm } from '../../../shared/archive/catalogueForm'
import { catalogueColumns } from '../../../shared/archive/catalogueText'
import { filedFacts, filedScheme } from '../../support/filedFacts'
import { openPdf, prepareRendering, render, type Rendered } from './rendering'

const parts = catalogueParts(filedFacts(45, 6).map((one, at, all) => (at === 3 && all[0] !== undefined ? { ...one, corrects: all[0].id } : one)))
const boxes = divideIntoBoxes(parts, pagesPerBox({ pagesPerBox: 120 }, filedScheme))
const proof = { shortCode: 'K7QF-3M2A-0000-1111-2222-3333-4444-5555', logHead: '9F3C-2A7E-0000-1111-2222-3333-4444-5555' }
const documents = {
  catalogue: catalogueForm(parts, filedScheme, proof), cover: coverForm(parts, filedScheme), record: boxRecordForm(boxes, filedScheme, { arranger: '李明', arrangedOn: '2026年3月1日' }, proof),
  spine: spineForm(boxes, filedScheme, {}), narrow: spineForm(boxes, filedScheme, { spine: 20, paper: 'A3' }), wide: spineForm(boxes, filedScheme, { spine: 50 }),
}
type Name = keyof typeof documents

const prepared = await prepareRendering()
let office: ReturnType<typeof render> | null = null
let folder = ''
const pages = new Map<Name, readonly (readonly [string, Rendered])[]>()

beforeAll(async () => {
  if ('reason' in prepared) return
  folder = mkdtempSync(join(tmpdir(), 'andu-forms-'))
  const names = Object.keys(documents) as Name[]
  const word = Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await exportForm(documents[name], 'word')).bytes] as const)))
  office = render(word, prepared.fonts)
  for (const name of names) {
    writeFileSync(join(folder, `${name}.pdf`), (await exportForm(documents[name], 'pdf', systemFonts(process.platform, process.env))).bytes)
    pages.set(name, [['Word', office.pdf(name)], ['PDF', openPdf(join(folder, `${name}.pdf`))]])
  }
})
afterAll(() => {
  office?.dispose()
  if (folder !== '') rmSync(folder, { recursive: true })
})

const rendered = (name: Name): readonly (readonly [string, Rendered])[] => pages.get(name) ?? []
/** The text of a page without blanks. */
const textOf = (pdf: Rendered, page: number): string => pdf.lines(page).join('').replace(/\s/g, '')
const near = (found: number | undefined, wanted: number, within = 0.6): void => expect(Math.abs((found ?? -99) - wanted), `${found} is not ${wanted}`).toBeLessThan(within)

describe.skipIf('reason' in prepared)('the printed forms of the archive', () => {
  it('ARCHNO-17: the catalogue lies across A4, fills its margins, and has its header row on every page, as Word and as PDF', () => {
    const head = catalogueColumns.map(({ name }) => name).join('')
    const counts = rendered('catalogue').map(([, pdf]) => pdf.pages)
    expect(counts).toHaveLength(2)
    expect(counts[0]).toBe(counts[1])
    for (const [form, pdf] of rendered('catalogue')) {
      for (let page = 1; page <= pdf.pages; page += 1) {
        expect(textOf(pdf, page), `${form} ${page}`).toContain(head)
        const ink = pdf.ink(page, 30, 192)
        near(ink?.left, 25)
        near(ink?.right, 282)
        expect(ink?.bottom, `${form} ${page}`).toBeLessThan(192.5)
      }
      const all = Array.from({ length: pdf.pages }, (_, at) => textOf(pdf, at + 1)).join('')
      for (const { rows } of parts) for (const row of rows) expect(all).toContain(row.number.replace(/\s/g, ''))
      expect(all).toContain('机构（问题）：办公室')
      expect(textOf(pdf, pdf.pages)).toContain(`封存校验码：${proof.shortCode}日志校验码：${proof.logHead}`)
      // The class of ten years begins on a page of its own.
      expect([...all.matchAll(/归档文件目录/g)]).toHaveLength(2)
    }
  })

  it('ARCHNO-18: one cover for each class, with what it is', () => {
    for (const [, pdf] of rendered('cover')) {
      expect(pdf.pages).toBe(2)
      expect([textOf(pdf, 1), textOf(pdf, 2)]).toEqual([
        '归档文件目录全宗号Z109全宗名称清河县应急管理局年度2025保管期限永久机构（问题）办公室', '归档文件目录全宗号Z109全宗名称清河县应急管理局年度2025保管期限10年机构（问题）办公室',
      ])
      near(pdf.ink(1, 90, 290)?.left, 40)
      near(pdf.ink(1, 90, 290)?.right, 170)
    }
  })

  it('ARCHNO-19: one record for each box on one page, with places for names and dates', () => {
    for (const [form, pdf] of rendered('record')) {
      expect(pdf.pages, form).toBe(boxes.length)
      const text = textOf(pdf, 1)
      for (const part of ['备考表', '盒内文件情况说明：', '已由件号0004更正', '整理人', '李明', '整理日期', '2026年3月1日', '检查人', '检查日期', `封存校验码：${proof.shortCode}`]) expect(text).toContain(part)
      const ink = pdf.ink(1, 50, 240)
      near(ink?.left, 25)
      near(ink?.right, 190)
    }
  })

  it.each([['spine', 30, 10, 277], ['wide', 50, 10, 277], ['narrow', 20, 55, 310]] as const)('ARCHNO-20: the labels of %s are %i mm wide and begin at %i mm, %i mm long', (name, width, top, length) => {
    for (const [form, pdf] of rendered(name)) {
      const perPage = Math.floor((name === 'narrow' ? 272 : 185) / width)
      expect(pdf.pages, form).toBe(Math.ceil(boxes.length / perPage))
      const onFirst = Math.min(boxes.length, perPage)
      const ink = pdf.ink(1, 0, 420)
      near(ink?.left, 15)
      near(ink?.right, 15 + onFirst * width)
      near(ink?.top, top)
      near(ink?.bottom, top + length, 1)
      for (const part of ['全宗号', 'Z109', '年度', '2025', '保管期限', '永久', '起止件号', '0001', '至', '盒号']) expect(textOf(pdf, 1)).toContain(part)
    }
  })
})

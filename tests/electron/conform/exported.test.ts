import { describe, expect, it } from 'vitest'
import { exportWord } from '../../../electron/export/exportWord'
import { conformWord } from '../../../electron/import/word/conformWord'
import { clauses } from '../../../shared/conform/conform'
import { countOutcomes, type ClauseResult } from '../../../shared/conform/conformSheet'
import type { LayoutOptions, PrintedReport } from '../../../shared/print/layoutReport'
import { issuedReports } from '../export/issuedReports'
import { sampleReport } from '../export/sampleReport'

/** The rows of what we export that fail. */
async function failing(report: PrintedReport, options: Partial<LayoutOptions> = {}): Promise<readonly ClauseResult[]> {
  const sheet = conformWord((await exportWord(report, options)).bytes)
  if (!sheet.ok) throw new Error(sheet.error.code)
  expect(sheet.value.clauses.length).toBe(clauses.length)
  return sheet.value.clauses.filter(({ result }) => result === 'fail')
}

describe('CONFORM-4: what we export', () => {
  const reports: readonly (readonly [string, PrintedReport])[] = [...issuedReports, ['sample', sampleReport]]
  for (const [name, report] of reports) {
    it(`has no row that fails: ${name}`, async () => {
      expect(await failing(report)).toEqual([])
      expect(await failing(report, { gridMode: 'linesAndChars', digits: 'fangsong', tableBorders: 'threeLine' })).toEqual([])
    })
  }

  it('CONFORM-1: has at least 60 rows with clause, item, what is asked and what was found', async () => {
    const sheet = conformWord((await exportWord(sampleReport)).bytes)
    const rows = sheet.ok ? sheet.value.clauses : []
    expect(rows.length).toBeGreaterThanOrEqual(60)
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['clause', 'item', 'required', 'found', 'result'])
      expect(row.clause).toMatch(/^\d+(\.\d+)*$/)
      expect([row.item, row.required, row.found].every((text) => text.trim() !== '')).toBe(true)
    }
    expect(new Set(rows.map(({ item }) => item)).size).toBe(rows.length)
    const counts = countOutcomes({ clauses: rows })
    expect(counts.pass + counts.fail + counts.byHand).toBe(rows.length)
    expect(rows.find(({ item }) => item.startsWith('天头'))).toMatchObject({ clause: '5.2.1', found: '37.0 mm', result: 'pass' })
  })

  it('CONFORM-4: a page number in the middle fails unless the unit has it so, and bold headings are for the unit to decide', async () => {
    expect((await failing(sampleReport, { pageNumberPlace: 'centre', boldHeadings: true })).map(({ item }) => item)).toEqual(['单页码的位置', '双页码的位置'])
    const sheet = conformWord((await exportWord(sampleReport, { pageNumberPlace: 'centre', boldHeadings: true })).bytes, { pageNumberPlace: 'centre', boldHeadings: true })
    expect(sheet.ok && sheet.value.clauses.filter(({ result }) => result === 'fail')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../shared/archive/checks/checks'
import type { ArchivalNumber } from '../../../shared/report/filing'
import type { CheckFacts, FiledFile, FiledRecord, PackageFacts } from '../../../shared/archive/checks/checkFacts'

const sha = 'ab'.repeat(32)

function file(name: string, format: 'docx' | 'pdf', changes: Partial<FiledFile> = {}): FiledFile {
  return { recorded: { name, sha256: sha, bytes: 100 }, state: 'intact', format, opens: true, text: format === 'docx' ? '清源县档案局2025年工作总结2026年1月5日' : null, active: [], fontsOutside: format === 'pdf' ? [] : null, ...changes }
}

function numbered(item: number, changes: Partial<ArchivalNumber> = {}): ArchivalNumber {
  return { fonds: 'Z109', category: 'WS', year: 2025, retention: 'Y', unit: 'BGS', item, ...changes }
}

function record(changes: Partial<FiledRecord> = {}): FiledRecord {
  return {
    id: 'r-1', title: '2025年工作总结', unit: '清源县档案局', date: '2026年1月5日', year: 2025, number: numbered(1), retention: 'Y', pages: 7, secrecy: '', filedAt: '2026-01-06T01:00:00.000Z',
    contentRecorded: sha, contentNow: sha, word: file('总结.docx', 'docx'), pdf: file('总结.pdf', 'pdf'), attachmentsOutside: [], picturesMissing: 0, versions: 4, correction: null, ...changes,
  }
}

const bag: PackageFacts = { name: '2025-1', faults: [], foreign: [], missing: [], records: 1, rows: 1, isChained: true, program: '案牍 1.0.0', isReadable: true }

function facts(changes: Partial<CheckFacts> = {}): CheckFacts {
  return { stage: 'keeping', year: 2025, lastDay: '20261122', records: [record()], unfiled: [], packages: [bag], log: { isWhole: true, lines: 12 }, backupAt: '2026-11-20T00:00:00.000Z', ...changes }
}

/** Ids of the checks that are not passed, virus and medium left out: those are always for people. */
function notPassed(given: CheckFacts): Record<string, string> {
  return Object.fromEntries(runChecks(given).filter(({ result, id }) => result !== 'pass' && id !== 'virus' && id !== 'medium').map(({ id, result }) => [id, result]))
}

const withRecord = (changes: Partial<FiledRecord>): CheckFacts => facts({ records: [record(changes)] })
const withWord = (changes: Partial<FiledFile>): CheckFacts => withRecord({ word: file('总结.docx', 'docx', changes) })
const withBag = (changes: Partial<PackageFacts>): CheckFacts => facts({ packages: [bag, { ...bag, name: '2025-2', ...changes }] })

describe('四性检测', () => {
  it('CHECK-1: passes what is right, and leaves to people what it cannot see', () => {
    const rows = runChecks(facts())
    expect(notPassed(facts())).toEqual({})
    expect(rows.filter(({ result }) => result === 'byHand').map(({ id }) => id)).toEqual(['virus', 'medium'])
    expect(rows.length).toBeGreaterThanOrEqual(30)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect([...new Set(rows.map(({ quality }) => quality))]).toEqual(['authentic', 'complete', 'usable', 'safe'])
  })

  it('CHECK-2: asks about a package only where there is one, and each stage has its own', () => {
    const filing = runChecks(facts({ stage: 'filing', packages: [] })).map(({ id }) => id)
    expect(filing).not.toContain('quantity')
    expect(filing).not.toContain('medium')
    expect(filing).toContain('allFiled')
    const keeping = runChecks(facts()).map(({ id }) => id)
    expect(keeping).toContain('secondCopy')
    expect(keeping).not.toContain('allFiled')
    expect(runChecks(facts({ stage: 'transfer' })).map(({ id }) => id)).toEqual(expect.arrayContaining(['quantity', 'medium', 'allFiled']))
  })

  const faults: readonly (readonly [name: string, facts: CheckFacts, expected: Record<string, string>])[] = [
    ['the content was changed', withRecord({ contentNow: 'cd'.repeat(32) }), { contentFixity: 'fail' }],
    ['the content cannot be read', withRecord({ contentNow: null }), { contentFixity: 'fail', readable: 'fail' }],
    ['the Word file was changed', withWord({ state: 'changed' }), { fileFixity: 'fail' }],
    ['the Word file is gone', withWord({ state: 'missing', opens: false, text: null }), { filesThere: 'fail' }],
    ['there is no PDF file yet', withRecord({ pdf: null }), { filesThere: 'byHand' }],
    ['the Word file does not open', withWord({ opens: false, text: null }), { filesOpen: 'fail' }],
    ['a PDF file is called Word', withWord({ format: 'pdf' }), { fileProperties: 'fail' }],
    ['the title is another one in the file', withWord({ text: '清源县档案局2024年工作总结2026年1月5日' }), { metadataInContent: 'byHand' }],
    ['a macro', withWord({ active: ['macros'] }), { nothingActive: 'fail' }],
    ['a font is outside', withRecord({ pdf: file('总结.pdf', 'pdf', { fontsOutside: ['FZXBSJW'] }) }), { fontsInside: 'fail' }],
    ['a title of 201 characters', withRecord({ title: '长'.repeat(201), word: file('总结.docx', 'docx', { text: `清源县档案局${'长'.repeat(201)}2026年1月5日` }) }), { lengths: 'fail' }],
    ['a date in other words', withRecord({ date: '年初', word: file('总结.docx', 'docx', { text: '清源县档案局2025年工作总结年初' }) }), { forms: 'fail' }],
    ['half a page', withRecord({ pages: 0.5 }), { forms: 'fail' }],
    ['D20', withRecord({ retention: 'D20' as 'D30', number: null }), { ranges: 'fail', required: 'fail' }],
    ['another 保管期限 than in the number', withRecord({ retention: 'D10' }), { ranges: 'fail' }],
    ['a date two years later', withRecord({ date: '2027年1月5日', filedAt: '2027-01-06T01:00:00.000Z', word: file('总结.docx', 'docx', { text: '清源县档案局2025年工作总结2027年1月5日' }) }), { senses: 'fail' }],
    ['filed before it was written', withRecord({ filedAt: '2026-01-04T01:00:00.000Z' }), { senses: 'fail' }],
    ['filed in the future', withRecord({ filedAt: '2026-11-23T01:00:00.000Z' }), { senses: 'fail' }],
    ['a mark without width in the unit', withRecord({ unit: '清源县\u200b档案局', word: file('总结.docx', 'docx', { text: '清源县\u200b档案局2025年工作总结2026年1月5日' }) }), { characters: 'fail' }],
    ['half a character in the title', withRecord({ title: '总结\ud840', word: file('总结.docx', 'docx', { text: '清源县档案局总结\ud8402026年1月5日' }) }), { characters: 'fail' }],
    ['a number of another year', withRecord({ number: numbered(1, { year: 2024 }) }), { numberSyntax: 'fail' }],
    ['a fonds of three characters', withRecord({ number: numbered(1, { fonds: 'Z10' }) }), { numberSyntax: 'fail' }],
    ['no number', withRecord({ number: null }), { required: 'fail' }],
    ['no date', withRecord({ date: '' }), { required: 'fail' }],
    ['no page count', withRecord({ pages: null }), { required: 'fail' }],
    ['a number given twice', facts({ records: [record(), record({ id: 'r-2', date: '2026年1月6日', word: file('二.docx', 'docx', { text: '清源县档案局2025年工作总结2026年1月6日' }) })] }), { noDuplicates: 'fail' }],
    ['two of one title and date', facts({ records: [record(), record({ id: 'r-2', number: numbered(2) })] }), { noDuplicates: 'byHand' }],
    ['a gap', facts({ records: [record(), record({ id: 'r-3', title: '三', number: numbered(3), word: file('三.docx', 'docx', { text: '清源县档案局三2026年1月5日' }) })] }), { noGaps: 'fail' }],
    ['no first one', withRecord({ number: numbered(2) }), { noGaps: 'fail' }],
    ['a correction without a reason', withRecord({ correction: { of: 'r-0', reason: '' } }), { history: 'byHand' }],
    ['no version', withRecord({ versions: 0 }), { history: 'byHand' }],
    ['a picture is gone', withRecord({ picturesMissing: 1 }), { partsThere: 'fail' }],
    ['an attachment elsewhere', withRecord({ attachmentsOutside: ['报表'] }), { partsThere: 'byHand' }],
    ['a secrecy mark', withRecord({ secrecy: '机密★1年' }), { noSecrets: 'byHand' }],
    ['a fault in the package', withBag({ faults: [{ path: 'data/catalogue.csv', what: '被改动' }] }), { packageFixity: 'fail' }],
    ['a broken chain', withBag({ isChained: false }), { chain: 'fail' }],
    ['a row too many', withBag({ rows: 2 }), { quantity: 'fail' }],
    ['a missing tag file', withBag({ missing: ['bag-info.txt'] }), { packageComplete: 'fail' }],
    ['an unknown program', withBag({ program: '' }), { environment: 'fail' }],
    ['a foreign file', withBag({ foreign: ['Thumbs.db'] }), { noForeign: 'fail' }],
    ['a file cannot be read', withBag({ isReadable: false }), { readBack: 'fail' }],
    ['a broken log', facts({ log: { isWhole: false, lines: 3 } }), { processLog: 'fail' }],
    ['no log', facts({ log: null }), { processLog: 'byHand' }],
    ['no second copy', facts({ backupAt: null }), { secondCopy: 'byHand' }],
    ['a final report that is not filed', facts({ stage: 'filing', unfiled: ['《半年小结》'] }), { allFiled: 'byHand' }],
  ]
  it.each(faults)('CHECK-3: %s', (_, given, expected) => {
    expect(notPassed(given)).toEqual(expected)
  })

  it('CHECK-3: names the record it is about', () => {
    const [row] = runChecks(withRecord({ contentNow: null })).filter(({ id }) => id === 'contentFixity')
    expect(row?.affected).toEqual(['Z109-WS·2025-Y-BGS-0001 《2025年工作总结》'])
  })
})

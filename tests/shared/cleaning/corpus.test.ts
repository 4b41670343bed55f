import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { usualCleaning } from '../../../shared/cleaning/cleaningRules'
import { proposeCleaning, type CleaningProposal } from '../../../shared/cleaning/proposeCleaning'
import { countingIds } from '../../../shared/base/ids'
import { parseReport } from '../../../shared/outline/parseReport'
import { paragraphs } from '../../support/cleaned'

const shared = join(import.meta.dirname, '../../../../shared')
const isHere = existsSync(join(shared, 'seeds'))
const told: string[] = []

const count = (proposals: readonly CleaningProposal[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const each of proposals) if (each.rule !== 'emptyLines') counts[`${each.kind === 'line' ? 'line ' : ''}${each.rule}`] = (counts[`${each.kind === 'line' ? 'line ' : ''}${each.rule}`] ?? 0) + 1
  return counts
}

/** The same text in other characters: what may change in official text that was proofread. */
const folded = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff\u00ad]/g, '').replace(/[“”"]/g, '"').replace(/[‘’]/g, "'").replace(/[―─—-]+/g, '-').replace(/。/g, '.').replace(/[･•・]/g, '·').replace(/[〇○O]/g, '0')

function expectHarmless(proposals: readonly CleaningProposal[]): void {
  for (const each of proposals) if (each.kind === 'text' && !each.isDoubtful) expect(folded(each.after)).toBe(folded(each.before))
}

describe.skipIf(!isHere)('texts that we have', () => {
  afterAll(() => process.stdout.write(`${told.join('\n')}\n`))
  const seed = (start: string): string => readFileSync(join(shared, 'seeds', readdirSync(join(shared, 'seeds')).find((name) => name.startsWith(start)) ?? ''), 'utf8')
  const raw = (text: string): readonly CleaningProposal[] => proposeCleaning(paragraphs(...text.split('\n')), usualCleaning)

  it.each([['000', { halfWidth: 1 }], ['001', { blanks: 2, marks: 1 }], ['002', { halfWidth: 2 }], ['003', { blanks: 1, halfWidth: 1 }]])('CLEAN-8, CLEAN-9: the dirt of seed %s is found and nothing else', (name, expected) => {
    expect(count(raw(seed(name)))).toEqual(expected)
  })

  it('CLEAN-3, CLEAN-4: advertising and paywall marks of seed 004 are found where they stand in the text', () => {
    const { blanks, ...found } = count(raw(seed('004')))
    expect(found).toEqual({ 'line advertising': 4, paywall: 1, 'line paywall': 1 })
    expect(blanks).toBeGreaterThan(5)
  })

  it('CLEAN-3: what the reading of seed 004 set aside leaves nothing to clean', () => {
    const { content } = parseReport(seed('004'), { newId: countingIds() })
    expect(content.setAside.length).toBeGreaterThanOrEqual(6)
    expect(proposeCleaning(content, usualCleaning)).toEqual([])
  })

  it('CLEAN-11: in official documents no paragraph goes but remains of web pages, and no letter changes', () => {
    for (const name of readdirSync(join(shared, 'corpus/docs')).filter((each) => each.endsWith('.txt'))) {
      const text = readFileSync(join(shared, 'corpus/docs', name), 'utf8')
      const proposals = proposeCleaning(parseReport(text, { newId: countingIds() }).content, usualCleaning)
      told.push(`clean ${name}: ${JSON.stringify(count(proposals))} in ${text.length} characters`)
      expect(proposals.filter((each) => each.kind === 'line')).toEqual([])
      expectHarmless(proposals)
    }
  })

  it('CLEAN-11: in proofread sentences no sentence goes, and no letter changes', () => {
    const rows = readFileSync(join(shared, 'corpus/proofreading/ecspell-odw.train.tsv'), 'utf8').split('\n').map((row) => row.split('\t')[2] ?? '').filter((text) => text !== '')
    const sentences = [...new Set(rows)]
    const proposals = proposeCleaning(paragraphs(...sentences), usualCleaning)
    told.push(`clean proofreading: ${JSON.stringify(count(proposals))} in ${sentences.length} sentences, doubtful ${proposals.filter((each) => each.kind !== 'remark' && each.isDoubtful).length}`)
    expect(proposals.filter((each) => each.kind === 'line')).toEqual([])
    expectHarmless(proposals)
    // Read one by one: all of them are dirt (half-width marks and full-width figures in proofread text).
    expect(proposals.length).toBeLessThan(40)
  })
})

if (!isHere) process.stdout.write('cleaning: ../shared is not here, its texts are not looked at\n')

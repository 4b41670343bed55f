/** The development corpus, graded as its grade.py does. Absent outside the development machine: then one visible skipped line. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeOutline, type OutlineDescription } from '../../shared/outline/describeOutline'
import { bare, corpus, golds, grade, hasCorpus, type Gold } from '../support/goldOutlines'

const outlineOf = (gold: Gold): OutlineDescription => describeOutline(readFileSync(`${corpus}${gold.file}`, 'utf8'))

describe.skipIf(!hasCorpus)('development corpus', () => {
  it('PARSE-26: the five seeds are read exactly', () => {
    const seeds = golds.filter(({ name }) => name.startsWith('seed-'))
    expect(seeds).toHaveLength(5)
    for (const { name, gold } of seeds) expect({ name, ...grade(gold, outlineOf(gold).headings) }).toEqual({ name, f1: 1, level: 1, text: 1, runIn: 1, wrong: [] })
  })

  it('PARSE-26: the development documents are read with a mean F1 of 0.97, levels and run-in of 0.98', () => {
    const grades = golds.filter(({ name }) => !name.startsWith('seed-')).map(({ gold }) => grade(gold, outlineOf(gold).headings))
    const mean = (of: (each: (typeof grades)[number]) => number): number => grades.reduce((sum, each) => sum + of(each), 0) / grades.length
    expect(grades).toHaveLength(7)
    expect(mean((each) => each.f1)).toBeGreaterThanOrEqual(0.97)
    expect(mean((each) => each.level)).toBeGreaterThanOrEqual(0.98)
    expect(mean((each) => each.runIn)).toBeGreaterThanOrEqual(0.98)
  })

  it('PARSE-6: every title is the one of the gold', () => {
    for (const { name, gold } of golds) expect([name, bare(outlineOf(gold).title)]).toEqual([name, bare(gold.title ?? '')])
  })

  it('ENUM-1: every enumeration of the gold is found, and no other', () => {
    const short = (list: readonly { readonly line: number; readonly kind: string; readonly markers: readonly string[] }[]): readonly string[] => list.map((each) => `${each.line} ${each.kind} ${each.markers.join('')}`)
    for (const { name, gold } of golds) expect([name, short(outlineOf(gold).enumerations)]).toEqual([name, short(gold.enumerations)])
  })

  it('the grader sees a heading too many, one too few and a wrong level', () => {
    const gold = golds[0]?.gold as Gold
    const headings = outlineOf(gold).headings
    expect(grade(gold, headings.slice(1)).f1).toBeLessThan(1)
    expect(grade(gold, [...headings, { line: 99_999, level: 1, number: '', text: '', runIn: false }]).f1).toBeLessThan(1)
    expect(grade(gold, headings.map((heading) => ({ ...heading, level: heading.level + 1 }))).level).toBe(0)
  })
})

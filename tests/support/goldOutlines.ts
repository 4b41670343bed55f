/** The outlines made by hand for the development corpus, and how an outline is graded against them: as the corpus' own grade.py does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { OutlineDescription } from '../../shared/outline/describeOutline'

/** The folder, absent outside the development machine. */
export const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
export const hasCorpus = existsSync(`${corpus}gold`)

export interface GoldHeading { readonly line: number; readonly level: number; readonly text: string; readonly runIn: boolean; readonly merged?: boolean }
export interface Gold {
  readonly file: string
  readonly title: string | null
  readonly headings: readonly GoldHeading[]
  readonly clauses?: readonly { readonly line: number; readonly kind: string }[]
  readonly optionalHeadings?: readonly { readonly line: number }[]
  readonly enumerations: readonly { readonly line: number; readonly kind: string; readonly markers: readonly string[] }[]
}

/** A heading without blanks and closing marks. */
export const bare = (text: string): string => text.replace(/[\s\u3000\xa0]/g, '').replace(/[。；：，、.;:,]+$/, '')

export interface Grade {
  readonly f1: number
  readonly level: number
  readonly text: number
  readonly runIn: number
  /** Lines of headings that are missing or too many. */
  readonly wrong: readonly number[]
}

export function grade(gold: Gold, headings: OutlineDescription['headings']): Grade {
  const want = new Map(gold.headings.map((heading) => [heading.line, heading]))
  const neutral = new Set([...(gold.clauses ?? []).filter((clause) => clause.kind === 'neutral'), ...(gold.optionalHeadings ?? [])].map((each) => each.line))
  const hits = headings.filter((heading) => want.has(heading.line))
  const extra = headings.filter((heading) => !want.has(heading.line) && !neutral.has(heading.line))
  const missed = gold.headings.filter((heading) => !hits.some((hit) => hit.line === heading.line))
  const share = (test: (hit: OutlineDescription['headings'][number], gold: GoldHeading) => boolean): number => hits.filter((hit) => test(hit, want.get(hit.line) as GoldHeading)).length / Math.max(hits.length, 1)
  return {
    f1: (2 * hits.length) / Math.max(2 * hits.length + extra.length + missed.length, 1),
    level: share((hit, own) => hit.level === own.level), runIn: share((hit, own) => hit.runIn === own.runIn),
    text: share((hit, own) => own.merged === true || bare(hit.text) === bare(own.text)),
    wrong: [...extra, ...missed].map((heading) => heading.line),
  }
}

export const golds = hasCorpus ? readdirSync(`${corpus}gold`).filter((name) => name.endsWith('.json')).map((name) => ({ name, gold: JSON.parse(readFileSync(`${corpus}gold/${name}`, 'utf8')) as Gold })) : []

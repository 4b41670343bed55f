/** Phrases that a unit's own finished reports use again and again (SPEC PHRASE-6): found report by report, so that the caller can pause between them. */
import type { Report } from '../report/report'
import { phraseKey, type PhraseLibrary } from './phrase'
import { phrasePieces, type PhrasePiece } from './phrasePieces'

export interface PhraseSuggestion {
  /** What is remembered when the clerk does not want it. */
  readonly key: string
  /** `opening`: the first words of several sentences that go on differently. */
  readonly kind: PhrasePiece['kind'] | 'opening'
  readonly text: string
  readonly category: string
  /** How many reports have it. Several drafts of one kind, unit and year are one. */
  readonly reports: number
  readonly years: readonly number[]
  /** The newest report that has it. */
  readonly newest: { readonly reportId: string; readonly year: number }
}

export interface Gathering {
  readonly add: (report: Report) => void
  /** The best first, at most `most`; without what the library has or the clerk dismissed, though it be worded a little differently. */
  readonly suggestions: (library: PhraseLibrary, most: number) => readonly PhraseSuggestion[]
}

interface Cluster {
  readonly kind: PhraseSuggestion['kind']
  readonly key: string
  readonly grams: ReadonlySet<string>
  text: string
  category: string
  newest: { readonly reportId: string; readonly year: number }
  readonly sources: Set<string>
  readonly years: Set<number>
}

/** So alike two wordings are one phrase: twice the common pairs of characters over all pairs. */
const alike = 0.75
/** Runs of characters that stand in more phrases than these tell nothing. */
const commonest = 40
const boiler = /坚持|进一步|切实|扎实|不断|加强|健全|落实|围绕|推进|压实|强化|深入|营造|提高|作风|机制/g

/** An empty gathering. Reports are added one by one, in any order; each takes time that grows with its length. */
export function startGathering(): Gathering {
  const clusters: Cluster[] = []
  const byKey = new Map<string, Cluster>()
  const places = new Map<string, number[]>()

  function clusterOf(kind: Cluster['kind'], text: string): Cluster | null {
    const key = phraseKey(text)
    const exact = byKey.get(`${kind}${key}`)
    if (exact !== undefined || kind === 'opening') return exact ?? null
    const grams = pairsOf(key)
    const hits = new Map<number, number>()
    for (const run of runsOf(key)) {
      const those = places.get(run)
      if (those !== undefined && those.length <= commonest) for (const index of those) hits.set(index, (hits.get(index) ?? 0) + 1)
    }
    const best = [...hits].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([index]) => clusters[index])
    return best.find((cluster) => cluster !== undefined && cluster.kind === kind && likeness(cluster.grams, grams) >= alike) ?? null
  }

  function note(report: Report, kind: Cluster['kind'], text: string, category: string): void {
    const source = `${report.year} ${report.kind} ${report.unit}`
    const newest = { reportId: report.id, year: report.year }
    const known = clusterOf(kind, text)
    if (known !== null) {
      known.sources.add(source)
      known.years.add(report.year)
      byKey.set(`${kind}${phraseKey(text)}`, known)
      if (report.year >= known.newest.year) Object.assign(known, { text, category, newest })
      return
    }
    const key = phraseKey(text)
    const cluster: Cluster = { kind, key, grams: pairsOf(key), text, category, newest, sources: new Set([source]), years: new Set([report.year]) }
    clusters.push(cluster)
    byKey.set(`${kind}${key}`, cluster)
    if (kind === 'opening') return
    for (const run of runsOf(key)) {
      const those = places.get(run)
      if (those === undefined) places.set(run, [clusters.length - 1])
      else if (those.length <= commonest) those.push(clusters.length - 1)
    }
  }

  return {
    add: (report) => {
      for (const { kind, text, category } of phrasePieces(report)) {
        note(report, kind, text, category)
        const opening = kind === 'sentence' ? openingOf(text) : null
        if (opening !== null) note(report, 'opening', opening, category)
      }
    },
    suggestions: (library, most) => {
      const known = [...library.phrases.map(({ text }) => phraseKey(text)), ...library.dismissed]
      const knownKeys = new Set(known)
      const knownGrams = known.map(pairsOf)
      const found = clusters.filter(({ kind, sources }) => sources.size >= (kind === 'opening' ? 3 : 2))
      const sentences = found.filter(({ kind }) => kind === 'sentence').map(({ key }) => key)
      return found
        .filter(({ kind, key }) => kind !== 'opening' || !sentences.some((sentence) => sentence.startsWith(key)))
        .filter(({ key, text }) => !knownKeys.has(key) && !knownKeys.has(phraseKey(text)))
        .sort((a, b) => scoreOf(b) - scoreOf(a) || a.text.length - b.text.length || (a.key < b.key ? -1 : 1))
        .filter(({ key }, index, all) => all.findIndex((other) => other.key === key) === index)
        .filter(({ grams }) => !knownGrams.some((other) => likeness(other, grams) >= alike))
        .slice(0, most)
        .map(({ kind, text, category, sources, years, newest }) => ({ key: phraseKey(text), kind, text, category, reports: sources.size, years: [...years].sort((a, b) => a - b), newest }))
    },
  }
}

/** The first clause of a sentence, with its comma, if it is long enough to say something and has nothing to fill in. */
function openingOf(text: string): string | null {
  const opening = /^[^，。；：、“”]{6,22}，/.exec(text)?.[0]
  return opening === undefined || opening.includes('XX') ? null : opening
}

function scoreOf({ kind, sources, years, text }: Cluster): number {
  const blanks = text.split('XX').length - 1
  const words = Math.min(3, text.match(boiler)?.length ?? 0)
  return Math.min(6, sources.size) * 3 + Math.min(5, years.size) * 2 + words - blanks * 1.5 + (kind === 'sentence' && text.length >= 18 && text.length <= 70 ? 1 : 0)
}

function pairsOf(key: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(1, key.length - 1) }, (_, at) => key.slice(at, at + 2)))
}

function runsOf(key: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(1, key.length - 3) }, (_, at) => key.slice(at, at + 4)))
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  if (small.size * 3 < large.size) return 0
  let common = 0
  for (const pair of small) if (large.has(pair)) common += 1
  return (2 * common) / (small.size + large.size)
}

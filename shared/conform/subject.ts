/** What the clauses look at: the facts, the lines by what they are, and the measures that hold for all. */
import type { LayoutOptions } from '../print/layoutReport'
import { characterPitch, lineHeight, textAreaOf } from './measures'
import type { RoleName } from './roleNames'
import { findRoles, type Line } from './roles'
import type { ParagraphFacts, RunFacts, SectionFacts, WordFacts } from './wordFacts'

/** What a unit has chosen otherwise than the standard has it. */
export type UnitChoices = Partial<Pick<LayoutOptions, 'pageNumberPlace' | 'boldHeadings'>>

export interface Subject {
  readonly facts: WordFacts
  readonly choices: UnitChoices
  readonly lines: readonly Line[]
  /** The lines of any of these roles, in order. */
  readonly of: (...roles: readonly RoleName[]) => readonly Line[]
  /** The first section in portrait. */
  readonly section: SectionFacts
  /** Usual pitch of the characters and lines of body text, in twips; null without body text. */
  readonly pitch: number | null
  readonly linePitch: number | null
  /** The width of one 字 for indents: the usual pitch, or that of the standard. */
  readonly unit: number
  /** 信函: it has the double rule. */
  readonly isLetter: boolean
  readonly findings: ReturnType<typeof findRoles>['findings']
}

/** Finds the lines and the usual measures of a file once, for all rows. */
export function createSubject(facts: WordFacts, choices: UnitChoices = {}): Subject {
  const { lines, findings } = findRoles(facts)
  const section = facts.sections.find((each) => each.height >= each.width) ?? facts.sections[0] ?? standardSection
  const byRole = new Map<RoleName, Line[]>()
  for (const [role, line] of lines.flatMap((each) => each.roles.map((name) => [name, each] as const))) {
    const known = byRole.get(role)
    if (known === undefined) byRole.set(role, [line])
    else known.push(line)
  }
  const together = new Map<string, readonly Line[]>()
  const body = (byRole.get('body') ?? []).filter((line) => line.paragraph.runs.length > 0)
  const sample = body.length > 0 ? body : byRole.get('heading') ?? []
  const pitch = most(sample.map(({ paragraph }) => pitchOf(paragraph, section)))
  const linePitch = most(sample.map(({ paragraph }) => Math.round(lineHeight(paragraph, section))))
  return {
    facts, choices, lines, findings, section, pitch, linePitch, unit: pitch !== null && pitch > 290 && pitch < 340 ? pitch : 315,
    of: (...roles) => {
      if (roles.length === 1) return byRole.get(roles[0] ?? 'body') ?? []
      const key = roles.join(' ')
      const known = together.get(key) ?? lines.filter((line) => line.roles.some((role) => roles.includes(role)))
      together.set(key, known)
      return known
    },
    isLetter: facts.blocks.some(hasDoubleRule),
  }
}

function hasDoubleRule(block: WordFacts['blocks'][number]): boolean {
  if (block.kind === 'paragraph') return block.rules.above?.isDouble === true || block.rules.below?.isDouble === true
  if (block.kind === 'table') return block.rows.some((row) => row.cells.some(({ above, below }) => above?.isDouble === true || below?.isDouble === true))
  return block.blocks.some(hasDoubleRule)
}

/** The pitch of most of the characters of a paragraph. */
export function pitchOf(paragraph: ParagraphFacts, section: SectionFacts): number {
  return characterPitch(longestRun(paragraph) ?? { size: 32, spacing: 0, scale: 100 }, section, paragraph.snapsToGrid)
}

/** The run with the most text; null without any. */
export function longestRun({ runs }: ParagraphFacts): RunFacts | null {
  return runs.reduce<RunFacts | null>((best, run) => (best === null || run.text.length > best.text.length ? run : best), null)
}

/** The value that occurs most often; null if there is none. */
export function most(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce<readonly [number | null, number]>((best, [value, count]) => (count > best[1] ? [value, count] : best), [null, 0])[0]
}

/** Width of a line of the section a paragraph stands in. */
export function lineWidthOf(subject: Subject, paragraph: ParagraphFacts): number {
  return textAreaOf(subject.facts.sections[paragraph.section] ?? subject.section).width
}

const standardSection: SectionFacts = {
  width: 11906, height: 16838, margins: { top: 2098, bottom: 1984, left: 1587, right: 1474, gutter: 0 }, headerDistance: 850, footerDistance: 1450,
  grid: { type: 'none', linePitch: 0, characterSpace: 0 }, hasFirstPage: false, start: 'nextPage', numberFormat: 'decimal', numberStart: null,
  footers: { odd: null, even: null, first: null }, headers: { odd: null, even: null, first: null },
}

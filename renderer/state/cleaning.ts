/** 清理: what could be cleaned in the report on the desk, and what the clerk ticked (SPEC CLEAN-13 … CLEAN-15). */
import { applyCleaning } from '../../shared/cleaning/applyCleaning'
import { newCleaningMemory, proposeCleaning, type CleaningProposal } from '../../shared/cleaning/proposeCleaning'
import { blockText } from '../../shared/report/blockText'
import type { Report } from '../../shared/report/report'
import { cleaningText } from '../../shared/text/cleaning'
import { createStore } from './createStore'
import { desk, openPanel } from './desk'
import { changeReport, session } from './session'
import { settings } from './settings'
import { showToast } from './toast'

export interface Cleaning {
  /** Of which state of the report the proposals are; null before the first look. */
  readonly of: Report | null
  readonly proposals: readonly CleaningProposal[]
  /** What the clerk decided otherwise than the rules, by id. */
  readonly ticks: ReadonlyMap<string, boolean>
  /** The quiet line may say what was found. */
  readonly isOffered: boolean
}

export const cleaning = createStore<Cleaning>({ of: null, proposals: [], ticks: new Map(), isOffered: false })

let memory = newCleaningMemory()
/** Reports whose quiet line was put away. */
const putAway = new Set<string>()

/** Looks through the report as it stands. */
export function lookForDirt(): void {
  const { report } = session.get()
  if (report === null || cleaning.get().of === report) return
  const proposals = proposeCleaning(report, settings.get().cleaning, memory)
  cleaning.set((state) => ({ ...state, of: report, proposals }))
}

/** The rules changed, or another report came: what was found says nothing any more. */
export function forgetDirt(): void {
  memory = newCleaningMemory()
  cleaning.set(() => ({ of: null, proposals: [], ticks: new Map(), isOffered: false }))
}

/** Text from elsewhere came in: the quiet line may tell of it. */
export function offerCleaning(): void {
  const { report, isReadOnly } = session.get()
  if (report === null || isReadOnly) return
  putAway.delete(report.id)
  cleaning.set((state) => ({ ...state, isOffered: true }))
}

/** A report that was read from a file or pasted as a whole. */
export function offerForImported(): void {
  const { report } = session.get()
  if (report !== null && (report.origin.kind === 'file' || report.origin.kind === 'paste') && !putAway.has(report.id)) offerCleaning()
}

export function putCleaningAway(): void {
  const { report } = session.get()
  if (report !== null) putAway.add(report.id)
  cleaning.set((state) => ({ ...state, isOffered: false }))
}

export function openCleaning(): void {
  if (session.get().report === null || session.get().isReadOnly) return
  lookForDirt()
  openPanel('cleaning')
}

export function isTicked(proposal: CleaningProposal, ticks: Cleaning['ticks']): boolean {
  return proposal.kind !== 'remark' && (ticks.get(proposal.id) ?? !proposal.isDoubtful)
}

export function tick(ids: readonly string[], isOn: boolean): void {
  cleaning.set((state) => ({ ...state, ticks: new Map([...state.ticks, ...ids.map((id) => [id, isOn] as const)]) }))
}

/** Caret to the place of a proposal. Texts beside the body have no place to go to. */
export function showDirt({ place, ...proposal }: CleaningProposal): void {
  if (place.kind === 'block') desk.get().handle?.goTo(place.blockId, proposal.kind === 'line' ? 0 : proposal.from)
  else if (place.kind === 'cell') desk.get().handle?.goTo(place.blockId)
}

/** Carries the proposals out as one step to undo; what goes as a paragraph is set aside. */
export function cleanChosen(chosen: readonly CleaningProposal[]): void {
  const { report, isReadOnly } = session.get()
  const { handle } = desk.get()
  if (report === null || isReadOnly || handle === null || chosen.length === 0) return
  const aside = applyCleaning(report, chosen).setAside
  if (!handle.run({ kind: 'clean', accepted: chosen, numbering: report.numbering })) return
  changeReport((now) => (now.setAside === aside ? now : { ...now, setAside: aside }))
  const { id } = report
  showToast({ text: cleaningText.applied(chosen.length), action: { label: cleaningText.undo, run: () => { if (session.get().report?.id === id) desk.get().handle?.run({ kind: 'undo' }) } } })
}

export interface AsideLine {
  readonly text: string
  readonly count: number
  /** As the first of them says; null where nobody knows. */
  readonly behind: string | null
}

/** Lines that stand beside the report, the same words as one. A line that was put back stands in the body, and an undo there brings it back here: it is always in one of the two places. */
export function asideLines(report: Report): readonly AsideLine[] {
  const inBody = new Set(report.blocks.map(blockText))
  const lines = new Map<string, AsideLine>()
  for (const { text, behind } of report.setAside) {
    if (inBody.has(text)) continue
    const known = lines.get(text)
    lines.set(text, known === undefined ? { text, count: 1, behind: behind ?? null } : { ...known, count: known.count + 1 })
  }
  return [...lines.values()]
}

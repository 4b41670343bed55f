/** The versions of the report on the desk: the list, and what of it is shown in the place of the editor (SPEC VERSION). */
import { call } from '../api/client'
import { createStore } from './createStore'
import { tellWritten } from './exported'
import { describeTime } from './moment'
import { flush, openSession, session } from './session'
import { showError, showToast } from './toast'
import type { AppError } from '../../shared/base/errors'
import type { ReportVersion } from '../../shared/ipc/contract'
import type { Report } from '../../shared/report/report'
import { versionsText } from '../../shared/text/versions'

/** One of two things that are compared. Without `content` it is the report as it stands on the desk. */
export interface Side {
  readonly generation: number | 'now'
  readonly label: string
  readonly content: Report | null
}

/** What stands in the place of the editor, read-only. */
export type Shown =
  | { readonly kind: 'read'; readonly reportId: string; readonly side: Side }
  | { readonly kind: 'compare'; readonly reportId: string; readonly before: Side; readonly after: Side }

export interface Versions {
  readonly reportId: string | null
  /** Newest first; null until they are read. */
  readonly list: readonly ReportVersion[] | null
  readonly unreadable: readonly number[]
  readonly error: AppError | null
  readonly shown: Shown | null
  /** The change that the reader is at, from 0, and how many there are. */
  readonly at: number
  readonly count: number
  /** Raised when the clerk asked for the field in which the present state is named. */
  readonly namings: number
}

const none: Versions = { reportId: null, list: null, unreadable: [], error: null, shown: null, at: 0, count: 0, namings: 0 }

export const versions = createStore<Versions>(none)

/** Reads the list anew for the report on the desk. */
export async function loadVersions(): Promise<void> {
  const id = session.get().report?.id
  if (id === undefined) return
  if (versions.get().reportId !== id) versions.set((state) => ({ ...none, namings: state.namings, reportId: id }))
  const listed = await call('report.versions', { id })
  if (versions.get().reportId !== id) return
  versions.set((state) => (listed.ok ? { ...state, list: listed.value.versions, unreadable: listed.value.unreadable, error: null } : { ...state, error: listed.error }))
}

/** What a version is called: its name, else its time. */
export function versionLabel({ name, savedAt }: Pick<ReportVersion, 'name' | 'savedAt'>): string {
  return name === '' ? describeTime(savedAt) : name
}

/** Saves, then names what was saved. */
export async function namePresent(name: string): Promise<boolean> {
  if (!await flush('auto')) return false
  const isNamed = await nameVersion(session.get().generation, name)
  if (isNamed) showToast({ text: versionsText.named(name.trim()) })
  return isNamed
}

/** An empty name takes the name away. */
export async function nameVersion(generation: number, name: string): Promise<boolean> {
  const id = session.get().report?.id
  if (id === undefined) return false
  const named = await (name.trim() === '' ? call('report.unnameVersion', { id, generation }) : call('report.nameVersion', { id, generation, name }))
  if (!named.ok) showError(named.error)
  await loadVersions()
  return named.ok
}

/** Names a version that has no name yet: one that the clerk gave is never written over. */
export async function nameIfUnnamed(generation: number, name: string): Promise<boolean> {
  await loadVersions()
  const { list } = versions.get()
  if (list === null) return false
  return list.some((version) => version.generation === generation && version.name !== '') || nameVersion(generation, name)
}

/** The version of this number with its text; told and null if it cannot be opened. */
export async function openSide(generation: number, label?: string): Promise<Side | null> {
  const id = session.get().report?.id
  if (id === undefined) return null
  const opened = await call('report.openVersion', { id, generation })
  if (!opened.ok) {
    showError(opened.error)
    return null
  }
  return { generation, label: label ?? versionLabel(opened.value), content: opened.value.report }
}

export async function readVersion(generation: number): Promise<void> {
  const side = await openSide(generation)
  const reportId = session.get().report?.id
  if (side !== null && reportId !== undefined) show({ kind: 'read', reportId, side })
}

/** Shows what changed from one version to another, or to the text on the desk; the older one is always the first. */
export async function compareVersions(one: number, other: number | 'now', labels: { readonly one?: string; readonly other?: string } = {}): Promise<void> {
  const isTurned = other !== 'now' && other < one
  const [first, second] = await Promise.all([openSide(one, labels.one), other === 'now' ? { generation: 'now', label: labels.other ?? versionsText.now, content: null } as const : openSide(other, labels.other)])
  const reportId = session.get().report?.id
  if (first === null || second === null || reportId === undefined) return
  show({ kind: 'compare', reportId, before: isTurned ? second : first, after: isTurned ? first : second })
}

function show(shown: Shown): void {
  versions.set((state) => ({ ...state, shown, at: 0, count: 0 }))
}

export function closeShown(): void {
  versions.set((state) => (state.shown === null ? state : { ...state, shown: null, at: 0, count: 0 }))
}

export function setChangeCount(count: number): void {
  versions.set((state) => ({ ...state, count, at: Math.min(state.at, Math.max(0, count - 1)) }))
}

/** To the next or the previous change, around the end. */
export function stepChange(direction: 1 | -1): void {
  versions.set((state) => (state.count === 0 ? state : { ...state, at: (state.at + direction + state.count) % state.count }))
}

/** Brings an older text back as a new generation, and offers to take that back. */
export async function restoreVersion(generation: number, label: string, isOffered = true): Promise<boolean> {
  const id = session.get().report?.id
  if (id === undefined || !await flush('auto')) return false
  const left = session.get().generation
  const restored = await call('report.restoreVersion', { id, generation })
  if (!restored.ok) {
    showError(restored.error)
    return false
  }
  closeShown()
  await openSession(id)
  await loadVersions()
  showToast({ text: versionsText.restored(label), ...(isOffered ? { action: { label: versionsText.undo, run: () => void restoreVersion(left, versionsText.beforeRestore, false) } } : {}) })
  return true
}

/** 花脸稿: the changes as a Word file with tracked changes. */
export async function exportRedline(from: number, to: number | 'now'): Promise<void> {
  const id = session.get().report?.id
  if (id === undefined || (to === 'now' && !await flush('export'))) return
  const written = await call('export.redline', { id, from, to })
  if (written.ok) tellWritten(written.value)
  else showError(written.error)
}

/** The clerk wants to name the present state: the panel puts the caret into its field. */
export function askForName(): void {
  versions.set((state) => ({ ...state, namings: state.namings + 1 }))
}

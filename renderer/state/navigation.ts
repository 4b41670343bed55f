/** Which room is shown, and which report lies on the desk. */
import { createStore } from './createStore'

export type RoomId = 'library' | 'desk' | 'archive' | 'settings'

export interface Navigation {
  readonly room: RoomId
  readonly reportId: string | null
  /** Where to go in the report once it is open. A new object for every jump. */
  readonly place: { readonly blockId: string } | null
}

export const navigation = createStore<Navigation>({ room: 'library', reportId: null, place: null })

let leaveGuard: (() => Promise<boolean>) | null = null

/** The open report registers how it is saved; it is asked before another room or report takes its place, and may refuse. */
export function setLeaveGuard(guard: (() => Promise<boolean>) | null): void {
  leaveGuard = guard
}

/** Whether everything on the desk is saved, so that it may be left or the window closed. */
export async function mayLeave(): Promise<boolean> {
  return leaveGuard === null ? true : leaveGuard()
}

/** Resolves to false if the desk could not be left. */
export async function goTo(room: RoomId): Promise<boolean> {
  const now = navigation.get()
  if (now.room === room) return true
  if (now.room === 'desk' && !await mayLeave()) return false
  navigation.set((state) => ({ ...state, room, place: null }))
  return true
}

/** Lays a report on the desk, at a place in it if one is given. */
export async function openReport(id: string, place: { readonly blockId: string } | null = null): Promise<boolean> {
  const now = navigation.get()
  if (now.reportId !== null && now.reportId !== id && !await mayLeave()) return false
  navigation.set(() => ({ room: 'desk', reportId: id, place: place === null ? null : { ...place } }))
  return true
}

/** Takes the report off the desk, e.g. after it went to the trash. */
export function clearDesk(reportId: string): void {
  navigation.set((state) => (state.reportId === reportId ? { ...state, reportId: null, place: null, room: state.room === 'desk' ? 'library' : state.room } : state))
}

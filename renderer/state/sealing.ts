/** 封存: what would be sealed, the work under way, what came of it, and the sealed folders. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { showError } from './toast'
import { fillPlaces } from '../../shared/text/errors'
import { sealingText as words } from '../../shared/text/sealing'
import type { Response } from '../../shared/ipc/contract'

export type SealPlan = Response<'seal.plan'>
export type SealedFolder = Response<'seal.list'>[number]
export type SealProgress = NonNullable<Response<'seal.progress'>>

/** `view`: which dialog is open. `working`: name of the folder or the year that is worked on. */
export interface Sealing {
  readonly view: 'closed' | 'plan' | 'done' | 'list'
  readonly plan: SealPlan | null
  /** What 四性检测 says of the year before it is sealed; null while it is under way. */
  readonly check: Response<'archive.check'> | null
  readonly working: string | null
  readonly progress: SealProgress | null
  readonly sealed: Response<'seal.run'> | null
  readonly folders: readonly SealedFolder[] | null
  /** That a copy is done and can be taken out. */
  readonly copied: string | null
  /** What looking at a folder found, by its name. */
  readonly looked: Readonly<Record<string, Response<'seal.verify'>>>
}

const closed: Sealing = { view: 'closed', plan: null, check: null, working: null, progress: null, sealed: null, folders: null, copied: null, looked: {} }
/** Milliseconds between two looks at how far the work is. */
const lookAgain = 300

export const sealing = createStore<Sealing>(closed)

/** Not while something is under way: that is stopped first. */
export function closeSealing(): void {
  if (sealing.get().working === null) sealing.set(() => closed)
}

export async function askToSeal(year: number): Promise<void> {
  sealing.set(() => ({ ...closed, view: 'plan' }))
  const planned = await call('seal.plan', { year })
  if (sealing.get().view !== 'plan') return
  if (!planned.ok) {
    sealing.set(() => closed)
    return showError(planned.error)
  }
  sealing.set((state) => ({ ...state, plan: planned.value }))
  const checked = await call('archive.check', { year, stage: 'filing' })
  if (checked.ok && sealing.get().plan === planned.value) sealing.set((state) => ({ ...state, check: checked.value }))
}

export async function sealAsked(): Promise<void> {
  const { plan } = sealing.get()
  if (plan === null) return
  const sealed = await watched(String(plan.year), () => call('seal.run', { year: plan.year }))
  if (sealed === null) return
  if (!sealed.ok) {
    sealing.set(() => closed)
    return showError(sealed.error)
  }
  sealing.set((state) => ({ ...state, view: 'done', sealed: sealed.value }))
}

export async function openSealed(): Promise<void> {
  sealing.set(() => ({ ...closed, view: 'list' }))
  const listed = await call('seal.list', undefined)
  if (!listed.ok) {
    sealing.set(() => closed)
    return showError(listed.error)
  }
  sealing.set((state) => ({ ...state, folders: listed.value }))
}

export async function verifySealed(name: string): Promise<void> {
  const looked = await watched(name, () => call('seal.verify', { name }))
  if (looked === null) return
  if (!looked.ok) return showError(looked.error)
  sealing.set((state) => ({ ...state, looked: { ...state.looked, [name]: looked.value } }))
}

export async function copySealed(name: string): Promise<void> {
  const copied = await watched(name, () => call('seal.copy', { name }))
  if (copied === null) return
  if (!copied.ok) return showError(copied.error)
  // In the dialog: a message behind it would not be seen.
  const { value } = copied
  if (value.kind === 'copied') sealing.set((state) => ({ ...state, copied: fillPlaces(words.copyDone, { name, folder: value.folderName }) }))
}

export async function stopSealing(): Promise<void> {
  await call('seal.stop', undefined)
}

/** One piece of work at a time; how far it is is asked for until it ends. Null if another one is under way. */
async function watched<T>(what: string, work: () => Promise<T>): Promise<T | null> {
  if (sealing.get().working !== null) return null
  sealing.set((state) => ({ ...state, working: what, progress: null, copied: null }))
  const timer = setInterval(() => {
    void call('seal.progress', undefined).then((now) => { if (now.ok && sealing.get().working === what) sealing.set((state) => ({ ...state, progress: now.value })) })
  }, lookAgain)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    sealing.set((state) => ({ ...state, working: null, progress: null }))
  }
}

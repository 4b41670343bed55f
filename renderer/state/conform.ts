/** 条款体检单: the sheet on the screen, and where it comes from. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { openReport } from './navigation'
import { flush, session } from './session'
import { showError } from './toast'
import { importOne } from './transfer'
import type { Result } from '../../shared/base/result'
import type { Response } from '../../shared/ipc/contract'

export type ConformSheet = Extract<Response<'conform.choose'>, { readonly kind: 'sheet' }>

export interface Conform {
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly sheet: ConformSheet | null
  /** A file from outside that can be imported: dropped, or chosen in the dialog of the main process. */
  readonly foreign: File | 'chosen' | null
}

export const conform = createStore<Conform>({ isOpen: false, isBusy: false, sheet: null, foreign: null })

export function closeConform(): void {
  conform.set(() => ({ isOpen: false, isBusy: false, sheet: null, foreign: null }))
}

/** The report on the desk, as it would be exported now. */
export async function checkReport(): Promise<void> {
  const { report } = session.get()
  if (report === null || !await flush('manual')) return
  await show(null, () => call('conform.report', { id: report.id }))
}

/** The file that was just exported, as it lies on the disk. */
export async function checkWritten(token: string): Promise<void> {
  await show(null, () => call('conform.written', { token }))
}

/** Any Word file that the clerk chooses. */
export async function checkChosen(): Promise<void> {
  await show('chosen', () => call('conform.choose', undefined))
}

export async function checkDropped(file: File): Promise<void> {
  await show(file, async () => call('conform.dropped', { name: file.name.slice(0, 255), bytes: new Uint8Array(await file.arrayBuffer()) }))
}

/** Imports the file on the sheet and lays it on the desk. */
export async function rebuild(): Promise<void> {
  const { foreign, sheet } = conform.get()
  if (foreign === null || sheet === null) return
  const id = await importOne(foreign === 'chosen' ? { token: sheet.token } : foreign)
  if (id === null) return
  closeConform()
  await openReport(id)
}

async function show(foreign: Conform['foreign'], ask: () => Promise<Result<Response<'conform.choose'>>>): Promise<void> {
  const before = conform.get()
  conform.set((state) => ({ ...state, isOpen: true, isBusy: true }))
  const answered = await ask()
  if (answered.ok && answered.value.kind === 'sheet') {
    const { value } = answered
    return conform.set(() => ({ isOpen: true, isBusy: false, sheet: value, foreign }))
  }
  conform.set(() => before)
  if (!answered.ok) showError(answered.error)
}

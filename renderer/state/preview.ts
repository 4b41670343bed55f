/** 预览 and printing: whether the pages are on the screen, how large, and whether they are on their way to the printer. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { session } from './session'
import { showError } from './toast'

/** As wide as the window, a whole page, or percent of the size on paper. */
export type PreviewZoom = 'width' | 'page' | number

export interface Preview {
  readonly isOpen: boolean
  readonly zoom: PreviewZoom
  /** Two pages side by side. */
  readonly isDouble: boolean
  /** What stands in the window for the printer: the pages of the report, the sheet of clauses, or the recovery key. */
  readonly printing: 'pages' | 'conform' | 'recoveryKey' | null
}

export const preview = createStore<Preview>({ isOpen: false, zoom: 'page', isDouble: false, printing: null })

export function openPreview(isOpen: boolean): void {
  preview.set((state) => ({ ...state, isOpen: isOpen && session.get().report !== null }))
}

export function zoomPreview(zoom: PreviewZoom): void {
  preview.set((state) => ({ ...state, zoom: typeof zoom === 'number' ? Math.max(25, Math.min(400, Math.round(zoom))) : zoom }))
}

export function showDouble(isDouble: boolean): void {
  preview.set((state) => ({ ...state, isDouble }))
}

/** Puts the sheets into the window for the printer; {@link sendToPrinter} follows when they stand there. */
export function startPrinting(printing: 'pages' | 'conform' | 'recoveryKey' = 'pages'): void {
  if (preview.get().printing === null && (printing !== 'pages' || session.get().report !== null)) preview.set((state) => ({ ...state, printing }))
}

export async function sendToPrinter(): Promise<void> {
  const printed = await call('print.pages', undefined)
  preview.set((state) => ({ ...state, printing: null }))
  if (!printed.ok) showError(printed.error)
}

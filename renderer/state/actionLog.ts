/** 操作记录: read when it is opened, never changed from here. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { tellWritten } from './exported'
import { showError } from './toast'
import type { Response } from '../../shared/ipc/contract'

export interface ActionLog {
  readonly isOpen: boolean
  readonly answer: Response<'log.read'> | null
}

export const actionLog = createStore<ActionLog>({ isOpen: false, answer: null })

export function closeLog(): void {
  actionLog.set(() => ({ isOpen: false, answer: null }))
}

export async function openLog(): Promise<void> {
  actionLog.set(() => ({ isOpen: true, answer: null }))
  const read = await call('log.read', undefined)
  if (!read.ok) {
    closeLog()
    return showError(read.error)
  }
  if (actionLog.get().isOpen) actionLog.set(() => ({ isOpen: true, answer: read.value }))
}

export async function saveLog(): Promise<void> {
  const written = await call('log.export', undefined)
  if (written.ok) tellWritten(written.value)
  else showError(written.error)
}

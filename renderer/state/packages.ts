/** Packages to another computer and from it: what the clerk asked for, what is under way, what came of it. */
import type { AppError } from '../../shared/base/errors'
import type { Request, Response } from '../../shared/ipc/contract'
import { call } from '../api/client'
import { createStore } from './createStore'
import { reloadFiled } from './filing'
import { reloadLibrary } from './library'
import { watched } from './longWork'

type Scope = Request<'transfer.pack'>['scope']
export type PackageForm = Request<'transfer.pack'>['form']
export type Packed = Extract<Response<'transfer.pack'>, { readonly kind: 'packed' }>
export type Unpacked = Extract<Response<'transfer.unpack'>, { readonly kind: 'unpacked' }>

export type PackageDialog =
  | { readonly kind: 'pack'; readonly scope: Scope; readonly label: string; readonly packed: Packed | null; readonly verified: Response<'transfer.verify'> | null }
  | { readonly kind: 'unpack'; readonly unpacked: Unpacked | null }

export interface Packages {
  readonly dialog: PackageDialog | null
  readonly isBusy: boolean
  readonly error: AppError | null
}

export const packages = createStore<Packages>({ dialog: null, isBusy: false, error: null })

/** `label`: what is packed, in words. */
export function askToPack(scope: Scope, label: string): void {
  packages.set(() => ({ dialog: { kind: 'pack', scope, label, packed: null, verified: null }, isBusy: false, error: null }))
}

export function askToUnpack(): void {
  packages.set(() => ({ dialog: { kind: 'unpack', unpacked: null }, isBusy: false, error: null }))
}

export function closePackages(): void {
  if (!packages.get().isBusy) packages.set(() => ({ dialog: null, isBusy: false, error: null }))
}

export async function packNow(form: PackageForm): Promise<void> {
  const { dialog } = packages.get()
  if (dialog?.kind !== 'pack') return
  const answer = await busy(() => call('transfer.pack', { scope: dialog.scope, form }))
  if (answer?.kind === 'packed') packages.set((state) => ({ ...state, dialog: { ...dialog, packed: answer } }))
}

export async function verifyPacked(): Promise<void> {
  const { dialog } = packages.get()
  if (dialog?.kind !== 'pack' || dialog.packed === null) return
  const { token } = dialog.packed
  const answer = await busy(() => call('transfer.verify', { token }))
  if (answer !== null) packages.set((state) => ({ ...state, dialog: { ...dialog, verified: answer } }))
}

export async function unpackNow(form: PackageForm): Promise<void> {
  const answer = await busy(() => call('transfer.unpack', { form }))
  if (answer?.kind !== 'unpacked') return
  packages.set((state) => ({ ...state, dialog: { kind: 'unpack', unpacked: answer } }))
  await Promise.all([reloadLibrary(), reloadFiled()])
}

async function busy<T>(work: () => Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }>): Promise<T | null> {
  packages.set((state) => ({ ...state, isBusy: true, error: null }))
  const answer = await watched(work)
  packages.set((state) => ({ ...state, isBusy: false, error: answer.ok || answer.error.code === 'cancelled' ? null : answer.error }))
  return answer.ok ? answer.value : null
}

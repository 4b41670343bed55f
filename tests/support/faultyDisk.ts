/** A disk whose N-th call fails: once, or for good from then on. */
import type { StorageIo } from '../../electron/storage/storageIo'
import { errno } from './simulatedDisk'

export interface Fault {
  /** Which call fails, from 1; 0 for none. */
  readonly at: number
  readonly code: string
  readonly isForGood: boolean
  /** With `short`, a write takes half of the bytes instead of failing; with `after`, the call does its work and fails all the same. */
  readonly manner?: 'short' | 'after'
}

export interface FaultyDisk extends StorageIo {
  readonly calls: () => number
  /** Ends a fault that was for good. */
  readonly heal: () => void
}

/** `inner` with one fault. Reading calls count too, closing ones do their work in any case: a handle is gone after a failed close. */
export function faultyDisk(inner: StorageIo, fault: Fault): FaultyDisk {
  let calls = 0
  let isHealed = false
  const isDue = (): boolean => {
    calls += 1
    return !isHealed && fault.at > 0 && (fault.isForGood ? calls >= fault.at : calls === fault.at)
  }
  async function run<T>(work: () => Promise<T>, isClosing = false): Promise<T> {
    if (!isDue() || fault.manner === 'short') return work()
    if (isClosing || fault.manner === 'after') await work().catch(() => undefined)
    throw errno(fault.code)
  }
  return {
    calls: () => calls,
    heal: () => {
      isHealed = true
    },
    open: (path, flags) => run(() => inner.open(path, flags)),
    write: (handle, bytes) => {
      const isShort = fault.manner === 'short' && !isHealed && calls + 1 === fault.at
      return run(() => inner.write(handle, isShort ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes))
    },
    fsync: (handle) => run(() => inner.fsync(handle)),
    close: (handle) => run(() => inner.close(handle), true),
    link: (from, to) => run(() => inner.link(from, to)),
    rename: (from, to) => run(() => inner.rename(from, to)),
    unlink: (path) => run(() => inner.unlink(path)),
    readdir: (path) => run(() => inner.readdir(path)),
    stat: (path) => run(() => inner.stat(path)),
    read: (path) => run(() => inner.read(path)),
    kindOf: (path) => run(() => inner.kindOf(path)),
    mkdir: (path) => run(() => inner.mkdir(path)),
    removeFolder: (path) => run(() => inner.removeFolder(path)),
    flushDirectory: (path) => run(() => inner.flushDirectory(path)),
  }
}

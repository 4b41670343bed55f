/** A generation store of one small number, for sweeps that open it hundreds of thousands of times. */
import { openGenerations, type Surroundings } from '../../electron/storage/generations'
import { openDocument, type Document } from '../../electron/storage/openDocument'
import { ensureFolder } from '../../electron/storage/publish'
import { openQuarantine } from '../../electron/storage/quarantine'
import type { StorageIo } from '../../electron/storage/storageIo'
import type { DataFormat } from '../../shared/store/format'

export interface Count {
  readonly count: number
  readonly filling: string
}

export const countFormat: DataFormat<Count> = {
  version: 0,
  migrations: [],
  parse: (data) => (typeof (data as Partial<Count>).count === 'number' ? (data as Count) : null),
}

/** Never waits, and counts its random names so that two stores on one disk differ by `program`. */
export function quietSurroundings(io: StorageIo, program = 1): Surroundings {
  let names = 0
  let time = 1_700_000_000_000
  return {
    io,
    clock: () => (time += 60_000),
    randomName: () => `${String(program).padStart(3, 'a')}${String((names += 1)).padStart(9, '0')}`.replace(/[^0-9a-f]/g, '0'),
    patience: { wait: () => Promise.resolve(), heldFor: 300 },
  }
}

export const storeRoot = '/data'

export type CounterStore = Document<Count> & { readonly thinNow: () => Promise<number>; readonly numbers: () => Promise<readonly number[]> }

/** The store in `<root>/reports/<name>`; its folder is made if it is missing. */
export async function openCounterIn(surroundings: Surroundings, root: string, name = 'one'): Promise<CounterStore> {
  const folder = await ensureFolder(surroundings.io, root, 'reports', name)
  const generations = openGenerations(surroundings, folder, countFormat, openQuarantine(surroundings, root, name))
  return { ...openDocument(generations), thinNow: () => generations.thin(), numbers: () => generations.numbers() }
}

/** The same on a simulated disk. */
export function openCounter(io: StorageIo, name = 'one', program = 1): Promise<CounterStore> {
  return openCounterIn(quietSurroundings(io, program), storeRoot, name)
}

export const counted = (count: number): Count => ({ count, filling: `${count}`.repeat(20 + (count % 90)) })

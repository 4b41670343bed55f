/**
 * A hint who else has the data folder open (SPEC STORE-12). It only warns; safety rests on the generation store. Each program keeps a small
 * folder with its facts and a counter; another one is there if its process lives on this computer, or if its counter moves between two beats.
 */
import { join } from 'node:path'
import { ensureFolder, publish, removeQuietly, type Disk } from './publish'
import { errnoOf } from './storageIo'

export interface Holder {
  readonly computer: string
  readonly processId: number
}

export interface Lease {
  /** Whether another program has the folder open, as far as is known now. */
  isShared(): boolean
  /** To be called every 30 seconds: raises our counter and looks at those of the others. */
  beat(): Promise<void>
  release(): Promise<void>
}

/** A counter that stood still for so many beats belongs to a program that is gone. */
const stillBeats = 3

/** Takes a lease under `<root>/leases` and looks for others. Never throws: without a lease nothing is lost but the hint. */
export async function takeLease(disk: Disk, root: string, holder: Holder, isAlive: (processId: number) => boolean): Promise<Lease> {
  const { io } = disk
  const name = `l-${disk.randomName()}`
  const folder = join(root, 'leases', name)
  const others = new Map<string, { counter: number; still: number; isThere: boolean }>()
  let counter = 0

  async function raise(): Promise<void> {
    const before = counterName(counter)
    counter += 1
    await publish(disk, folder, counterName(counter), Buffer.from(`${JSON.stringify(holder)}\n`, 'utf8'))
    if (counter > 1) await removeQuietly(io, join(folder, before))
  }

  async function look(): Promise<void> {
    const names = (await io.readdir(join(root, 'leases'))).filter((found) => /^l-[0-9a-f]{12}$/.test(found) && found !== name)
    for (const gone of [...others.keys()].filter((known) => !names.includes(known))) others.delete(gone)
    for (const found of names) await judge(found)
  }

  async function judge(found: string): Promise<void> {
    const files = await listOrNothing(join(root, 'leases', found))
    const newest = Math.max(0, ...files.map(counterOf))
    const who = newest === 0 ? null : await readHolder(join(root, 'leases', found, counterName(newest)))
    const before = others.get(found)
    const hasMoved = before !== undefined && before.counter !== newest
    const still = before === undefined || hasMoved ? 0 : before.still + 1
    const isHere = who?.computer === holder.computer
    const isGone = isHere ? !isAlive(who.processId) : still >= stillBeats
    const isThere = isHere ? isAlive(who.processId) && who.processId !== holder.processId : (hasMoved || (before?.isThere ?? false)) && !isGone
    others.set(found, { counter: newest, still, isThere })
    if (isGone) await clear(found, files)
  }

  /** Takes away what a program left that is gone; its folder stays empty if it cannot be removed, and empty folders mean nothing. */
  async function clear(found: string, files: readonly string[]): Promise<void> {
    for (const file of files) await removeQuietly(io, join(root, 'leases', found, file))
    others.delete(found)
  }

  async function listOrNothing(path: string): Promise<readonly string[]> {
    return io.readdir(path).catch(() => [])
  }

  async function readHolder(path: string): Promise<Holder | null> {
    try {
      const parsed: unknown = JSON.parse(Buffer.from(await io.read(path)).toString('utf8'))
      const { computer, processId } = parsed as Partial<Holder>
      return typeof computer === 'string' && typeof processId === 'number' ? { computer, processId } : null
    } catch (error) {
      if (errnoOf(error) === '' && !(error instanceof SyntaxError)) throw error
      return null
    }
  }

  const lease: Lease = {
    isShared: () => [...others.values()].some(({ isThere }) => isThere),
    beat: async () => {
      await raise().catch(() => undefined)
      await look().catch(() => undefined)
    },
    release: async () => {
      for (const file of await listOrNothing(folder)) await removeQuietly(io, join(folder, file))
    },
  }
  await ensureFolder(io, root, 'leases', name).catch(() => undefined)
  await lease.beat()
  return lease
}

function counterName(counter: number): string {
  return `c${String(counter).padStart(10, '0')}.json`
}

function counterOf(name: string): number {
  return Number(/^c(\d{10})\.json$/.exec(name)?.[1] ?? 0)
}

/**
 * A hint who else has the data folder open (SPEC STORE-12). It only warns; safety rests on the generation store. Each program keeps
 * one small file with its facts, its counter in the name; another one is there if its process lives on this computer, or if its counter moves between two beats.
 */
import { join } from 'node:path'
import { publish, removeQuietly, type Disk } from './publish'

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

/** Takes a lease in `<root>/leases` and looks for others. Never throws: without a lease nothing is lost but the hint. */
export async function takeLease(disk: Disk, root: string, holder: Holder, isAlive: (processId: number) => boolean): Promise<Lease> {
  const { io } = disk
  const folder = join(root, 'leases')
  const owner = disk.randomName()
  const others = new Map<string, { readonly counter: number; readonly still: number; readonly isThere: boolean }>()
  let counter = 0

  async function raise(): Promise<void> {
    counter += 1
    await publish(disk, folder, leaseName(owner, counter), Buffer.from(`${JSON.stringify(holder)}\n`, 'utf8'))
    if (counter > 1) await removeQuietly(io, join(folder, leaseName(owner, counter - 1)))
  }

  async function look(): Promise<void> {
    const files = (await io.readdir(folder)).flatMap((name) => readLeaseName(name) ?? []).filter((file) => file.owner !== owner)
    for (const gone of [...others.keys()].filter((known) => !files.some((file) => file.owner === known))) others.delete(gone)
    for (const found of new Set(files.map((file) => file.owner))) await judge(found, files.filter((file) => file.owner === found).map((file) => file.counter))
  }

  async function judge(found: string, counters: readonly number[]): Promise<void> {
    const newest = Math.max(...counters)
    const who = await readHolder(join(folder, leaseName(found, newest)))
    const before = others.get(found)
    const hasMoved = before !== undefined && before.counter !== newest
    const still = before === undefined || hasMoved ? 0 : before.still + 1
    const isHere = who?.computer === holder.computer
    const isGone = isHere ? !isAlive(who.processId) : still >= stillBeats
    if (isGone) {
      others.delete(found)
      for (const old of counters) await removeQuietly(io, join(folder, leaseName(found, old)))
      return
    }
    // Our own process may have opened the folder twice; that is no second program.
    const isThere = isHere ? who.processId !== holder.processId : hasMoved || (before?.isThere ?? false)
    others.set(found, { counter: newest, still, isThere })
  }

  async function readHolder(path: string): Promise<Holder | null> {
    try {
      const { computer, processId } = JSON.parse(Buffer.from(await io.read(path)).toString('utf8')) as Partial<Holder>
      return typeof computer === 'string' && typeof processId === 'number' ? { computer, processId } : null
    } catch {
      return null
    }
  }

  const lease: Lease = {
    isShared: () => [...others.values()].some(({ isThere }) => isThere),
    beat: async () => {
      await raise().catch(() => undefined)
      await look().catch(() => undefined)
    },
    release: () => removeQuietly(io, join(folder, leaseName(owner, counter))),
  }
  await lease.beat()
  return lease
}

function leaseName(owner: string, counter: number): string {
  return `l-${owner}-${String(counter).padStart(10, '0')}.json`
}

function readLeaseName(name: string): { readonly owner: string; readonly counter: number } | null {
  const match = /^l-([0-9a-f]{12})-(\d{10})\.json$/.exec(name)
  return match?.[1] === undefined ? null : { owner: match[1], counter: Number(match[2]) }
}

/**
 * Operations over many files, whole or not at all (SPEC JOURNAL-1 … JOURNAL-7). What is to be published is first written and flushed beside its
 * place, in `intents/`; then one file, the intent, names all steps: from the moment it is there the operation happens, before that nothing has.
 * Every step can be done again, so a run that was cut off is finished at the next start, and by any program that comes upon it.
 */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { decodeData } from '../../shared/store/format'
import { intentFormat, type Intent, type IntentStep, type OperationKind } from '../../shared/store/intentSchema'
import { errnoToAppError } from './errnoToAppError'
import { encodeGeneration, sha256, verifyGeneration } from './generationFile'
import type { Surroundings } from './generations'
import { withPatience } from './patience'
import { carryOut, preparedName, type CarriedOut } from './intentSteps'
import { flushFile, linkOrRename, publish, removeQuietly, writeNew } from './publish'
import { openQuarantine } from './quarantine'
import { errnoOf, type StorageIo } from './storageIo'

/** A step as it is asked for; see {@link IntentStep}. The folders must exist when the operation is run. */
export type Step =
  | { readonly kind: 'publish'; readonly folder: string; readonly name: string; readonly bytes: Uint8Array; readonly decides?: true }
  | { readonly kind: 'rename'; readonly folder: string; readonly from: string; readonly name: string; readonly decides?: true }

export interface Operation {
  readonly kind: Exclude<OperationKind, 'cancelled'>
  readonly subject: string
  /** In this order. A step that decides should stand before those that are of no use without it. */
  readonly steps: readonly Step[]
}

/** What was found of a cut-off operation at the start. `unreadable`: its intent is damaged or can no longer be carried out; it lies in quarantine. */
export interface CutOff {
  readonly kind: OperationKind | 'unknown'
  readonly subject: string
  readonly outcome: 'finished' | 'undone' | 'unreadable'
}

const part = 'intents'
const nothing = (): Promise<void> => Promise.resolve()
/** So many times another program may take away what was being prepared. */
const mostTries = 5

/** Where intents lie in the data folder. */
export function intentFolder(root: string): string {
  return join(root, part)
}

/**
 * Runs an operation. `done`: everything is published and durable. `undone`: another program was faster with a name that decides; nothing but files
 * published before that step is there. `whenDone` is waited for before the intent goes: it writes the log. Throws an AppFailure: nothing has happened, or (`operationPending`) it will be finished at the next start.
 */
export async function runOperation(surroundings: Surroundings, root: string, operation: Operation, whenDone: () => Promise<void> = nothing): Promise<'done' | 'undone'> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await runOnce(surroundings, root, operation, whenDone)
    if (outcome === 'done' || outcome === 'undone') return outcome
    if (tries >= mostTries) throw new AppFailure({ code: 'diskFaulty' })
  }
}

async function runOnce(surroundings: Surroundings, root: string, operation: Operation, whenDone: () => Promise<void>): Promise<'done' | 'undone' | 'robbed'> {
  const { io, patience, randomName } = surroundings
  const folder = intentFolder(root)
  const intent = intentOf(operation)
  let id = ''
  try {
    await withPatience(patience, async () => {
      if (id !== '') await sweep(surroundings, folder, id)
      id = randomName()
      await prepare(surroundings, folder, id, operation, encodeIntent(surroundings, intent))
    })
  } catch (error) {
    await sweep(surroundings, folder, id)
    throw failureOf(error)
  }
  let hasBegun = false
  try {
    if (!(await begin(io, join(folder, preparedName(id, intent.steps.length)), join(folder, intentName(id))))) {
      await sweep(surroundings, folder, id)
      return 'robbed'
    }
    hasBegun = true
    if ((await io.flushDirectory(folder)) === 'unsupported') await flushFile(io, join(folder, intentName(id)))
    const { outcome, isPartly } = await withPatience(patience, () => carryOut(surroundings, root, id, intent))
    if (outcome === 'broken' && isPartly) throw new AppFailure({ code: 'operationPending' })
    if (outcome === 'done') await whenDone()
    const isClosed = await close(surroundings, folder, id)
    if (!isClosed && (outcome === 'missing' || outcome === 'broken')) throw new AppFailure({ code: 'operationPending' })
    if (outcome === 'broken') throw new AppFailure({ code: 'diskFaulty' })
    return outcome === 'missing' ? 'robbed' : outcome
  } catch (error) {
    if (error instanceof AppFailure) throw error
    // Only a folder that can be listed says that an intent is not there.
    const isAbsent = await io.readdir(folder).then((names) => !hasBegun && !names.includes(intentName(id)), () => false)
    if (!isAbsent) throw new AppFailure({ code: 'operationPending' }, error)
    await sweep(surroundings, folder, id)
    throw failureOf(error)
  }
}

/** The commit point. False if another program, which took this one for dead, has taken the name or the files away. */
async function begin(io: StorageIo, prepared: string, name: string): Promise<boolean> {
  try {
    return (await linkOrRename(io, prepared, name)) === 'done'
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Finishes or undoes what cut-off runs left behind, and tells of each that is done before its intent goes; to be called before anything of the data folder is opened, and before numbers are given out. */
export async function replayOperations(surroundings: Surroundings, root: string, whenDone: (finished: CutOff) => Promise<void> = nothing): Promise<readonly CutOff[]> {
  const { io } = surroundings
  const folder = intentFolder(root)
  const names = await io.readdir(folder)
  const found: CutOff[] = []
  for (const id of names.flatMap((name) => intentId(name) ?? []).sort()) {
    const result = await replay(surroundings, root, folder, id, whenDone)
    if (result !== null) found.push(result)
  }
  const orphans = new Set(names.flatMap((name) => preparedId(name) ?? []).filter((id) => !names.includes(intentName(id))))
  for (const id of orphans) await cancel(surroundings, folder, id)
  return found
}

async function replay(surroundings: Surroundings, root: string, folder: string, id: string, whenDone: (finished: CutOff) => Promise<void>): Promise<CutOff | null> {
  const { io, patience } = surroundings
  const bytes = await withPatience(patience, () => io.read(join(folder, intentName(id)))).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null
    throw failureOf(error)
  })
  if (bytes === null) return null
  const intent = decodeIntent(bytes)
  if (intent === null) {
    await setAside(surroundings, root, folder, id)
    return { kind: 'unknown', subject: '', outcome: 'unreadable' }
  }
  let carried: CarriedOut
  try {
    carried = await withPatience(patience, () => carryOut(surroundings, root, id, intent))
  } catch (error) {
    throw failureOf(error)
  }
  const { outcome } = carried
  if (outcome === 'broken') {
    await setAside(surroundings, root, folder, id)
    return { kind: intent.operation, subject: intent.subject, outcome: 'unreadable' }
  }
  const told: CutOff | null = intent.steps.length === 0 ? null : { kind: intent.operation, subject: intent.subject, outcome: outcome === 'done' ? 'finished' : 'undone' }
  if (told?.outcome === 'finished') await whenDone(told)
  await close(surroundings, folder, id)
  return told
}

/**
 * Takes away what was prepared and never begun. The program that prepared it may still be alive: it loses the name of its intent first, and
 * begins anew; only then its files go.
 */
async function cancel(surroundings: Surroundings, folder: string, id: string): Promise<void> {
  try {
    if ((await publish(surroundings, folder, intentName(id), encodeIntent(surroundings, { operation: 'cancelled', subject: '', steps: [] }))) === 'published') await close(surroundings, folder, id)
  } catch {
    // Rubbish that stays is looked at again at the next start.
  }
}

/** Every file of the operation and the intent itself, complete and durable, under names that nothing else reads. */
async function prepare({ io }: Surroundings, folder: string, id: string, { steps }: Operation, intent: Uint8Array): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'publish') await writeNew(io, join(folder, preparedName(id, index)), step.bytes)
  }
  await writeNew(io, join(folder, preparedName(id, steps.length)), intent)
  await io.flushDirectory(folder)
}

/**
 * The prepared files go first and the intent last, so that an intent that is there can always be carried out again or is seen to be done.
 * False if the intent may still be there: where everything is in its place that does no harm.
 */
async function close(surroundings: Surroundings, folder: string, id: string): Promise<boolean> {
  const { io } = surroundings
  try {
    await sweep(surroundings, folder, id)
    await io.unlink(join(folder, intentName(id)))
    await io.flushDirectory(folder)
    return true
  } catch {
    return false
  }
}

async function sweep({ io }: Surroundings, folder: string, id: string): Promise<void> {
  const names = await io.readdir(folder).catch(() => [])
  for (const name of names) if (preparedId(name) === id) await removeQuietly(io, join(folder, name))
}

/** What was prepared may be the only copy: it is kept with the intent. */
async function setAside(surroundings: Surroundings, root: string, folder: string, id: string): Promise<void> {
  const note = { time: new Date(surroundings.clock()).toISOString(), damage: 'hash' as const, opened: 0 }
  const quarantine = openQuarantine(surroundings, root, part)
  const names = await surroundings.io.readdir(folder).catch(() => [])
  for (const name of names) if (preparedId(name) === id) await quarantine.take(folder, name, note)
  await quarantine.take(folder, intentName(id), note)
}

function intentOf({ kind, subject, steps }: Operation): Intent {
  return { operation: kind, subject, steps: steps.map((step): IntentStep => {
    if (step.kind === 'rename') return step
    const { bytes, ...named } = step
    return { ...named, sha256: sha256(bytes) }
  }) }
}

function encodeIntent({ clock }: Surroundings, intent: Intent): Uint8Array {
  return encodeGeneration({ number: 1, parent: 0, version: intentFormat.version, time: new Date(clock()).toISOString(), cause: 'manual', data: intent }).bytes
}

function decodeIntent(bytes: Uint8Array): Intent | null {
  const verdict = verifyGeneration(bytes, 1)
  if (verdict.kind === 'bad') return null
  const decoded = decodeData(intentFormat, verdict.envelope.version, verdict.envelope.data)
  if (decoded.kind === 'newer') throw new AppFailure({ code: 'folderNewer' })
  return decoded.kind === 'value' ? decoded.value : null
}

function failureOf(error: unknown): AppFailure {
  if (error instanceof AppFailure) return error
  return new AppFailure(errnoOf(error) === 'ENOENT' ? { code: 'diskGone' } : errnoToAppError(error), error)
}

function intentName(id: string): string {
  return `i-${id}.json`
}

function intentId(name: string): string | null {
  return /^i-([0-9a-f]{12})\.json$/.exec(name)?.[1] ?? null
}

function preparedId(name: string): string | null {
  return /^i-([0-9a-f]{12})-\d{6}\.tmp$/.exec(name)?.[1] ?? null
}

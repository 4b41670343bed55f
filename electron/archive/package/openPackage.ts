/**
 * A package from outside (SPEC PACK-4, PACK-5): hostile until verified. It is copied into a folder of our own, file by file under names that a bag
 * may have, and the copy is verified; what was read from the medium once is never read again.
 */
import { basename, join } from 'node:path'
import { AppFailure } from '../../../shared/base/errors'
import { endIfCancelled, type Watch } from '../../../shared/base/watch'
import { isBagPath, tagNames } from '../../../shared/archive/bagNames'
import { readPackageFacts, type PackageFacts } from '../../../shared/store/packageSchema'
import { errnoToAppError } from '../../storage/errnoToAppError'
import type { Surroundings } from '../../storage/generations'
import { errnoOf } from '../../storage/storageIo'
import { verifyBag } from '../bag/verifyBag'
import { walkBag } from '../bag/walkBag'
import { folderWriter } from '../bag/writeBag'
import { readZip, zipLimits } from './readZip'

export interface OpenedPackage {
  readonly facts: PackageFacts
  /** Payload paths without `data/`, in order. */
  readonly paths: readonly string[]
  readonly read: (path: string) => Promise<Uint8Array>
  /** Files that are no part of the package and were left alone. */
  readonly foreign: readonly string[]
}

interface Source {
  readonly foreign: readonly string[]
  readonly files: ReadonlyArray<{ readonly path: string; readonly read: () => Promise<Uint8Array> | Uint8Array }>
}

/** Copies the package at `path` (a folder or a .zip file) into `temporary`, an empty folder, and verifies the copy. Throws an AppFailure. */
export async function openPackage(surroundings: Surroundings, path: string, temporary: string, watch: Watch = {}): Promise<OpenedPackage> {
  const { io } = surroundings
  const named = { name: basename(path), folder: basename(path) }
  const source = await sourceOf(surroundings, path).catch((error: unknown) => {
    if (error instanceof AppFailure) throw new AppFailure({ ...error.error, detail: { ...named, ...error.error.detail } }, error)
    throw new AppFailure(errnoOf(error) === '' ? { code: 'packageUnsafe', detail: named } : errnoToAppError(error, named), error)
  })
  const writer = folderWriter(surroundings, temporary)
  let all = 0
  for (const [index, file] of source.files.entries()) {
    endIfCancelled(watch)
    watch.progress?.({ done: index, total: 2 * source.files.length })
    const bytes = await readOf(file.read, named)
    all += bytes.length
    if (bytes.length > zipLimits.entryBytes || all > zipLimits.allBytes) throw new AppFailure({ code: 'packageUnsafe', detail: { ...named, rule: 'size' } })
    await writer.put({ path: file.path, bytes })
  }
  await writer.finish()
  const verdict = await verifyBag(io, temporary, {}, (done, total) => watch.progress?.({ done: source.files.length + Math.round((done / Math.max(1, total)) * source.files.length), total: 2 * source.files.length }))
  if (!verdict.ok) throw new AppFailure({ code: 'packageDamaged', detail: { count: verdict.problems.length, name: verdict.problems[0]?.path ?? '' } })
  const paths = source.files.flatMap((file) => (file.path.startsWith('data/') ? [file.path.slice('data/'.length)] : [])).sort()
  const read = (inside: string): Promise<Uint8Array> => io.read(join(temporary, 'data', ...inside.split('/')))
  if (!paths.includes('package.json')) throw new AppFailure({ code: 'packageUnknown', detail: named })
  const facts = readPackageFacts(Buffer.from(await read('package.json')).toString('utf8'))
  if (facts === 'newer') throw new AppFailure({ code: 'packageNewer' })
  if (facts === null) throw new AppFailure({ code: 'packageUnknown', detail: named })
  return { facts, paths, read, foreign: source.foreign }
}

async function readOf(read: () => Promise<Uint8Array> | Uint8Array, named: { readonly name: string; readonly folder: string }): Promise<Uint8Array> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppFailure) throw new AppFailure({ ...error.error, detail: { ...named, ...error.error.detail } }, error)
    throw new AppFailure(errnoToAppError(error, named), error)
  }
}

async function sourceOf(surroundings: Surroundings, path: string): Promise<Source> {
  const { io } = surroundings
  const facts = await io.stat(path)
  if (!facts.isFolder) {
    if (facts.bytes > zipLimits.fileBytes) throw new AppFailure({ code: 'packageUnsafe', detail: { rule: 'size' } })
    const bytes = await io.read(path)
    if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== 'PK') throw new AppFailure({ code: 'packageUnknown' })
    return zipSource(bytes)
  }
  return folderSource(surroundings, path)
}

/** All in one folder of any name, as a packer of the system makes it, or at the top. */
function zipSource(bytes: Uint8Array): Source {
  const entries = readZip(bytes)
  const declaration = entries.find(({ name }) => basename(name) === tagNames.declaration && name.split('/').length <= 2)
  if (declaration === undefined) throw new AppFailure({ code: 'packageUnknown' })
  const prefix = declaration.name.slice(0, -tagNames.declaration.length)
  const inside = entries.map((entry) => ({ entry, path: entry.name.startsWith(prefix) ? entry.name.slice(prefix.length) : null }))
  return {
    foreign: inside.flatMap(({ entry, path }) => (path === null || !mayBelong(path) ? [entry.name] : [])),
    files: inside.flatMap(({ entry, path }) => (path !== null && mayBelong(path) ? [{ path, read: entry.read }] : [])),
  }
}

async function folderSource({ io }: Surroundings, root: string): Promise<Source> {
  if (!(await io.readdir(root)).includes(tagNames.declaration)) throw new AppFailure({ code: 'packageUnknown' })
  const { entries, isTooMany, tooDeep } = await walkBag(io, root)
  if (isTooMany || entries.size > zipLimits.entries) throw new AppFailure({ code: 'packageUnsafe', detail: { rule: 'entries' } })
  if (tooDeep.length > 0) throw new AppFailure({ code: 'packageUnsafe', detail: { rule: 'depth' } })
  const all = [...entries.values()]
  const link = all.find(({ path, kind }) => kind === 'link' && mayBelong(path))
  if (link !== undefined) throw new AppFailure({ code: 'packageUnsafe', detail: { rule: 'link' } })
  const files = all.filter(({ path, kind }) => kind === 'file' && mayBelong(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
  if (files.some(({ bytes }) => bytes > zipLimits.entryBytes) || files.reduce((sum, { bytes }) => sum + bytes, 0) > zipLimits.allBytes) throw new AppFailure({ code: 'packageUnsafe', detail: { rule: 'size' } })
  return {
    foreign: all.flatMap(({ path, kind }) => (kind === 'folder' || (kind === 'file' && mayBelong(path)) ? [] : [path])),
    files: files.map(({ path }) => ({ path, read: () => io.read(join(root, ...path.split('/'))) })),
  }
}

function mayBelong(path: string): boolean {
  return isBagPath(path) || /^parity\/[a-z0-9][a-z0-9._-]{0,60}$/.test(path)
}

import { basename } from 'node:path'
import { fail, succeed, type Result } from '../../shared/base/result'
import { readDocument, type ReadDocument } from '../import/readDocument'
import { LARGEST_IMPORT_MB } from '../import/readers'
import { readIn } from '../storage/readIn'
import type { Refusal, World } from './world'

/** A file from outside with its bytes, read and decoded. */
export interface ReadFile extends ReadDocument {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The bytes of a file by the path that was typed. */
export async function readBytes(path: string, world: World): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, Refusal>> {
  const full = world.resolve(path)
  const bytes = await readIn(full, LARGEST_IMPORT_MB * 1024 * 1024, world.surroundings.io)
  return bytes.ok ? succeed({ name: basename(full), bytes: bytes.value }) : fail({ kind: 'failure', error: bytes.error })
}

/** Reads a file by the path that was typed. */
export async function readText(path: string, world: World): Promise<Result<ReadFile, Refusal>> {
  const file = await readBytes(path, world)
  if (!file.ok) return file
  const read = await readDocument(file.value.bytes, file.value.name, world.read)
  return read.ok ? succeed({ ...read.value, ...file.value }) : fail({ kind: 'failure', error: read.error })
}

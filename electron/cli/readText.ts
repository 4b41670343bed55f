import { basename } from 'node:path'
import { fail, succeed, type Result } from '../../shared/base/result'
import { LARGEST_IMPORT_MB, readDocument, type ReadDocument } from '../import/readers'
import { readIn } from '../storage/readIn'
import type { Refusal, World } from './world'

/** A file from outside with its bytes, read and decoded. */
export interface ReadFile extends ReadDocument {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a file by the path that was typed. */
export async function readText(path: string, world: World): Promise<Result<ReadFile, Refusal>> {
  const full = world.resolve(path)
  const name = basename(full)
  const bytes = await readIn(full, LARGEST_IMPORT_MB * 1024 * 1024, world.surroundings.io)
  if (!bytes.ok) return fail({ kind: 'failure', error: bytes.error })
  const read = readDocument(bytes.value, name)
  return read.ok ? succeed({ ...read.value, name, bytes: bytes.value }) : fail({ kind: 'failure', error: read.error })
}

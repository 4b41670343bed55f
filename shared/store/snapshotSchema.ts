/** What a data folder held at one moment (SPEC BACKUP-1): every file by its path and its hash. */
import { z } from 'zod'
import { isSafePath } from '../base/safePath'
import type { DataFormat } from './format'

export interface SnapshotFile {
  /** Inside the data folder, with `/`. */
  readonly path: string
  /** Lower-case hex SHA-256 of the bytes, which is the name of the object. */
  readonly sha256: string
  readonly bytes: number
  /** The look of the file in the data folder, in milliseconds: compared for equality only. */
  readonly modified: number
}

export interface Snapshot {
  /** The id of the data folder. */
  readonly folder: string
  readonly files: readonly SnapshotFile[]
}

const snapshotSchema = z.looseObject({
  folder: z.string().min(1).max(64),
  files: z.array(z.object({ path: z.string().refine(isSafePath), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().min(0), modified: z.number() })),
}) as unknown as z.ZodType<Snapshot>

/** Format of `snapshots/` in a backup. */
export const snapshotFormat: DataFormat<Snapshot> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => snapshotSchema.safeParse(data).data ?? null,
}

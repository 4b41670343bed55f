/**
 * What was read of files that are not stored yet, in `cache/imports`: storing them need not read them once more (SPEC FOLDER-10). Only a cache: what is
 * missing or damaged, and whatever has pictures, is read again.
 */
import { join } from 'node:path'
import { sha256 } from '../../storage/generationFile'
import type { Surroundings } from '../../storage/generations'
import { ensureFolder, removeQuietly, writeAll } from '../../storage/publish'
import type { ReportImport } from '../newReports'

type Content = ReportImport['content']

export interface ReadContents {
  /** Keeps what was read of the file with this SHA-256. Fails silently. */
  keep(hash: string, content: Content): Promise<void>
  take(hash: string): Promise<Content | null>
  drop(hashes: readonly string[]): Promise<void>
}

export function openReadContents({ io }: Surroundings, root: string): ReadContents {
  const folder = join(root, 'cache', 'imports')
  let isMade: Promise<unknown> | null = null
  const fileOf = (hash: string): string => join(folder, `${hash}.json`)

  async function write(hash: string, content: Content): Promise<void> {
    await (isMade ??= ensureFolder(io, root, 'cache', 'imports'))
    const text = JSON.stringify(content)
    // Not flushed: after a power cut its own hash tells whether it is whole.
    const handle = await io.open(fileOf(hash), 'wx')
    try {
      await writeAll(io, handle, Buffer.from(`${sha256(text)} ${text}`, 'utf8'))
    } finally {
      await io.close(handle)
    }
  }

  return {
    keep: async (hash, content) => {
      if (content.blocks.some(({ kind }) => kind === 'image')) return
      await write(hash, content).catch(() => undefined)
    },
    take: async (hash) => {
      try {
        const text = Buffer.from(await io.read(fileOf(hash))).toString('utf8')
        return text.slice(0, 64) === sha256(text.slice(65)) ? (JSON.parse(text.slice(65)) as Content) : null
      } catch {
        return null
      }
    },
    drop: async (hashes) => {
      for (const hash of hashes) await removeQuietly(io, fileOf(hash))
    },
  }
}

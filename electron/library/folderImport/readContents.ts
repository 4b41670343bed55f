/**
 * What was read of files that are not stored yet, in `cache/imports`: storing them need not read them once more (SPEC FOLDER-10). Only a cache: what is
 * missing or damaged, and whatever has pictures, is read again.
 */
import { join } from 'node:path'
import { sha256 } from '../../storage/generationFile'
import type { Surroundings } from '../../storage/generations'
import { removeTree } from '../../storage/folderTree'
import { ensureFolder, removeQuietly, writeAll } from '../../storage/publish'
import { errnoOf } from '../../storage/storageIo'
import type { ReportImport } from '../newReports'

type Content = ReportImport['content']

export interface ReadContents {
  /** Keeps what was read of the file with this SHA-256. Fails silently. */
  keep(hash: string, content: Content): Promise<void>
  take(hash: string): Promise<Content | null>
  drop(hashes: readonly string[]): Promise<void>
  /** Takes everything away. */
  clear(): Promise<void>
}

/** What another `program` read is no more known than what is damaged: its readers may have been worse. */
export function openReadContents({ io }: Surroundings, root: string, program: string): ReadContents {
  const folder = join(root, 'cache', 'imports')
  const fileOf = (hash: string): string => join(folder, `${hash}.json`)
  const mark = (text: string): string => sha256(`${program}\n${text}`)

  /** The folder may not be there yet, or no more; the name may be that of a file that is of no use. */
  async function openNew(hash: string): Promise<number> {
    try {
      return await io.open(fileOf(hash), 'wx')
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') await removeQuietly(io, fileOf(hash))
      else await ensureFolder(io, root, 'cache', 'imports')
      return io.open(fileOf(hash), 'wx')
    }
  }

  async function write(hash: string, content: Content): Promise<void> {
    const text = JSON.stringify(content)
    // Not flushed: after a power cut its own hash tells whether it is whole.
    const handle = await openNew(hash)
    try {
      await writeAll(io, handle, Buffer.from(`${mark(text)} ${text}`, 'utf8'))
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
        return text.slice(0, 64) === mark(text.slice(65)) ? (JSON.parse(text.slice(65)) as Content) : null
      } catch {
        return null
      }
    },
    drop: async (hashes) => {
      for (const hash of hashes) await removeQuietly(io, fileOf(hash))
    },
    clear: () => removeTree(io, folder).catch(() => undefined),
  }
}

/** The real disk. */
import { close, fsync, link, lstat, mkdir, open, readdir, readFile, rename, rmdir, stat, unlink, write } from 'node:fs'
import { promisify } from 'node:util'
import { errnoOf, type StorageIo } from './storageIo'

const openFile = promisify(open)
const flush = promisify(fsync)
const closeFile = promisify(close)
const linkFile = promisify(link)
const renameFile = promisify(rename)
const unlinkFile = promisify(unlink)
const listFolder = promisify(readdir)
const statPath = promisify(stat)
const statName = promisify(lstat)
const readBytes = promisify(readFile)
const makeFolder = promisify(mkdir)
const removeEmpty = promisify(rmdir)
/** Rights of new files; the system takes its own mask off. */
const rights = { private: 0o600, shared: 0o666 } as const
/** What folders answer where they cannot be flushed; on Windows any answer means that. */
const cannotFlush: readonly string[] = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** Calls to the disk through Node. `platform` is `process.platform`. */
export function nodeStorageIo(platform: string): StorageIo {
  return {
    open: (path, flags, access = 'private') => openFile(path, flags, rights[access]),
    write: (handle, bytes) => new Promise((resolve, reject) => write(handle, bytes, (error, written) => (error ? reject(error) : resolve(written)))),
    fsync: (handle) => flush(handle),
    close: (handle) => closeFile(handle),
    link: (from, to) => linkFile(from, to),
    rename: (from, to) => renameFile(from, to),
    unlink: (path) => unlinkFile(path),
    readdir: (path) => listFolder(path),
    stat: async (path) => {
      const facts = await statPath(path)
      return { isFolder: facts.isDirectory(), isFile: facts.isFile(), bytes: facts.size, modified: facts.mtimeMs }
    },
    read: (path) => readBytes(path),
    kindOf: async (path) => {
      const facts = await statName(path)
      return facts.isSymbolicLink() ? 'link' : facts.isDirectory() ? 'folder' : facts.isFile() ? 'file' : 'other'
    },
    mkdir: (path) => makeFolder(path),
    removeFolder: (path) => removeEmpty(path),
    flushDirectory: (path) => flushFolder(path, platform),
  }
}

async function flushFolder(path: string, platform: string): Promise<'flushed' | 'unsupported'> {
  if (platform === 'win32') return 'unsupported'
  const handle = await openFile(path, 'r')
  try {
    await flush(handle)
    return 'flushed'
  } catch (error) {
    if (cannotFlush.includes(errnoOf(error))) return 'unsupported'
    throw error
  } finally {
    await closeFile(handle)
  }
}

/** Every file below a folder that the clerk chose (SPEC FOLDER-1): links are not followed, and what is passed over is named. */
import { isAbsolute, join, relative } from 'node:path'
import type { SkipReason } from '../../../shared/ipc/folderImportContract'
import type { AppError } from '../../../shared/base/errors'
import { errnoToAppError } from '../../storage/errnoToAppError'
import type { StorageIo } from '../../storage/storageIo'

/** One name below the folder; `path` is relative, with `/`. A file with neither `skip` nor `error` is to be read. */
export interface WalkedFile {
  readonly path: string
  readonly bytes: number
  /** Milliseconds; compared for equality, and for which of two copies is newer. */
  readonly modified: number
  readonly skip?: SkipReason
  readonly error?: AppError
}

/** More files are not read in one import; deeper folders neither. */
export const mostFiles = 5000
const deepest = 32
/** Names beyond {@link mostFiles} are still listed, so that they can be told, up to so many; then the folder where that was reached is told. */
export const mostNamed = 20_000

const systemNames: readonly string[] = ['thumbs.db', 'desktop.ini', 'ehthumbs.db', 'icon\r', 'autorun.inf']
const systemFolders: readonly string[] = ['$recycle.bin', 'system volume information', '__macosx', 'recycler', 'lost+found', '.git']
/** Made for programs, not for people, though some of it would read as text. */
const programs = /\.(?:exe|dll|com|bat|cmd|msi|scr|lnk|url|sys|vbs|vbe|ps1|reg|jar|apk|js|jse|wsf|hta|cpl|ocx|so|dylib|ini|tmp|log|db|mdb|accdb|sqlite|sql|json|csv|tsv|ya?ml|cfg|conf|css|py|ts|lock)$/i
const lockFiles = /^(?:~\$|\.~lock\.|~WRL\d)/i

export async function walkFolder(io: Pick<StorageIo, 'readdir' | 'kindOf' | 'stat'>, root: string, dataFolder: string): Promise<readonly WalkedFile[]> {
  const found: WalkedFile[] = []
  let wanted = 0
  let isFull = false
  const pass = (path: string, skip: SkipReason): void => { found.push({ path, bytes: 0, modified: 0, skip }) }

  async function walk(at: string, depth: number): Promise<void> {
    for (const name of [...await io.readdir(join(root, at))].sort()) {
      if (isFull) return
      if (found.length >= mostNamed) {
        isFull = true
        return pass(at === '' ? '.' : at, 'notListed')
      }
      const path = at === '' ? name : `${at}/${name}`
      try {
        await take(path, name, depth)
      } catch (error) {
        found.push({ path, bytes: 0, modified: 0, error: errnoToAppError(error, { name }) })
      }
    }
  }

  async function take(path: string, name: string, depth: number): Promise<void> {
    const full = join(root, path)
    const kind = await io.kindOf(full)
    if (kind === 'link' || kind === 'other') return pass(path, 'link')
    if (kind === 'folder') {
      if (full === dataFolder) return pass(path, 'dataFolder')
      if (systemFolders.includes(name.toLowerCase())) return pass(path, 'systemFile')
      if (name.startsWith('.')) return pass(path, 'hidden')
      return depth >= deepest ? pass(path, 'tooDeep') : walk(path, depth + 1)
    }
    if (lockFiles.test(name)) return pass(path, 'lockFile')
    if (systemNames.includes(name.toLowerCase())) return pass(path, 'systemFile')
    if (name.startsWith('.')) return pass(path, 'hidden')
    if (programs.test(name)) return pass(path, 'program')
    const { bytes, modified } = await io.stat(full)
    if (bytes === 0) return pass(path, 'empty')
    wanted += 1
    if (wanted > mostFiles) return pass(path, 'tooMany')
    found.push({ path, bytes, modified })
  }

  const below = relative(dataFolder, root)
  const isOurs = below === '' || (!below.startsWith('..') && !isAbsolute(below))
  if (isOurs) pass('.', 'dataFolder')
  else await walk('', 1)
  return found
}

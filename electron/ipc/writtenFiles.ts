/** Files written for the clerk: the path stays here, the window gets a token (SPEC IPC-6). */
import { basename, dirname } from 'node:path'
import type { NewId } from '../../shared/base/ids'

export interface WrittenFiles {
  /** What the window may know of the file. */
  readonly note: (path: string) => { readonly fileName: string; readonly folderName: string; readonly token: string }
  readonly pathOf: (token: string) => string | undefined
}

export function rememberWrittenFiles(newId: NewId): WrittenFiles {
  const paths = new Map<string, string>()
  return {
    note: (path) => {
      const token = newId()
      paths.set(token, path)
      return { fileName: basename(path), folderName: basename(dirname(path)), token }
    },
    pathOf: (token) => paths.get(token),
  }
}

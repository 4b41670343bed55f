import { resolve } from 'node:path'
import { readSheet, readSource } from '../../electron/import/readers'
import { runCommandLine } from '../../electron/cli/runCommandLine'
import { realSurroundings } from '../../electron/storage/surroundings'
import { countingIds } from '../../shared/base/ids'

/** The command line in this process, in a folder: what it ends with and writes. */
export async function runIn(folder: string, argv: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = ''
  let err = ''
  const code = await runCommandLine(argv, {
    write: (part) => { out += part }, complain: (part) => { err += part },
    surroundings: realSurroundings(process.platform), newId: countingIds(), read: readSource, readSheet, resolve: (path) => resolve(folder, path), environment, version: '0.0.0',
  })
  return { code, out, err }
}

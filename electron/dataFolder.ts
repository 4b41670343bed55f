/** Where everything is stored: `--data DIR`, `ANDU_DATA`, or `data` inside the program's own folder (SPEC CLI-4). */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

export interface Folders {
  /** What Chromium keeps; one for each data folder, so that the single instance is single by data folder. */
  readonly profile: string
  readonly data: string
  readonly logs: string
}

export function chooseFolders(options: { readonly argv: readonly string[]; readonly environment: NodeJS.ProcessEnv; readonly userData: string }): Folders {
  const chosen = dataArgument(options.argv) ?? (options.environment['ANDU_DATA'] || undefined)
  if (chosen === undefined) return { profile: options.userData, data: join(options.userData, 'data'), logs: join(options.userData, 'logs') }
  const data = resolve(chosen)
  const profile = join(options.userData, 'elsewhere', createHash('sha256').update(data).digest('hex').slice(0, 16))
  return { profile, data, logs: join(profile, 'logs') }
}

/** `--data DIR` or `--data=DIR`; undefined if it is not there. */
function dataArgument(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--data')
  const next = at === -1 ? undefined : argv[at + 1]
  const joined = argv.find((argument) => argument.startsWith('--data='))?.slice('--data='.length)
  return next || joined || undefined
}

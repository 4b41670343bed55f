/** `archive ACTION`: backups, restoring and packages on the command line; one row for every action. */
import { fail } from '../../shared/base/result'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import type { Run } from './world'

const actions: Readonly<Record<string, Run>> = {
  backup: async (given, world) => (await import('./backupCommand')).runBackup(given, world),
  restore: async (given, world) => (await import('./backupCommand')).runRestore(given, world),
  drill: async (given, world) => (await import('./backupCommand')).runDrillCommand(given, world),
}

export const runArchive: Run = async (given, world) => {
  const [action = ''] = given.words
  const run = Object.entries(actions).find(([name]) => name === action)?.[1]
  if (run === undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.unknownCommand, { word: `archive ${action}` }) })
  return run({ ...given, words: given.words.slice(1) }, world)
}

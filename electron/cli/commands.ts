/** The commands, one row each (SPEC CLI-1): what each takes and what it does. */
import { succeed } from '../../shared/base/result'
import { cliText } from '../../shared/text/cli'
import { runCompare } from './compareCommand'
import { runConform } from './conformCommand'
import { exitCodes } from './exitCodes'
import { runExport } from './exportCommand'
import { runImport, runLibrary } from './libraryCommands'
import { runOutline, runText } from './outlineCommand'
import { runRedline } from './redlineCommand'
import { runReview } from './reviewCommand'
import type { CommandShape } from './parseArguments'
import type { Run } from './world'

interface Command {
  readonly shape: CommandShape
  readonly run: Run
}

export const commands = {
  outline: { shape: { options: { '--json': 'flag', '--skeleton': 'flag' }, words: [1, 1] }, run: runOutline },
  text: { shape: { options: {}, words: [1, 1] }, run: runText },
  export: { shape: { options: { '--output': 'value', '--data': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [1, 1] }, run: runExport },
  compare: { shape: { options: { '--data': 'value', '--json': 'flag' }, words: [2, 2] }, run: runCompare },
  redline: { shape: { options: { '--output': 'value', '--author': 'value', '--data': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [2, 2] }, run: runRedline },
  review: { shape: { options: { '--accept': 'value', '--output': 'value', '--data': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [2, 2] }, run: runReview },
  conform: { shape: { options: { '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [1, 1000] }, run: runConform },
  import: { shape: { options: { '--year': 'value', '--data': 'value', '--json': 'flag' }, words: [1, 1000] }, run: runImport },
  library: { shape: { options: { '--data': 'value', '--json': 'flag' }, words: [1, 1] }, run: runLibrary },
  help: {
    shape: { options: {}, words: [0, 1] },
    run: async (_, world) => {
      world.write(cliText.usage)
      return succeed(exitCodes.done)
    },
  },
  version: {
    shape: { options: {}, words: [0, 0] },
    run: async (_, world) => {
      world.write(`${cliText.name} ${world.version}\n`)
      return succeed(exitCodes.done)
    },
  },
} as const satisfies Record<string, Command>

/** The commands, one row each (SPEC CLI-1): what each takes and what it does. Each is loaded when it is called, with what it alone needs. */
import { succeed } from '../../shared/base/result'
import { cliText } from '../../shared/text/cli'
import { exitCodes } from './exitCodes'
import type { Command } from './world'

export const commands = {
  outline: {
    shape: { options: { '--json': 'flag', '--skeleton': 'flag' }, words: [1, 1] },
    run: async (given, world) => (await import('./outlineCommand')).runOutline(given, world),
  },
  text: {
    shape: { options: { '--json': 'flag' }, words: [1, 1] },
    run: async (given, world) => (await import('./outlineCommand')).runText(given, world),
  },
  clean: {
    shape: { options: { '--output': 'value', '--data': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [1, 1] },
    run: async (given, world) => (await import('./cleanCommand')).runClean(given, world),
  },
  export: {
    shape: { options: { '--output': 'value', '--data': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [1, 1] },
    run: async (given, world) => (await import('./exportCommand')).runExport(given, world),
  },
  compare: {
    shape: { options: { '--data': 'value', '--json': 'flag' }, words: [2, 2] },
    run: async (given, world) => (await import('./compareCommand')).runCompare(given, world),
  },
  redline: {
    shape: { options: { '--output': 'value', '--author': 'value', '--data': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [2, 2] },
    run: async (given, world) => (await import('./redlineCommand')).runRedline(given, world),
  },
  review: {
    shape: { options: { '--accept': 'value', '--output': 'value', '--data': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [2, 2] },
    run: async (given, world) => (await import('./reviewCommand')).runReview(given, world),
  },
  conform: {
    shape: { options: { '--output': 'value', '--json': 'flag' }, shorts: { '-o': '--output' }, words: [1, 1000] },
    run: async (given, world) => (await import('./conformCommand')).runConform(given, world),
  },
  import: {
    shape: { options: { '--year': 'value', '--data': 'value', '--report': 'value', '--dry-run': 'flag', '--json': 'flag' }, words: [1, 1000] },
    run: async (given, world) => (await import('./importCommand')).runImport(given, world),
  },
  library: {
    shape: { options: { '--data': 'value', '--json': 'flag' }, words: [1, 1] },
    run: async (given, world) => (await import('./libraryCommands')).runLibrary(given, world),
  },
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

/** From words to an exit code: one message on failure, never a stack (SPEC CLI-1 … CLI-3). */
import { AppFailure } from '../../shared/base/errors'
import { assertNever } from '../../shared/base/invariant'
import { cliText } from '../../shared/text/cli'
import { errorMessage, fillPlaces } from '../../shared/text/errors'
import { archiveCommands } from './archiveCommand'
import { commands } from './commands'
import { exitCodeOf, exitCodes, type ExitCode } from './exitCodes'
import { parseArguments, type ArgumentFault } from './parseArguments'
import type { Command, Refusal, World } from './world'

const aliases: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help', '--version': 'version', '-v': 'version' }

/** Runs one command line. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<ExitCode> {
  const { name, typed, command, rest } = findCommand(argv)
  if (command === undefined) return refuse(world, { kind: 'usage', message: fillPlaces(cliText.unknownCommand, { word: typed }) })
  const given = parseArguments(rest, command.shape)
  if (!given.ok) return refuse(world, { kind: 'usage', message: faultMessage(given.error, name) })
  try {
    const result = await command.run(given.value, world)
    return result.ok ? result.value : refuse(world, result.error)
  } catch (reason) {
    return refuse(world, { kind: 'failure', error: reason instanceof AppFailure ? reason.error : { code: 'internal' } })
  }
}

/** The command of the first word; under `archive` that of the second. */
function findCommand([typed = 'help', ...rest]: readonly string[]): { readonly name: string; readonly typed: string; readonly command: Command | undefined; readonly rest: readonly string[] } {
  if (typed === 'archive') {
    const [second = '', ...others] = rest
    return { name: `archive ${second}`, typed: `archive ${second}`.trim(), command: rowOf(archiveCommands, second), rest: others }
  }
  const name = aliases[typed] ?? typed
  return { name, typed, command: rowOf(commands, name), rest }
}

function rowOf(table: Readonly<Record<string, Command>>, name: string): Command | undefined {
  return Object.entries(table).find(([each]) => each === name)?.[1]
}

function refuse(world: World, refusal: Refusal): ExitCode {
  if (refusal.kind === 'usage') {
    world.complain(`andu: ${refusal.message}${cliText.seeHelp}\n`)
    return exitCodes.usage
  }
  const { found, advice } = errorMessage(refusal.error)
  world.complain(`andu: ${found}${advice}\n`)
  return exitCodeOf(refusal.error.code)
}

function faultMessage(fault: ArgumentFault, command: string): string {
  switch (fault.kind) {
    case 'unknownOption': return fillPlaces(cliText.unknownOption, { command, option: fault.option })
    case 'missingValue': return fillPlaces(cliText.missingValue, { option: fault.option })
    case 'unexpectedValue': return fillPlaces(cliText.unexpectedValue, { option: fault.option })
    case 'twice': return fillPlaces(cliText.twice, { option: fault.option })
    case 'tooFewWords': return fillPlaces(cliText.tooFewWords, { command })
    case 'tooManyWords': return fillPlaces(cliText.tooManyWords, { word: fault.word })
    default: return assertNever(fault)
  }
}

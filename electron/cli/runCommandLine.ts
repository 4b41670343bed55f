/** From words to an exit code: one message on failure, never a stack (SPEC CLI-1 … CLI-3). */
import { AppFailure } from '../../shared/base/errors'
import { assertNever } from '../../shared/base/invariant'
import { cliText } from '../../shared/text/cli'
import { errorMessage, fillPlaces } from '../../shared/text/errors'
import { commands } from './commands'
import { exitCodeOf, exitCodes, type ExitCode } from './exitCodes'
import { parseArguments, type ArgumentFault } from './parseArguments'
import type { Refusal, World } from './world'

const aliases: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help', '--version': 'version', '-v': 'version' }

/** Runs one command line. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<ExitCode> {
  const [typed = 'help', ...rest] = argv
  const name = aliases[typed] ?? typed
  const command = Object.entries(commands).find(([each]) => each === name)?.[1]
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

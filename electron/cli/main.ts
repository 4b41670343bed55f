/** The composition root of the command line: plain Node, the real disk, the real clock. */
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { cliText } from '../../shared/text/cli'
import { errorMessage } from '../../shared/text/errors'
import type { SourceReading } from '../reading/createReader'
import { errnoToAppError } from '../storage/errnoToAppError'
import { realSurroundings } from '../storage/surroundings'
import { askPassphrase } from './askPassphrase'
import { exitCodes } from './exitCodes'
import { runCommandLine } from './runCommandLine'

declare const ANDU_VERSION: string

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`andu … | head`) is no failure of ours.
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
  const { found, advice } = errorMessage(errnoToAppError(error))
  process.stderr.write(`andu: ${found}${advice}\n`)
  process.exit(exitCodes.unwritable)
})
// What nobody can be told changes nothing in what became of the command.
process.stderr.on('error', () => undefined)

/** Loaded by the commands that read a file from outside. */
let reading: SourceReading | null = null

async function reader(): Promise<SourceReading> {
  const { openThreadReader } = await import('./threadReading')
  reading ??= openThreadReader(join(__dirname, 'electron', 'reading.cjs'))
  return reading
}

void runCommandLine(process.argv.slice(2), {
  write: (text) => { process.stdout.write(text) },
  complain: (text) => { process.stderr.write(text) },
  surroundings: realSurroundings(process.platform),
  newId: () => randomBytes(9).toString('base64url'),
  read: async (bytes, name, signal) => (await reader()).read(bytes, name, signal),
  readSheet: async (bytes, name, choices, signal) => (await reader()).readSheet(bytes, name, choices, signal),
  resolve: (path) => resolve(path),
  environment: process.env,
  version: ANDU_VERSION,
  askPassphrase: () => askPassphrase(process.stdin, process.stderr, cliText.askPassphrase),
}).then((code) => {
  process.exitCode = code
  reading?.close()
})

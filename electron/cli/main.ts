/** The composition root of the command line: plain Node, the real disk, the real clock. */
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { cliText } from '../../shared/text/cli'
import type { SourceReading } from '../reading/createReader'
import { realSurroundings } from '../storage/surroundings'
import { askPassphrase } from './askPassphrase'
import { runCommandLine } from './runCommandLine'

declare const ANDU_VERSION: string

// A reader that has seen enough (`andu … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 9))

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

/** `redline OLD NEW -o OUT.docx`: the changes from one version to the other as tracked changes of a Word file (SPEC REDLINE-4). */
import { fail, succeed } from '../../shared/base/result'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { exportRedline } from '../export/exportRedline'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import { readReport } from './readReport'
import type { Run } from './world'

export const runRedline: Run = async (given, world) => {
  const [older = '', newer = ''] = given.words
  const output = given.values['--output']
  if (output === undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.missingOption, { command: 'redline', option: '-o' }) })
  if (!/[^./\\]\.docx$/i.test(output)) return fail({ kind: 'usage', message: fillPlaces(cliText.notWord, { value: output }) })
  const same = [older, newer].find((word) => world.resolve(word) === world.resolve(output))
  if (same !== undefined) return fail({ kind: 'usage', message: fillPlaces(cliText.sameFile, { value: same }) })
  const before = await readReport('redline', older, given, world, 'a')
  if (!before.ok) return before
  const after = await readReport('redline', newer, given, world, 'b')
  if (!after.ok) return after
  const at = new Date(world.surroundings.clock()).toISOString().replace(/\.\d+/, '')
  const file = await exportRedline(before.value, after.value, { author: given.values['--author'] ?? cliText.name, at })
  const written = await writeOut(world.resolve(output), file.bytes, world.surroundings)
  if (!written.ok) return fail({ kind: 'failure', error: written.error })
  world.write(given.flags.has('--json')
    ? `${JSON.stringify({ path: written.value.path, bytes: file.bytes.length, changes: file.changes }, null, 2)}\n`
    : `${[fillPlaces(cliText.written, { name: output }), ...file.changes].join('\n')}\n`)
  return succeed(exitCodes.done)
}

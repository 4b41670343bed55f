/** `archive log --data DIR [-o FILE] [--json]`: the log of actions, verified (SPEC LOG-6). It ends with 1 if an entry is damaged, missing or does not fit. */
import { fail, succeed } from '../../shared/base/result'
import { actionLogText as words } from '../../shared/text/actionLog'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import { withLibrary } from './withLibrary'
import type { Run } from './world'

export const runLog: Run = (given, world) => withLibrary('archive log', given, world, async (library) => {
  const read = await library.readLog({ most: Number.MAX_SAFE_INTEGER })
  if (!read.ok) return fail({ kind: 'failure', error: read.error })
  const { entries, problems, head, total } = read.value
  const output = given.values['--output']
  if (output !== undefined) {
    const whole = await library.writeLog()
    if (!whole.ok) return fail({ kind: 'failure', error: whole.error })
    const written = await writeOut(world.resolve(output), new TextEncoder().encode(whole.value.text), world.surroundings)
    if (!written.ok) return fail({ kind: 'failure', error: written.error })
  }
  const oldestFirst = [...entries].reverse()
  if (given.flags.has('--json')) world.write(`${JSON.stringify({ entries: oldestFirst, problems, head }, null, 2)}\n`)
  else {
    for (const { number, time, action, report = '', detail = '' } of oldestFirst) world.write(`${[number, time, Object.entries(words.actions).find(([id]) => id === action)?.[1] ?? action, report, detail].join('\t')}\n`)
    for (const { number, kind } of problems) world.write(`${fillPlaces(words.problems[kind], { number })}\n`)
    world.write(`${problems.length > 0 ? fillPlaces(words.broken, { count: problems.length, places: problems.map(({ number }) => number).join('、') }) : total === 0 ? words.empty : fillPlaces(words.sound, { count: total })}\n`)
    if (head !== null) world.write(`${words.head}\t${head.code}\n`)
    if (output !== undefined) world.write(`${fillPlaces(cliText.written, { name: output })}\n`)
  }
  return succeed(problems.length > 0 ? exitCodes.findings : exitCodes.done)
})

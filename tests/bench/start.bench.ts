/** From the double click to a library that can be used, beside an Electron that only says hello. */
import { join } from 'node:path'
import { inFolder, start, type Started } from './electron'
import { summary } from './measure'
import type { Outcome } from './result'

/** Each program keeps its folder: the first start, which makes everything, is not counted. */
export function benchStart(isQuick: boolean): Promise<Outcome> {
  return inFolder((folder) => benchIn(folder, isQuick))
}

async function benchIn(folder: string, isQuick: boolean): Promise<Outcome> {
  const ours: Times[] = []
  const hello: Times[] = []
  const twice: number[] = []
  for (let turn = -1; turn < (isQuick ? 4 : 9); turn += 1) {
    const own = await timeStart('.', join(folder, 'andu'))
    const anchor = await timeStart('tests/bench/anchors/window', join(folder, 'hello'), 'hello.html')
    const again = await timeStart('.', join(folder, 'andu'))
    if (turn < 0) continue
    ours.push(own)
    hello.push(anchor)
    twice.push(own.painted + again.painted)
  }
  const painted = summary('painted', ours.map((each) => each.painted))
  return {
    rows: [
      { metric: 'start to first picture', subject: painted, anchor: summary('hello Electron', hello.map((each) => each.painted)), goal: { most: 1.3 } },
      { metric: 'start to usable', subject: summary('usable', ours.map((each) => each.usable)), anchor: summary('hello Electron', hello.map((each) => each.usable)), goal: { most: 1.3 }, note: 'seen from outside' },
    ],
    controls: [{ name: 'a start that happens twice', ratio: summary('', twice).best / painted.best, least: 1.5 }],
    left: [],
  }
}

type Times = Pick<Started, 'painted' | 'usable'>

async function timeStart(program: string, userData: string, page?: string): Promise<Times> {
  const { app, painted, usable } = await start(program, page === undefined ? { userData } : { userData, page })
  await app.close()
  return { painted, usable }
}

/** From the double click to a library that can be used, beside an Electron that only says hello. */
import { inFolder, start } from './electron'
import { summary } from './measure'
import type { Outcome } from './result'

export async function benchStart(isQuick: boolean): Promise<Outcome> {
  const ours: number[] = []
  const hello: number[] = []
  const slow: number[] = []
  for (let turn = 0; turn < (isQuick ? 4 : 9); turn += 1) {
    const own = await timeStart('.')
    const anchor = await timeStart('tests/bench/anchors/window', 'hello.html')
    const again = await timeStart('.')
    if (turn === 0) continue
    ours.push(own)
    hello.push(anchor)
    slow.push(own + again)
  }
  const subject = summary('Andu', ours)
  return {
    rows: [{ metric: 'start to usable', subject, anchor: summary('hello Electron', hello), goal: { most: 1.3 } }],
    controls: [{ name: 'a start that happens twice', ratio: summary('', slow).median / subject.median, least: 1.5 }],
    left: [],
  }
}

function timeStart(folder: string, page?: string): Promise<number> {
  return inFolder(async (userData) => {
    const started = await start(folder, page === undefined ? { userData } : { userData, page })
    await started.app.close()
    return started.milliseconds
  })
}

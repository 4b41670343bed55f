/** Reading in a process of Electron's (SPEC READ-1): the only other program that this one starts, and only its own file. */
import { app, utilityProcess } from 'electron'
import { limits } from '../import/limits'
import type { StartReading } from '../reading/readingProcess'

/** Starts `program`, a file of our own. It inherits no environment; Windows needs one name of it. */
export function forkReading(program: string): StartReading {
  return ({ onAnswer, onEnd }) => {
    const environment = { ANDU_READING: '1', ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }) }
    const heap = Math.round(limits.process.heap / 1024 / 1024)
    // The heap's limit counts as a flag of V8 only; `--max-old-space-size` itself is not heard here.
    const child = utilityProcess.fork(program, [], { env: environment, execArgv: [`--js-flags=--max-old-space-size=${heap}`], stdio: 'ignore', serviceName: 'andu-reading' })
    child.on('message', onAnswer)
    child.on('exit', () => onEnd('ended'))
    return {
      send: (request) => child.postMessage(request),
      memory: () => {
        const metric = child.pid === undefined ? undefined : app.getAppMetrics().find(({ pid }) => pid === child.pid)
        return metric === undefined ? null : metric.memory.workingSetSize * 1024
      },
      kill: () => { child.kill() },
    }
  }
}

/** Reading in a thread of its own (SPEC READ-6): the command line runs in plain Node and starts no program. */
import { memoryUsage } from 'node:process'
import { Worker } from 'node:worker_threads'
import { limits } from '../import/limits'
import { createReader, type SourceReading } from '../reading/createReader'
import type { StartReading } from '../reading/readingProcess'

/** A thread shares its memory with the command itself, so it is looked at more often than a process. */
const watchEvery = 50

/** Reads with `program`, a file of our own. */
export function openThreadReader(program: string): SourceReading {
  return createReader(threadReading(program), { watchEvery })
}

/** Starts a thread without an environment. */
export function threadReading(program: string): StartReading {
  return ({ onAnswer, onEnd }) => {
    const before = memoryUsage.rss()
    const worker = new Worker(program, { env: {}, resourceLimits: { maxOldGenerationSizeMb: Math.round(limits.process.heap / 1024 / 1024) } })
    let isFull = false
    worker.on('message', onAnswer)
    worker.on('error', (reason: NodeJS.ErrnoException) => { isFull = reason.code === 'ERR_WORKER_OUT_OF_MEMORY' })
    worker.on('exit', () => onEnd(isFull ? 'memory' : 'ended'))
    return {
      send: (request) => worker.postMessage(request),
      // A thread has no memory of its own to look at: what the whole process has taken since the thread began.
      memory: () => memoryUsage.rss() - before,
      kill: () => { void worker.terminate() },
    }
  }
}

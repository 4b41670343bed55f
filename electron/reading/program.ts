/**
 * The program that reads files from outside (SPEC READ-1): bytes come in, a plain value goes out. It holds no module of the disk nor of a network, and
 * runs as a process of Electron's in the window's program and as a thread in the command line.
 */
import { parentPort } from 'node:worker_threads'
import { answerRead } from './answerRead'
import type { ReadAnswer, ReadRequest } from './readingProcess'

/** Electron's end of the line to its utility process; its messages are wrapped. */
interface ElectronPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => unknown
  readonly postMessage: (answer: ReadAnswer) => void
}

// Nothing that was parsed may change what every object inherits.
Object.freeze(Object.prototype)

const electronPort = (process as unknown as { readonly parentPort?: ElectronPort }).parentPort
if (electronPort !== undefined) {
  electronPort.on('message', ({ data }) => { void answerRead(data as ReadRequest).then((answer) => electronPort.postMessage(answer)) })
} else {
  parentPort?.on('message', (request: ReadRequest) => { void answerRead(request).then((answer) => parentPort?.postMessage(answer)) })
}

/**
 * Reads files from outside in processes of their own (SPEC READ-3): at most two at a time, each under a deadline and a watch of its memory. One that
 * failed is never used again, nor one that has read much; one that waits in vain ends, so that nothing runs while nothing is imported.
 */
import type { AppError } from '../../shared/base/errors'
import { fail, type Result } from '../../shared/base/result'
import { limits } from '../import/limits'
import { tooLargeFile, type FileReaders } from '../import/readers'
import type { EndReason, ReadingProcess, Readings, StartReading, Wanted } from './readingProcess'
import { readAnswer } from './sourceSchema'

export interface SourceReading extends FileReaders {
  /** Ends all processes; what is being read is cancelled. */
  readonly close: () => void
}

type Bounds = Readonly<Record<keyof typeof limits.process, number>>

interface Job {
  readonly bytes: Uint8Array
  readonly wanted: Wanted
  readonly settle: (result: Result<Readings[keyof Readings]>) => void
}

/** A process and what it has done so far. */
interface Seat {
  process: ReadingProcess | null
  job: Job | null
  id: number
  /** The most memory that was seen while it read. */
  held: number
  timers: ReturnType<typeof setTimeout>[]
}

export function createReader(start: StartReading, given: Partial<Bounds> = {}): SourceReading {
  const bounds: Bounds = { ...limits.process, ...given }
  const seats = new Set<Seat>()
  const waiting: Job[] = []
  let isClosed = false

  function next(): void {
    const [job] = waiting
    if (job === undefined) return
    const free = [...seats].find((each) => each.job === null)
    if (free === undefined && seats.size >= bounds.atOnce) return
    waiting.shift()
    const seat = free ?? take()
    if (seat !== null) return begin(seat, job)
    job.settle(fail({ code: 'readBroken', detail: { reason: 'start' } }))
    next()
  }

  /** Null if no process can be started at all. */
  function take(): Seat | null {
    const seat: Seat = { process: null, job: null, id: 0, held: 0, timers: [] }
    try {
      seat.process = start({ onAnswer: (answer) => hear(seat, answer), onEnd: (reason) => lose(seat, reason) })
    } catch {
      return null
    }
    seats.add(seat)
    return seat
  }

  function begin(seat: Seat, job: Job): void {
    rest(seat)
    seat.job = job
    seat.id += 1
    seat.timers = [
      setTimeout(() => stop(seat, { code: 'readTooSlow', detail: { seconds: Math.round(bounds.deadline / 1000) } }), bounds.deadline),
      setInterval(() => {
        seat.held = Math.max(seat.held, seat.process?.memory() ?? 0)
        if (seat.held > bounds.memory) stop(seat, { code: 'readTooHungry' })
      }, bounds.watchEvery),
    ]
    seat.process?.send({ id: seat.id, wanted: job.wanted, bytes: ownBytes(job.bytes) })
  }

  function hear(seat: Seat, message: unknown): void {
    if (!seats.has(seat)) return
    const answer = seat.job === null ? null : readAnswer(message, seat.job.wanted.kind)
    if (answer === null || answer.id !== seat.id) return stop(seat, { code: 'readBroken', detail: { reason: 'answer' } })
    if (!answer.result.ok && answer.result.error.code === 'readBroken') return stop(seat, answer.result.error)
    const { job } = seat
    seat.job = null
    rest(seat)
    if (seat.id >= bounds.files || (seat.process?.memory() ?? 0) > bounds.resident) drop(seat)
    else seat.timers = [setTimeout(() => drop(seat), bounds.idle)]
    job?.settle(answer.result)
    next()
  }

  /** The process ended by itself: its heap was full, or its program broke. */
  function lose(seat: Seat, reason: EndReason): void {
    if (seats.has(seat)) stop(seat, reason === 'memory' || seat.held > bounds.heap ? { code: 'readTooHungry' } : { code: 'readBroken', detail: { reason: 'ended' } })
  }

  function stop(seat: Seat, error: AppError): void {
    const { job } = seat
    drop(seat)
    job?.settle(fail(error))
    next()
  }

  function drop(seat: Seat): void {
    rest(seat)
    seat.job = null
    if (seats.delete(seat)) seat.process?.kill()
  }

  async function ask<Asked extends Wanted>(wanted: Asked, bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Result<Readings[Asked['kind']]>> {
    const refused = tooLargeFile(bytes, name)
    if (refused !== null) return fail(refused)
    if (isClosed || signal?.aborted === true) return fail({ code: 'cancelled' })
    const result = await new Promise<Result<Readings[Asked['kind']]>>((resolve) => {
      const cancel = (): void => {
        const at = waiting.indexOf(job)
        if (at >= 0) waiting.splice(at, 1)
        const seat = [...seats].find((each) => each.job === job)
        if (seat === undefined) job.settle(fail({ code: 'cancelled' }))
        else stop(seat, { code: 'cancelled' })
      }
      const job: Job = { bytes, wanted, settle: (settled) => {
        signal?.removeEventListener('abort', cancel)
        // Only an answer to what was asked is settled.
        resolve(settled as Result<Readings[Asked['kind']]>)
      } }
      signal?.addEventListener('abort', cancel)
      waiting.push(job)
      next()
    })
    return result.ok ? result : fail({ ...result.error, detail: { ...result.error.detail, name } })
  }

  function close(): void {
    isClosed = true
    for (const job of waiting.splice(0)) job.settle(fail({ code: 'cancelled' }))
    for (const seat of seats) stop(seat, { code: 'cancelled' })
  }

  return {
    read: (bytes, name, signal) => ask({ kind: 'source' }, bytes, name, signal),
    readSheet: (bytes, name, choices = {}, signal = undefined) => ask({ kind: 'sheet', choices }, bytes, name, signal),
    close,
  }
}

/** Ends the timers of a seat. */
function rest(seat: Seat): void {
  for (const timer of seat.timers) clearTimeout(timer)
  seat.timers = []
}

/** A view into a larger piece of memory would take all of it along. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength && bytes.constructor === Uint8Array ? bytes : Uint8Array.from(bytes)
}

import { randomBytes } from 'node:crypto'
import type { Surroundings } from './generations'
import { nodeStorageIo } from './nodeStorageIo'
import { patienceOf } from './patience'

/** The real disk, clock and chance, for the composition roots. `platform` is `process.platform`. */
export function realSurroundings(platform: string): Surroundings {
  return { io: nodeStorageIo(platform), clock: () => Date.now(), randomName: () => randomBytes(6).toString('hex'), patience: patienceOf(platform) }
}

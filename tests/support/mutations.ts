import { ImportRefusal } from '../../electron/import/refusal'

/** Numbers from 0 to 1, always the same for a seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const awkward = [0, 0x0a, 0x22, 0x23, 0x26, 0x2f, 0x3c, 0x3d, 0x3e, 0x5c, 0x7b, 0x7d, 0x80, 0xff]

/** The bytes with some of them changed, cut, doubled or moved. */
function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  let result = Uint8Array.from(bytes)
  const times = 1 + Math.floor(next() * 6)
  for (let time = 0; time < times && result.length > 0; time += 1) {
    const at = Math.floor(next() * result.length)
    const length = 1 + Math.floor(next() * 40)
    const kind = Math.floor(next() * 5)
    if (kind === 0) result[at] = Math.floor(next() * 256)
    else if (kind === 1) result[at] = awkward[Math.floor(next() * awkward.length)] ?? 0
    else if (kind === 2) result = Uint8Array.from([...result.subarray(0, at), ...result.subarray(at + length)])
    else if (kind === 3) result = Uint8Array.from([...result.subarray(0, at), ...result.subarray(at, at + length), ...result.subarray(at)])
    else result = result.subarray(0, Math.max(1, at))
  }
  return result
}

/** Runs a reader over so many changed seeds; tells those that ended in anything but a document or a refusal. The same every time. */
export function onlyRefusals(seeds: readonly (readonly [name: string, bytes: Uint8Array])[], read: (bytes: Uint8Array) => unknown, count: number): readonly string[] {
  const told: string[] = []
  for (let round = 0; round < count && told.length < 5; round += 1) {
    const [name, bytes] = seeds[round % seeds.length] ?? ['', new Uint8Array()]
    try {
      read(mutated(bytes, numbers(round + 1)))
    } catch (reason) {
      if (!(reason instanceof ImportRefusal)) told.push(`${name}, round ${round}: ${String(reason)}`)
    }
  }
  return told
}

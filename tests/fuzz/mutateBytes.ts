/** Changes of a row of bytes that know nothing of its format. */
import { joinedBytes } from '../../shared/base/joinedBytes'
import type { Random } from './random'

/** Nothing grows beyond this: what is large is a matter of the hostile files. */
const largest = 24 * 1024

type Mutation = (bytes: Uint8Array, random: Random, from: { readonly tokens: readonly Uint8Array[]; readonly other: Uint8Array }) => Uint8Array

const boundaries = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

export const mutations: Readonly<Record<string, Mutation>> = {
  flipBit: (bytes, random) => changed(bytes, (copy) => { copy[random.below(copy.length)]! ^= 1 << random.below(8) }),
  setByte: (bytes, random) => changed(bytes, (copy) => { copy[random.below(copy.length)] = random.pick([0, 1, 9, 10, 13, 32, 0x22, 0x27, 0x3c, 0x3e, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xfe, 0xff, random.below(256)]) }),
  fillRun: (bytes, random) => changed(bytes, (copy) => {
    const from = random.below(copy.length)
    copy.fill(random.pick([0, 0xff, 0x20, random.below(256)]), from, from + 1 + random.below(32))
  }),
  integer: (bytes, random) => changed(bytes, (copy) => {
    const [size, value, at] = [random.pick([2, 4]), random.pick(boundaries), random.below(copy.length)]
    const isLittle = random.chance(0.75)
    for (let index = 0; index < size && at + index < copy.length; index += 1) copy[at + index] = (value / 256 ** (isLittle ? index : size - 1 - index)) & 0xff
  }),
  addToInteger: (bytes, random) => changed(bytes, (copy) => {
    const at = random.below(copy.length)
    copy[at] = copy[at]! + random.pick([1, -1, 2, -2, 16, 64])
  }),
  truncate: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  remove: (bytes, random) => {
    const from = random.below(bytes.length)
    return joinedBytes([bytes.subarray(0, from), bytes.subarray(from + 1 + random.below(random.chance(0.5) ? 8 : 256))])
  },
  repeat: (bytes, random) => {
    const from = random.below(bytes.length)
    const piece = bytes.subarray(from, from + 1 + random.below(128))
    const times = random.pick([1, 1, 2, 8, 64])
    return joinedBytes([bytes.subarray(0, from), ...Array.from({ length: times }, () => piece), bytes.subarray(from)])
  },
  insertToken: (bytes, random, { tokens }) => {
    const at = random.below(bytes.length + 1)
    return tokens.length === 0 ? bytes : joinedBytes([bytes.subarray(0, at), random.pick(tokens), bytes.subarray(at)])
  },
  overwriteToken: (bytes, random, { tokens }) => changed(bytes, (copy) => {
    const token = tokens.length === 0 ? new Uint8Array(1) : random.pick(tokens)
    copy.set(token.subarray(0, copy.length), random.below(Math.max(1, copy.length - token.length)))
  }),
  splice: (bytes, random, { other }) => joinedBytes([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1))]),
  swap: (bytes, random) => {
    const [a, b] = [random.below(bytes.length), random.below(bytes.length)].sort((one, two) => one - two) as [number, number]
    const middle = a + Math.floor((b - a) / 2)
    return joinedBytes([bytes.subarray(0, a), bytes.subarray(middle, b), bytes.subarray(a, middle), bytes.subarray(b)])
  },
}

const all = Object.values(mutations)

/** One to four changes, one after the other. */
export function mutateBytes(bytes: Uint8Array, random: Random, from: Parameters<Mutation>[2], most = 4): Uint8Array {
  let result = bytes
  for (let left = 1 + random.below(most); left > 0; left -= 1) {
    const next = result.length === 0 ? result : random.pick(all)(result, random, from)
    if (next.length <= largest) result = next
  }
  return result
}

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(bytes)
  change(copy)
  return copy
}

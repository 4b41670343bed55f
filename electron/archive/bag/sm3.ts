/**
 * SM3 (GB/T 32905-2016) in plain arithmetic: neither Electron nor Windows has it. A second digest beside SHA-256, so that a bag stays provable
 * should one of the two be broken; no claim of 密评 or 国密 conformity is made.
 */

const initial = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const
const blockBytes = 64
const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by))
/** T(j) already turned by j. */
const constants = Int32Array.from({ length: 64 }, (_, round) => turn(round < 16 ? 0x79cc4519 : 0x7a879d8a, round % 32))

/** SM3 of these bytes in lower-case hex. */
export function sm3(bytes: Uint8Array): string {
  const state = Int32Array.from(initial)
  const words = new Int32Array(68)
  const whole = bytes.length - (bytes.length % blockBytes)
  for (let start = 0; start < whole; start += blockBytes) mix(state, words, bytes, start)
  const rest = bytes.length - whole
  const tail = new Uint8Array(rest < 56 ? blockBytes : 2 * blockBytes)
  tail.set(bytes.subarray(whole))
  tail[rest] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(tail.length - 4, (bytes.length * 8) >>> 0)
  for (let start = 0; start < tail.length; start += blockBytes) mix(state, words, tail, start)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const at = (array: Int32Array | Uint8Array, index: number): number => array[index] as number

/** One block of 64 bytes. */
function mix(state: Int32Array, words: Int32Array, bytes: Uint8Array, start: number): void {
  for (let index = 0; index < 16; index += 1) {
    const from = start + index * 4
    words[index] = (at(bytes, from) << 24) | (at(bytes, from + 1) << 16) | (at(bytes, from + 2) << 8) | at(bytes, from + 3)
  }
  for (let index = 16; index < 68; index += 1) {
    const sum = at(words, index - 16) ^ at(words, index - 9) ^ turn(at(words, index - 3), 15)
    words[index] = sum ^ turn(sum, 15) ^ turn(sum, 23) ^ turn(at(words, index - 13), 7) ^ at(words, index - 6)
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let round = 0; round < 64; round += 1) {
    const turned = turn(a, 12)
    const first = turn((turned + e + at(constants, round)) | 0, 7)
    const word = at(words, round)
    const isEarly = round < 16
    const left = ((isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (first ^ turned) + (word ^ at(words, round + 4))) | 0
    const right = ((isEarly ? e ^ f ^ g : (e & f) | (~e & g)) + h + first + word) | 0
    d = c
    c = turn(b, 9)
    b = a
    a = left
    h = g
    g = turn(f, 19)
    f = e
    e = right ^ turn(right, 9) ^ turn(right, 17)
  }
  state.set([at(state, 0) ^ a, at(state, 1) ^ b, at(state, 2) ^ c, at(state, 3) ^ d, at(state, 4) ^ e, at(state, 5) ^ f, at(state, 6) ^ g, at(state, 7) ^ h])
}

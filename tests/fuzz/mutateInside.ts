/** Changes inside what a file packs: parts of a zip with right sums, streams of a compound file at their sectors, deflated streams of a PDF. */
import { unzipSync, zipSync, zlibSync, unzlibSync } from 'fflate'
import { joinedBytes } from '../../shared/base/joinedBytes'
import { mutateBytes } from './mutateBytes'
import { mutateXml } from './mutateXml'
import type { Random } from './random'

export interface Material {
  readonly tokens: readonly Uint8Array[]
  readonly other: Uint8Array
}

/** A change inside; null if the file packs nothing that can be opened. */
export function mutateInside(bytes: Uint8Array, random: Random, material: Material): Uint8Array | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return insideZip(bytes, random, material)
  if (bytes[0] === 0x3c && bytes[1] === 0x3f) return mutateXml(bytes, random)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return insideCompound(bytes, random, material)
  return bytes[0] === 0x25 && bytes[1] === 0x50 ? insidePdf(bytes, random, material) : null
}

const opened = new WeakMap<Uint8Array, Record<string, Uint8Array>>()

function insideZip(bytes: Uint8Array, random: Random, { tokens, other }: Material): Uint8Array {
  const parts = opened.get(bytes) ?? unzipSync(bytes)
  opened.set(bytes, parts)
  const names = Object.keys(parts)
  // What a reader reads are the larger parts.
  const name = [random.pick(names), random.pick(names), random.pick(names)].sort((a, b) => parts[b]!.length - parts[a]!.length)[random.chance(0.75) ? 0 : 1]!
  const theirs = other[0] === 0x50 ? (opened.get(other) ?? unzipSync(other)) : {}
  const changedParts: Record<string, Uint8Array> = { ...parts, [name]: (random.chance(0.6) ? mutateXml(parts[name]!, random) : null) ?? mutateBytes(parts[name]!, random, { tokens, other: theirs[name] ?? parts[name]! }) }
  if (random.chance(0.05)) delete changedParts[random.pick(names)]
  // Stored, not deflated: a package is a package, and deflating is what would take the time.
  return zipSync(changedParts, { level: 0 })
}

/** The sectors of the streams (and of the mini stream) as ranges of the file; the directory and the tables are left to the plain changes. */
function insideCompound(bytes: Uint8Array, random: Random, material: Material): Uint8Array {
  const ranges = compoundRanges(bytes)
  if (ranges.length === 0) return mutateBytes(bytes, random, material)
  const copy = Uint8Array.from(bytes)
  for (let left = 1 + random.below(6); left > 0; left -= 1) {
    const { from, to } = random.pick(ranges)
    const mutated = mutateBytes(copy.subarray(from, to), random, material, 1)
    copy.set(mutated.subarray(0, to - from), from)
  }
  return copy
}

/** [MS-CFB] 2.2–2.6, for well-formed seeds. Pieces of 64 bytes, so that short structures are hit as often as long texts. */
function compoundRanges(bytes: Uint8Array): readonly { readonly from: number; readonly to: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = 1 << view.getUint16(30, true)
  const sectors = Math.floor(bytes.length / size) - 1
  return Array.from({ length: Math.max(0, sectors) }, (_, index) => (index + 1) * size)
    .filter((at) => bytes.subarray(at, at + size).some((byte) => byte !== 0 && byte !== 0xff))
    .map((at) => ({ from: at, to: Math.min(bytes.length, at + size) }))
}

const marks = { from: [...'stream\n'].map((each) => each.charCodeAt(0)), to: [...'endstream'].map((each) => each.charCodeAt(0)) }

/** One deflated stream changed and deflated again. Its declared length and the places behind it are then wrong, as in files that other programs repaired. */
function insidePdf(bytes: Uint8Array, random: Random, material: Material): Uint8Array | null {
  const streams: { readonly from: number; readonly to: number }[] = []
  for (let at = find(bytes, marks.from, 0); at >= 0; at = find(bytes, marks.from, at + 1)) {
    const from = at + marks.from.length
    const to = find(bytes, marks.to, from)
    if (to > from && bytes[at - 1] !== 0x64) streams.push({ from, to: bytes[to - 1] === 0x0a ? to - 1 : to })
  }
  if (streams.length === 0) return null
  const { from, to } = random.pick(streams)
  const data = bytes.subarray(from, to)
  let inner: Uint8Array
  try {
    inner = zlibSync(mutateBytes(unzlibSync(data), random, material), { level: 1 })
  } catch {
    inner = mutateBytes(data, random, material)
  }
  return joinedBytes([bytes.subarray(0, from), inner, bytes.subarray(to)])
}

function find(bytes: Uint8Array, mark: readonly number[], from: number): number {
  for (let at = from; at + mark.length <= bytes.length; at += 1) if (mark.every((byte, index) => bytes[at + index] === byte)) return at
  return -1
}

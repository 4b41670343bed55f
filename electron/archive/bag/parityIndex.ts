/**
 * `parity/parity.json` (SPEC BAG-5): which files make up the protected stream, how it is cut into shards and groups, and the SHA-256 of every
 * file and shard. Stored twice, each copy with its own hash, so that it can be believed or not by itself.
 */
import { comparePaths, isBagPath } from '../../../shared/archive/bagNames'
import { sha256 } from '../../storage/generationFile'

/** One protected file: where its bytes lie in the stream. */
export interface IndexedFile {
  readonly path: string
  readonly offset: number
  readonly bytes: number
  readonly sha256: string
}

/** Shard `s` of the stream is shard `⌊s / groups⌋` of group `s mod groups`. */
export interface ParityCut {
  readonly streamBytes: number
  readonly shardBytes: number
  readonly groups: number
}

export interface ParityIndex extends ParityCut {
  readonly files: readonly IndexedFile[]
  readonly shards: readonly string[]
  /** By group, then by number. */
  readonly parity: readonly (readonly string[])[]
}

/** Data shards of a group at most, and parity shards for so many. */
export const mostData = 100
const share = 5
const largestIndex = 64 * 1024 * 1024

/** How many shards the stream has. */
export function shardCount({ streamBytes, shardBytes }: ParityCut): number {
  return Math.ceil(streamBytes / shardBytes)
}

/** Data shards of one group. */
export function groupData(cut: ParityCut, group: number): number {
  return Math.ceil((shardCount(cut) - group) / cut.groups)
}

/** Parity shards of a group with so many data shards: a fifth, at least two. */
export function groupParity(data: number): number {
  return Math.max(2, Math.ceil(data / share))
}

/** How a stream of so many bytes is cut: fine enough that few bytes are lost with a damaged one, coarse enough that the index stays small. */
export function cutStream(streamBytes: number): ParityCut {
  let shardBytes = 512
  while (streamBytes / shardBytes > (shardBytes < 4096 ? 200 : 4000)) shardBytes *= 2
  return { streamBytes, shardBytes, groups: Math.ceil(Math.ceil(streamBytes / shardBytes) / mostData) }
}

const opening = /^\{"sha256":"([0-9a-f]{64})","parity":(\{[\s\S]*\})\}\n$/

/** The bytes of the index; both copies have the same. */
export function encodeParityIndex(index: ParityIndex): Uint8Array {
  const { streamBytes, shardBytes, groups, files, shards, parity } = index
  const about = { format: 'andu-parity', version: 1, field: 'GF(256) 0x11D', matrix: 'Cauchy 1/((k+i) xor j)' }
  const body = JSON.stringify({ ...about, streamBytes, shardBytes, groups, files: files.map(({ path, offset, bytes, sha256: digest }) => ({ path, offset, bytes, sha256: digest })), shards, parity })
  return new TextEncoder().encode(`{"sha256":"${sha256(body)}","parity":${body}}\n`)
}

/** Reads an index; null if a byte of it is wrong or it contradicts itself. Nothing in it is believed before it is checked. */
export function decodeParityIndex(bytes: Uint8Array): ParityIndex | null {
  if (bytes.length > largestIndex) return null
  const [, digest = '', body = ''] = opening.exec(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) ?? []
  if (body === '' || sha256(body) !== digest) return null
  const index = parseBody(body)
  return index !== null && isConsistent(index) && Buffer.compare(encodeParityIndex(index), bytes) === 0 ? index : null
}

/** Deeper nesting than an index has; counted before the parser sees it. */
function isShallow(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 0x5b || unit === 0x7b) depth += 1
    else if (unit === 0x5d || unit === 0x7d) depth -= 1
    if (depth > 8) return false
  }
  return true
}

function parseBody(body: string): ParityIndex | null {
  if (!isShallow(body)) return null
  try {
    const value: unknown = JSON.parse(body)
    return isIndex(value) ? value : null
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isDigest = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isListOf = <T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] => Array.isArray(value) && value.every(isItem)

function isFile(value: unknown): value is IndexedFile {
  return isRecord(value) && typeof value['path'] === 'string' && isSize(value['offset']) && isSize(value['bytes']) && isDigest(value['sha256'])
}

function isIndex(value: unknown): value is ParityIndex {
  return isRecord(value) && isSize(value['streamBytes']) && isSize(value['shardBytes']) && isSize(value['groups']) && isListOf(value['files'], isFile) && isListOf(value['shards'], isDigest)
    && isListOf(value['parity'], (group): group is readonly string[] => isListOf(group, isDigest))
}

/** Names, offsets and counts agree with each other and with the limits of the code. */
function isConsistent(index: ParityIndex): boolean {
  const { streamBytes, shardBytes, groups, files, shards, parity } = index
  if (shardBytes < 1 || shardBytes > 64 * 1024 * 1024 || streamBytes < 1) return false
  const count = shardCount(index)
  if (shards.length !== count || groups !== Math.ceil(count / mostData) || parity.length !== groups) return false
  if (parity.some((group, number) => group.length !== groupParity(groupData(index, number)))) return false
  let offset = 0
  for (const [number, file] of files.entries()) {
    const before = files[number - 1]
    if (!isBagPath(file.path) || file.offset !== offset || (before !== undefined && comparePaths(before.path, file.path) >= 0)) return false
    offset += file.bytes
  }
  return offset === streamBytes
}

/** The protected stream of a bag, file after file, cut into shards (SPEC BAG-5). Of the stream only one file and one shard are held. */
import { shardCount, type IndexedFile, type ParityCut } from './parityIndex'

/** The bytes of a protected file as it is found; null if it cannot be read. */
export type ReadFile = (file: IndexedFile) => Promise<Uint8Array | null>

/** Gets every shard, in order. `isWhole` is false if bytes are missing from it; they are zeros then. The bytes are valid during the call only. */
export type TakeShard = (number: number, bytes: Uint8Array, isWhole: boolean) => void

/** Reads the files in order and hands the shards out; the last one is padded with zeros. What a file has beyond its length is left out. */
export async function streamShards(cut: ParityCut, files: readonly IndexedFile[], read: ReadFile, take: TakeShard): Promise<void> {
  const shard = new Uint8Array(cut.shardBytes)
  let filled = 0
  let number = 0
  let isWhole = true
  const finish = (): void => {
    shard.fill(0, filled)
    take(number, shard, isWhole)
    number += 1
    filled = 0
    isWhole = true
  }
  for (const file of files) {
    const bytes = (await read(file)) ?? new Uint8Array(0)
    for (let done = 0; done < file.bytes;) {
      const wanted = Math.min(cut.shardBytes - filled, file.bytes - done)
      const part = bytes.subarray(done, done + wanted)
      shard.set(part, filled)
      if (part.length < wanted) {
        shard.fill(0, filled + part.length, filled + wanted)
        isWhole = false
      }
      filled += wanted
      done += wanted
      if (filled === cut.shardBytes) finish()
    }
  }
  if (number < shardCount(cut)) finish()
}

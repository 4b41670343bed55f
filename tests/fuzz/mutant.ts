import { mutateBytes } from './mutateBytes'
import { mutateInside } from './mutateInside'
import { randomFrom } from './random'
import { tokensOf } from './tokens'

export type Seeds = readonly (readonly [name: string, bytes: Uint8Array])[]

/** The file of a case: the same for the same format, seed and index, as long as the seed files are the same. */
export function mutant(format: string, seeds: Seeds, seed: number, index: number): { readonly name: string; readonly bytes: Uint8Array } {
  const random = randomFrom(seed, index, format.length, format.charCodeAt(0))
  const [name, bytes] = random.pick(seeds)
  const material = { tokens: tokensOf(format), other: random.pick(seeds)[1] }
  // Behind a sum or a deflated stream most plain changes are the same damage, so most cases go inside.
  const inside = random.chance(0.8) ? mutateInside(bytes, random, material) : null
  return { name, bytes: inside ?? mutateBytes(bytes, random, material) }
}

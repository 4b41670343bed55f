/**
 * Reed–Solomon over GF(256) with polynomial 0x11D and a Cauchy matrix (SPEC BAG-5): of k data shards and m parity shards any k give back all.
 * Written so that shards come one after the other: nothing but the sums is held.
 */

const exponents = new Uint8Array(512)
const logarithms = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power += 1) {
  exponents[power] = value
  exponents[power + 255] = value
  logarithms[value] = power
  value <<= 1
  if (value & 256) value ^= 0x11d
}

/** Product in GF(256). */
export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (exponents[(logarithms[a] ?? 0) + (logarithms[b] ?? 0)] ?? 0)
}

/** 1/a; `a` is not 0. */
export function inverse(a: number): number {
  return exponents[255 - (logarithms[a] ?? 0)] ?? 0
}

/** Factor of data shard `data` in parity shard `parity` of a group with `k` data shards; k + m ≤ 255. */
export function factor(k: number, parity: number, data: number): number {
  return inverse((k + parity) ^ data)
}

const products = new Map<number, Uint8Array>()

function productsOf(by: number): Uint8Array {
  const known = products.get(by)
  if (known !== undefined) return known
  const table = Uint8Array.from({ length: 256 }, (_, value) => multiply(by, value))
  products.set(by, table)
  return table
}

/** sum += by × shard, byte by byte. A shard that is shorter than the sum counts as padded with zeros. */
export function addTimes(sum: Uint8Array, by: number, shard: Uint8Array): void {
  if (by === 0) return
  const table = productsOf(by)
  for (let index = 0; index < shard.length; index += 1) sum[index] = (sum[index] as number) ^ (table[shard[index] as number] as number)
}

/**
 * Solves for the lost data shards of one group. `sums[r]` is parity shard `rows[r]` minus what the good data shards gave to it, `lost` the
 * numbers of the lost data shards, as many as rows. Gives the shards in the order of `lost`; `sums` is used up.
 */
export function solve(k: number, rows: readonly number[], lost: readonly number[], sums: readonly Uint8Array[]): readonly Uint8Array[] {
  const matrix = rows.map((row) => Uint8Array.from(lost, (data) => factor(k, row, data)))
  const values = [...sums]
  for (let column = 0; column < lost.length; column += 1) {
    const pivot = matrix.findIndex((row, index) => index >= column && row[column] !== 0)
    swap(matrix, column, pivot)
    swap(values, column, pivot)
    const row = matrix[column]
    const value = values[column]
    if (row === undefined || value === undefined) throw new RangeError('rows and lost shards differ in number')
    scale(row, value, inverse(row[column] ?? 0))
    matrix.forEach((other, index) => {
      const by = other[column] ?? 0
      const sum = values[index]
      if (index === column || by === 0 || sum === undefined) return
      addTimes(other, by, row)
      addTimes(sum, by, value)
    })
  }
  return values
}

function scale(row: Uint8Array, value: Uint8Array, by: number): void {
  const table = productsOf(by)
  for (const bytes of [row, value]) for (let index = 0; index < bytes.length; index += 1) bytes[index] = table[bytes[index] as number] as number
}

function swap<T>(list: T[], a: number, b: number): void {
  const [first, second] = [list[a], list[b]]
  if (first === undefined || second === undefined || a === b) return
  list[a] = second
  list[b] = first
}

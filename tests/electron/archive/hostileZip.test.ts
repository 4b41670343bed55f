import { deflateRawSync } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../electron/archive/package/crc32'
import { readZip, type zipLimits } from '../../../electron/archive/package/readZip'
import { writeZip } from '../../../electron/archive/package/writeZip'
import { AppFailure } from '../../../shared/base/errors'
import { codeOf, openTempLibrary, tempFolder } from '../../support/tempLibrary'
import { unitSeconds, workSeconds } from '../../support/effort'

/** One entry as a hostile packer writes it: every field can lie. */
interface Forged {
  readonly name: string | Buffer
  readonly data?: Buffer
  readonly method?: number
  readonly flags?: number
  readonly size?: number
  readonly packed?: number
  readonly sum?: number
  readonly localName?: string
  readonly localSize?: number
  readonly attributes?: number
  readonly offset?: number
  readonly extra?: Buffer
  readonly disk?: number
}

interface Ending {
  readonly count?: number
  readonly start?: number
  readonly size?: number
  readonly disk?: number
  readonly comment?: string
  readonly junk?: Buffer
}

/** A ZIP made by hand. */
function forge(entries: readonly Forged[], ending: Ending = {}): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = entry.data ?? Buffer.from('hello')
    const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name)
    const localName = entry.localName === undefined ? name : Buffer.from(entry.localName)
    const flags = entry.flags ?? 0x0800
    const head = (nameLength: number, size: number): Buffer => {
      const fields = Buffer.alloc(26)
      fields.writeUInt16LE(20, 0)
      fields.writeUInt16LE(flags, 2)
      fields.writeUInt16LE(entry.method ?? 0, 4)
      fields.writeUInt32LE(entry.sum ?? crc32(data), 10)
      fields.writeUInt32LE(entry.packed ?? data.length, 14)
      fields.writeUInt32LE(size, 18)
      fields.writeUInt16LE(nameLength, 22)
      return fields
    }
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head(localName.length, entry.localSize ?? entry.size ?? data.length), localName])
    const fields = head(name.length, entry.size ?? data.length)
    fields.writeUInt16LE(entry.extra?.length ?? 0, 24)
    const rest = Buffer.alloc(14)
    rest.writeUInt16LE(entry.disk ?? 0, 2)
    rest.writeUInt32LE(entry.attributes ?? 0, 6)
    rest.writeUInt32LE(entry.offset ?? offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 3]), fields, rest, name, entry.extra ?? Buffer.alloc(0)]))
    parts.push(local, data)
    offset += local.length + data.length
  }
  const directory = Buffer.concat(central)
  const comment = Buffer.from(ending.comment ?? '')
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(ending.disk ?? 0, 4)
  end.writeUInt16LE(ending.count ?? entries.length, 8)
  end.writeUInt16LE(ending.count ?? entries.length, 10)
  end.writeUInt32LE(ending.size ?? directory.length, 12)
  end.writeUInt32LE(ending.start ?? offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...parts, directory, ending.junk ?? Buffer.alloc(0), end, comment])
}

const zeros = (bytes: number): Buffer => deflateRawSync(Buffer.alloc(bytes))

/** Everything that a hostile packer may think of, made anew at every run. */
function bombs(): Readonly<Record<string, Buffer>> {
  const big = zeros(64 * 1024 * 1024)
  const bomb = (name: string, size: number): Forged => ({ name, data: big, method: 8, size, sum: 0 })
  return {
    'a bomb of 64 MB in 64 KB': forge([bomb('data/a', 64 * 1024 * 1024)]),
    'a bomb that claims to be small': forge([bomb('data/a', 1000)]),
    'eight parts of 256 MB': forge(Array.from({ length: 8 }, (_, index) => bomb(`data/${index}`, 256 * 1024 * 1024))),
    'forty parts of 60 MB, not packed by their word': forge(Array.from({ length: 40 }, (_, index) => ({ ...bomb(`data/${index}`, 60 * 1024 * 1024), packed: 60 * 1024 * 1024 }))),
    '65,000 entries': forge(Array.from({ length: 65_000 }, (_, index) => ({ name: `data/${index}`, data: Buffer.alloc(0) }))),
    'a directory that claims 60,000 entries': forge([{ name: 'a' }], { count: 60_000 }),
    ...Object.fromEntries(['../evil', '..\\evil', '/abs', 'C:/x', 'a/../../b', 'a//b', './a', 'a\u0000b', 'a\nb', '', 'a/./b', 'x:y', 'e\u0301'].map((name) => [`the name ${JSON.stringify(name)}`, forge([{ name }])])),
    'a name that is no UTF-8': forge([{ name: Buffer.from([0xff, 0xfe, 0x41]) }]),
    'a Chinese name that does not say so': forge([{ name: '先读我', flags: 0 }]),
    'two names that differ by case': forge([{ name: 'data/a' }, { name: 'DATA/A' }]),
    'one name twice': forge([{ name: 'data/a' }, { name: 'data/a', data: Buffer.from('other') }]),
    'an encrypted entry': forge([{ name: 'a', flags: 0x0801 }]),
    'an unknown method': forge([{ name: 'a', method: 99 }]),
    'a link': forge([{ name: 'a', attributes: (0o120777 << 16) >>> 0 }]),
    'a device': forge([{ name: 'a', attributes: (0o060777 << 16) >>> 0 }]),
    'another name in the local header': forge([{ name: 'data/a', localName: 'evil/a' }]),
    'another size in the local header': forge([{ name: 'a', localSize: 99 }]),
    'a stored entry with two sizes': forge([{ name: 'a', size: 4 }]),
    'a wrong sum': forge([{ name: 'a', sum: 1 }]),
    'a deflated entry that is rubbish': forge([{ name: 'a', method: 8, size: 50, data: Buffer.from('not deflated at all') }]),
    'two entries on the same bytes': forge([{ name: 'a' }, { name: 'b', localName: 'b', offset: 0 }]),
    'an entry that reaches into the directory': forge([{ name: 'a', packed: 40, size: 40 }]),
    'an offset beyond the file': forge([{ name: 'a', offset: 1_000_000 }]),
    'zip64 by its marks': forge([{ name: 'a', size: 0xffffffff, packed: 0xffffffff }]),
    'zip64 by an extra field': forge([{ name: 'a', extra: Buffer.from([1, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0]) }]),
    'several disks': forge([{ name: 'a' }], { disk: 1 }),
    'an entry on another disk': forge([{ name: 'a', disk: 2 }]),
    'a comment': forge([{ name: 'a' }], { comment: 'PK' }),
    'bytes between directory and end': forge([{ name: 'a' }], { junk: Buffer.from('junk') }),
    'a directory that begins elsewhere': forge([{ name: 'a' }], { start: 3 }),
    'nothing but an end': forge([], { start: 5 }),
    'half a file': forge([{ name: 'a' }]).subarray(0, 60),
    'an end without anything': Buffer.from('PK\u0005\u0006', 'latin1'),
  }
}

function ruleOf(file: Uint8Array): string {
  try {
    for (const entry of readZip(file)) entry.read()
    return 'read'
  } catch (error) {
    if (error instanceof AppFailure) return error.error.code
    return `threw ${String(error)}`
  }
}

describe('ZIP files that nobody vouches for', () => {
  it('PACK-5: every one of the bomb set is refused by name with little work and within 300 MB', async () => {
    const made = bombs()
    let slowest = 0
    let largest = 0
    for (const [name, file] of Object.entries(made)) {
      const before = process.memoryUsage()
      slowest = Math.max(slowest, await workSeconds(() => { expect([name, ruleOf(file)]).toEqual([name, 'packageUnsafe']) }))
      const after = process.memoryUsage()
      largest = Math.max(largest, after.heapUsed + after.external - before.heapUsed - before.external)
    }
    console.log(`bomb set: ${Object.keys(made).length} files, slowest ${Math.round(slowest * 1000)} ms of work, ${Math.round(largest / 1024 / 1024)} MB more at most`)
    expect(slowest / await unitSeconds()).toBeLessThan(60)
    expect(largest).toBeLessThan(300 * 1024 * 1024)
    expect(Object.keys(made).length).toBeGreaterThan(40)
  })

  it('PACK-5, control: with the caps off the bomb is inflated', () => {
    const off = { fileBytes: Infinity, entries: Infinity, entryBytes: Infinity, allBytes: Infinity, ratio: Infinity, freeBytes: Infinity } as unknown as typeof zipLimits
    const [entry] = readZip(forge([{ name: 'a', data: zeros(64 * 1024 * 1024), method: 8, size: 64 * 1024 * 1024, sum: crc32(Buffer.alloc(64 * 1024 * 1024)) }]), off)
    expect(entry?.read().length).toBe(64 * 1024 * 1024)
  })

  it('PACK-5: a library is not touched by any of them, and says why', async () => {
    const folder = tempFolder()
    const library = await openTempLibrary(join(folder.path, 'data'))
    for (const [name, file] of Object.entries(bombs()).filter(([key]) => !/65,000|forty|eight/.test(key))) {
      writeFileSync(join(folder.path, 'p.zip'), file)
      expect([name, ['packageUnsafe', 'packageUnknown'].includes(codeOf(await library.transfer.unpack({ path: join(folder.path, 'p.zip') })))]).toEqual([name, true])
    }
    await library.close()
    folder.remove()
  })

  it('PACK-2, PACK-5: what is written is read again, and any changed byte is refused or changes nothing', () => {
    const files = [{ path: 'p/bagit.txt', bytes: Buffer.from('x') }, { path: 'p/data/先读我.txt', bytes: Buffer.from('正文'.repeat(50)) }, { path: 'p/empty', bytes: Buffer.alloc(0) }]
    const whole = writeZip(files)
    const read = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(readZip(bytes).map((entry) => [entry.name, Buffer.from(entry.read()).toString('hex')]))
    const expected = read(whole)
    expect(Object.keys(expected)).toEqual(files.map(({ path }) => path))
    let refused = 0
    for (let at = 0; at < whole.length; at += 1) {
      for (const mask of [1, 0x80, 0xff]) {
        const changed = Uint8Array.from(whole)
        changed[at] = (changed[at] ?? 0) ^ mask
        const outcome = ruleOf(changed)
        expect(['packageUnsafe', 'read']).toContain(outcome)
        if (outcome === 'packageUnsafe') refused += 1
        else for (const [name, bytes] of Object.entries(read(changed))) if (name in expected) expect(bytes).toBe(expected[name])
      }
    }
    console.log(`ZIP: ${whole.length * 3} changed bytes, ${refused} refused`)
    expect(refused).toBeGreaterThan(whole.length * 2)
  })

  it('PACK-5: any bytes are read or refused, never anything else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isEnded) => {
      const file = isEnded ? Buffer.concat([bytes, forge([])]) : Buffer.from(bytes)
      expect(['packageUnsafe', 'read']).toContain(ruleOf(file))
    }), { numRuns: 2000 })
  })
})

/** A program of its own that saves as fast as it can and tells every acknowledged save, until it is killed: `ours`, `plain`, `journal` (three files at once), `shared` and `lowdb` (counters that several raise). */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { openGenerations } from '../../electron/storage/generations'
import { runOperation } from '../../electron/storage/journal'
import { openDocument } from '../../electron/storage/openDocument'
import { ensureFolder } from '../../electron/storage/publish'
import { openQuarantine } from '../../electron/storage/quarantine'
import { realSurroundings } from '../../electron/storage/surroundings'
import { countFormat, type Count } from './counterStore'

const [, , kind = '', root = '', from = '0'] = process.argv

/** About 300 KB, so that a kill in the middle of a write is likely. */
const value = (count: number): Count => ({ count, filling: `${count} `.repeat(40_000) })
const tell = (count: number): void => void process.stdout.write(`${count}\n`)

async function run(): Promise<void> {
  if (kind === 'plain') {
    // Many pieces, so that the control finds what it must find on any machine: most of its time the file is half written.
    const text = JSON.stringify({ count: 0, filling: 'x'.repeat(4_000_000) })
    for (let count = Number(from) + 1; ; count += 1) {
      await writeFile(join(root, 'plain.json'), text)
      tell(count)
    }
  }
  if (kind === 'lowdb') {
    const database = new Low(new JSONFile<Count>(join(root, 'lowdb.json')), { count: 0, filling: '' })
    for (;;) {
      try {
        await database.read()
        database.data = { ...database.data, count: database.data.count + 1 }
        await database.write()
        tell(database.data.count)
      } catch {
        // Its fixed temporary name was renamed away by another program, or it read half a file.
      }
    }
  }
  const surroundings = realSurroundings(process.platform)
  if (kind === 'journal') {
    for (let count = Number(from) + 1; ; count += 1) {
      const bytes = Buffer.from(`${count} `.repeat(8_000))
      const steps = ['a', 'b', 'c'].map((folder) => ({ kind: 'publish' as const, folder, name: `n${count}.json`, bytes }))
      if ((await runOperation(surroundings, root, { kind: 'file', subject: String(count), steps })) === 'done') tell(count)
    }
  }
  const folder = await ensureFolder(surroundings.io, root, 'reports', 'one')
  const generations = openGenerations(surroundings, folder, countFormat, openQuarantine(surroundings, root, 'one'))
  const document = openDocument(generations)
  if (kind === 'shared') {
    for (;;) {
      const { revision } = await document.update('auto', (newest) => ({ count: (newest?.data.count ?? 0) + 1, filling: '' }))
      tell(revision.data.count)
    }
  }
  let base = (await document.read())?.revision.number ?? 0
  for (let count = Number(from) + 1; ; count += 1) {
    base = (await document.save(value(count), base, 'auto')).revision.number
    tell(count)
    if (count % 10 === 0) await document.thin()
  }
}

process.stdout.write('ready\n')
void run()

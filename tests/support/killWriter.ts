/** A program of its own that saves as fast as it can and tells every acknowledged save, until it is killed. Run by the kill test. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openGenerations } from '../../electron/storage/generations'
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
    for (let count = Number(from) + 1; ; count += 1) {
      await writeFile(join(root, 'plain.json'), JSON.stringify(value(count)))
      tell(count)
    }
  }
  const surroundings = realSurroundings(process.platform)
  const folder = await ensureFolder(surroundings.io, root, 'reports', 'one')
  const generations = openGenerations(surroundings, folder, countFormat, openQuarantine(surroundings, root, 'one'))
  const document = openDocument(generations)
  let base = (await document.read())?.revision.number ?? 0
  for (let count = Number(from) + 1; ; count += 1) {
    base = (await document.save(value(count), base, 'auto')).revision.number
    tell(count)
    if (count % 10 === 0) await document.thin()
  }
}

process.stdout.write('ready\n')
void run()

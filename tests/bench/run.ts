/** npm run bench [-- --quick] [-- --only parse,save]: every operation a clerk feels, beside its anchor in the same run. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { nothingMeasured, ratioOf, resultTable, type Outcome } from './result'
import { benchCompare } from './compare.bench'
import { benchExport } from './export.bench'
import { benchFolder } from './folder.bench'
import { benchImport } from './import.bench'
import { benchLibrary } from './library.bench'
import { childFolder, runLibraryChild } from './libraryChild'
import { benchPages } from './pages.bench'
import { benchParse } from './parse.bench'
import { benchSave } from './save.bench'
import { benchStart } from './start.bench'
import { benchTyping } from './typing.bench'

const benches: Readonly<Record<string, (isQuick: boolean) => Promise<Outcome>>> = { parse: benchParse, save: benchSave, export: benchExport, import: benchImport, compare: benchCompare, library: benchLibrary, folder: benchFolder, pages: benchPages, start: benchStart, typing: benchTyping }

const library = process.env[childFolder]
if (library !== undefined) {
  await runLibraryChild(library)
  process.exit(0)
}

const isQuick = process.argv.includes('--quick')
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',')
const chosen = process.argv.includes('--only') ? (only ?? []) : Object.keys(benches)
const unknown = chosen.filter((name) => !benches[name])
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(' ')}. There are: ${Object.keys(benches).join(' ')}`)
  process.exit(2)
}

/** What broke in one bench does not lose the figures of the others, but the run has failed. */
function failed(name: string): (reason: unknown) => Outcome {
  return (reason) => {
    process.exitCode = 1
    return { ...nothingMeasured, left: [`${name}: ${reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason)}`] }
  }
}

let all = nothingMeasured
for (const name of chosen) {
  const outcome = await benches[name]?.(isQuick).catch(failed(name)) ?? nothingMeasured
  all = { rows: [...all.rows, ...outcome.rows], controls: [...all.controls, ...outcome.controls], left: [...all.left, ...outcome.left] }
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}`
console.log(`${machine}${isQuick ? ', quick' : ''}\n\n${resultTable(all)}`)
writeFileSync('bench-results.json', JSON.stringify({ machine, isQuick, rows: all.rows.map((row) => ({ ...row, ratio: ratioOf(row) })), controls: all.controls, left: all.left }, null, 2))
process.exit(all.controls.every((control) => control.ratio >= control.least) ? process.exitCode : 1)

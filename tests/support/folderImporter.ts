/** A program of its own that imports a folder, and tells when it begins to store, until it is killed. */
import { folderReading } from '../../electron/import/folderReading'
import { readSource } from '../../electron/import/readers'
import { openLibrary } from '../../electron/library/openLibrary'
import { realSurroundings } from '../../electron/storage/surroundings'
import type { Result } from '../../shared/base/result'

const [, , data = '', folder = ''] = process.argv

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function run(): Promise<void> {
  const library = valueOf(await openLibrary({ ...realSurroundings(process.platform), folder: data, exportWord: () => Promise.reject(new Error('not used')), untitled: '' }))
  const reading = folderReading(readSource)
  process.stdout.write('ready\n')
  const { job } = valueOf(await library.folderImports.open({ folder }))
  valueOf(await library.folderImports.look({ job }, reading))
  process.stdout.write('looked\n')
  valueOf(await library.folderImports.store({ job }, reading, { progress: ({ done }) => { process.stdout.write(`${done}\n`) } }))
  await library.close()
  process.stdout.write('done\n')
}

void run()

/**
 * Names of generations (SPEC VERSION-1, VERSION-2): a document beside the generations, written like every other one. A generation file is never
 * rewritten, any generation can be named at any time, and the names of one report are read with one small file.
 */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import { nameListFormat, type GivenName, type NameList } from '../../shared/store/versionNamesSchema'
import { openGenerations, type Surroundings } from '../storage/generations'
import { openDocument } from '../storage/openDocument'
import { ensureFolder } from '../storage/publish'
import { openQuarantine } from '../storage/quarantine'

export interface VersionNames {
  /** The given names by number of generation. Unreadable names are none: they stand in the way of nothing. */
  read(): Promise<ReadonlyMap<number, GivenName>>
  /** Resolves when the name is durable. An empty name takes a generation's own name away. */
  give(given: GivenName): Promise<void>
  /** Numbers that must not be thinned out; throws an AppFailure if they are not known for certain. */
  kept(): Promise<ReadonlySet<number>>
  settle(): Promise<void>
}

const namesFolder = 'names'
/** Old generations of the names are thinned out after so many changes. */
const changesBetweenThinning = 20

/** The names of the report whose generations lie in `folder`. Their own folder comes into being with the first name. */
export function openVersionNames(surroundings: Surroundings, root: string, folder: string, id: string): VersionNames {
  const quarantine = openQuarantine(surroundings, root, `${id}-names`)
  const document = openDocument(openGenerations(surroundings, join(folder, namesFolder), nameListFormat, quarantine))
  let changes = 0

  /** Null if there is a folder of names of which none can be read. */
  async function read(): Promise<NameList | null> {
    try {
      return (await document.read())?.revision.data ?? { names: [] }
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error
      if (error.error.code === 'reportNotFound') return { names: [] }
      if (error.error.code === 'reportUnreadable' || error.error.code === 'reportInvalid') return null
      throw error
    }
  }

  return {
    read: async () => new Map((await read())?.names.map((given) => [given.generation, given])),
    give: async (given) => {
      await ensureFolder(surroundings.io, folder, namesFolder)
      const list = await read()
      // Unreadable names stay where they are; the list begins anew beside them and says so.
      if (list === null) await document.save({ names: [given], isIncomplete: true }, 0, 'auto')
      else await document.update('auto', (newest) => withName(newest?.data ?? list, given))
      changes += 1
      if (changes % changesBetweenThinning === 0) void document.thin()
    },
    kept: async () => {
      const list = await read()
      // A list that is damaged now, or fell back to an older one at some time, may have held more names than are known.
      if (list === null || list.isIncomplete === true || (await quarantine.numbers()).length > 0) throw new AppFailure({ code: 'reportDamaged' })
      return new Set(list.names.map(({ generation }) => generation))
    },
    settle: () => document.settle(),
  }
}

function withName(list: NameList, given: GivenName): NameList {
  return { ...list, names: [...list.names.filter(({ generation }) => generation !== given.generation), given] }
}

/** The clerk's settings (SPEC LIB-15): the one thing that may fall back to its defaults when it is damaged. */
import { join } from 'node:path'
import { emptyScheme } from '../../shared/archive/archiveScheme'
import { usualCleaning } from '../../shared/cleaning/cleaningRules'
import { layoutSchema, settingsSchema, type Settings } from '../../shared/ipc/contract'
import type { DataFormat } from '../../shared/store/format'
import { openGenerations, type Surroundings } from '../storage/generations'
import { openDocument, type Document } from '../storage/openDocument'
import { openQuarantine } from '../storage/quarantine'

/** What holds until the clerk changes it. */
export const defaultSettings: Settings = {
  unit: '', theme: 'system', zoom: 100, layout: {}, outlineWidth: 272, isOutlineShown: true, areEnumerationsShown: true, hasSeenWelcome: false, hiddenTemplates: [], archive: emptyScheme, cleaning: usualCleaning,
}

type StoredSettings = Readonly<Record<string, unknown>>

const settingsFormat: DataFormat<StoredSettings> = {
  version: 1,
  migrations: [(data) => data],
  parse: (data) => (typeof data === 'object' && data !== null ? (data as StoredSettings) : null),
}

export interface SettingsStore {
  read(): Promise<Settings>
  /** Throws an AppFailure where {@link read} falls back to defaults: what holds for good, as a 档号 does, must not rest on them. */
  readOrFail(): Promise<Settings>
  write(change: Partial<Settings>): Promise<Settings>
}

export function openSettings(surroundings: Surroundings, root: string): SettingsStore {
  const document = openDocument(openGenerations(surroundings, join(root, 'settings'), settingsFormat, openQuarantine(surroundings, root, 'settings')))
  return {
    read: async () => sound(await readOrNothing(document)),
    readOrFail: async () => sound((await document.read())?.revision.data ?? null),
    write: async (change) => {
      const wanted = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const before = await readOrNothing(document)
      // Damaged settings begin anew beside the damaged files; a whole file of settings is changed key by key, unknown keys kept.
      const saved = before === null ? await document.save({ ...defaultSettings, ...wanted }, 0, 'auto') : await document.update('auto', (newest) => ({ ...newest?.data, ...wanted }))
      return sound(saved.revision.data)
    },
  }
}

async function readOrNothing(document: Document<StoredSettings>): Promise<StoredSettings | null> {
  try {
    return (await document.read())?.revision.data ?? null
  } catch {
    return null
  }
}

/** Every setting by itself: one that is unsound falls back to its default, the others stay. */
function sound(stored: StoredSettings | null): Settings {
  const shape = settingsSchema.partial()
  const kept = Object.entries({ ...stored, layout: soundLayout(stored) }).filter(([key, value]) => key in defaultSettings && shape.safeParse({ [key]: value }).success)
  return { ...defaultSettings, ...Object.fromEntries(kept) }
}

/** Before there was `layout`, the font of digits stood by itself. */
function soundLayout(stored: StoredSettings | null): StoredSettings {
  const { layout, digits } = stored ?? {}
  const given = layout === undefined ? { digits } : layout
  const options = typeof given === 'object' && given !== null ? Object.entries(given) : []
  return Object.fromEntries(options.filter(([option, value]) => option in layoutSchema.shape && value !== undefined && layoutSchema.safeParse({ [option]: value }).success))
}

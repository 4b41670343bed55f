/**
 * The import table of the house as data: the only place where it is written down for machines. ARCHITECTURE.md shows the same
 * table, and a test compares the two. What is not listed is forbidden; `import type` counts like any other import.
 */

/** One room. `may` lists the rooms it may import besides itself (a trailing `/*` stands for a room and all rooms under it), `outside` the packages. */
export interface Room {
  /** A folder, or one file that is a room of its own. The longest path wins. */
  readonly path: string
  readonly may: readonly string[]
  /** Names of {@link outside} entries. */
  readonly outside?: readonly string[]
}

const feature = ['renderer/ui', 'renderer/state', 'renderer/commands', 'renderer/api', 'renderer/styles', 'shared/*']
const outlineUp = ['shared/outline', 'shared/report', 'shared/base']

export const rooms: readonly Room[] = [
  { path: 'shared/base', may: [] },
  { path: 'shared/report', may: ['shared/base'], outside: ['zod'] },
  { path: 'shared/outline', may: ['shared/report', 'shared/base'] },
  { path: 'shared/proofread', may: outlineUp },
  { path: 'shared/print', may: outlineUp },
  { path: 'shared/yearly', may: outlineUp },
  { path: 'shared/search', may: ['shared/base'] },
  { path: 'shared/archive', may: ['shared/proofread', 'shared/report', 'shared/base'] },
  { path: 'shared/store', may: ['shared/report', 'shared/archive', 'shared/base'], outside: ['zod'] },
  { path: 'shared/ipc', may: ['shared/report', 'shared/archive', 'shared/base'], outside: ['zod'] },
  { path: 'shared/commands', may: ['shared/base'] },
  { path: 'shared/text', may: [] },

  // The composition roots may see everything on their side of the border.
  { path: 'electron', may: ['electron/*', 'shared/*'], outside: ['electron', 'node'] },
  { path: 'electron/log.ts', may: ['shared/*'], outside: ['node', 'disk'] },
  { path: 'electron/preload.ts', may: ['shared/ipc'], outside: ['electron'] },
  { path: 'electron/storage', may: ['electron/log.ts', 'shared/*'], outside: ['node', 'disk', 'lowdb'] },
  { path: 'electron/templates', may: ['assets', 'shared/*'] },
  { path: 'electron/import', may: ['electron/storage', 'electron/log.ts', 'shared/*'], outside: ['node', 'zip'] },
  { path: 'electron/export', may: ['electron/storage', 'electron/log.ts', 'shared/*'], outside: ['node', 'zip', 'docx'] },
  { path: 'electron/archive', may: ['electron/storage', 'electron/export', 'electron/log.ts', 'shared/*'], outside: ['node', 'zip'] },
  { path: 'electron/library', may: ['electron/storage', 'electron/import', 'electron/export', 'electron/archive', 'electron/templates', 'electron/log.ts', 'shared/*'], outside: ['node'] },
  { path: 'electron/menu', may: ['electron/log.ts', 'shared/*'], outside: ['electron', 'node'] },
  { path: 'electron/ipc', may: ['electron', 'electron/library', 'electron/storage', 'electron/import', 'electron/export', 'electron/archive', 'electron/templates', 'electron/menu', 'electron/log.ts', 'shared/*'], outside: ['electron', 'node'] },
  // The command line is a second thin shell: plain Node, no Electron.
  { path: 'electron/cli', may: ['electron/library', 'electron/storage', 'electron/import', 'electron/export', 'electron/archive', 'electron/templates', 'electron/log.ts', 'shared/*'], outside: ['node'] },

  { path: 'renderer/ui', may: ['renderer/styles', 'shared/base'], outside: ['react'] },
  { path: 'renderer/styles', may: [] },
  { path: 'renderer/api', may: ['shared/ipc', 'shared/base', 'shared/report'] },
  { path: 'renderer/state', may: ['renderer/api', 'shared/*'], outside: ['react'] },
  { path: 'renderer/commands', may: ['renderer/state', 'renderer/api', 'shared/*'], outside: ['react'] },
  { path: 'renderer/editor', may: feature, outside: ['react', 'prosemirror'] },
  ...['outline', 'findings', 'library', 'archive', 'yearly', 'transfer', 'settings'].map((name) => ({ path: `renderer/${name}`, may: feature, outside: ['react'] })),
  // Only the app composes features.
  { path: 'renderer/app', may: ['renderer/*', 'shared/*'], outside: ['react'] },
  { path: 'renderer', may: ['renderer/*', 'shared/*'], outside: ['react'] },

  { path: 'assets', may: [] },
]

/** Outside things by name: which module specifiers they are. A specifier that matches none is an unknown package and forbidden in the product. */
export const outside: Readonly<Record<string, RegExp>> = {
  zod: /^zod$/,
  electron: /^electron$/,
  node: /^node:(path|crypto|os|url|util|buffer|events|process|timers|timers\/promises|stream|stream\/promises|zlib|string_decoder|perf_hooks|async_hooks|worker_threads|module)$/,
  disk: /^(node:)?fs(\/promises)?$/,
  lowdb: /^lowdb$/,
  docx: /^docx$/,
  zip: /^fflate$/,
  prosemirror: /^prosemirror-[a-z]+$/,
  react: /^react(-dom(\/client)?|\/jsx-runtime)?$/,
}

/** A narrower door inside a room that may use the thing: only files whose path matches. */
export const doors: readonly { readonly thing: string; readonly only: RegExp; readonly why: string }[] = [
  { thing: 'zod', only: /(schema|contract)\.ts$/i, why: 'zod lives in schema and contract files only' },
]

/** Names whose import from `electron` is bound to one place. `file` allows one single file that matches. */
export const electronDoors: Readonly<Record<string, { readonly only: RegExp | null; readonly isSingleFile?: true; readonly why: string }>> = {
  ipcMain: { only: /^electron\/ipc\//, isSingleFile: true, why: 'ipcMain is used in one file, the IPC door' },
  ipcRenderer: { only: /^electron\/preload\.ts$/, why: 'ipcRenderer is used by the preload only' },
  contextBridge: { only: /^electron\/preload\.ts$/, why: 'contextBridge is used by the preload only' },
  net: { only: null, why: 'no process talks to a network' },
  autoUpdater: { only: null, why: 'no process talks to a network' },
}

/** Modules that reach a network or start other programs: nowhere in the product. The bundle is searched for them too. */
export const bannedModules = /^(node:)?(net|http|https|http2|tls|dgram|dns|dns\/promises|inspector|child_process|cluster|vm)$|^(undici|ws|axios|node-fetch|lowdb\/node)$/

/** Globals that reach a network: nowhere in the product. */
export const bannedGlobals = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'sendBeacon'] as const

/** File and folder names that mean "I did not decide". */
export const bannedNames = /^(utils?|helpers?|common|managers?|misc)$/i

/** Rooms and files whose job is Chinese text; elsewhere in the product a string with Chinese in it belongs into `shared/text`. */
export const chineseRooms: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /^shared\/text\//, why: 'the place for it' },
  { path: /^shared\/(outline|proofread|print|yearly|archive)\//, why: 'the words and marks of the official format itself' },
  { path: /^shared\/report\/kinds\.ts$/, why: 'a table of kinds by their names' },
  { path: /^electron\/import\/commonHan\.ts$/, why: 'the frequent characters by which an encoding is guessed' },
  { path: /^renderer\/editor\/typedNumber[A-Za-z]*\.ts$/, why: 'the marks that a clerk types' },
]

/** Lines a file may have. */
export const lineCap = 400

/** Files that are not part of the product and may have default exports, because their tool asks for one. */
export const toolFiles = /(^|\/)[a-z-]+\.config\.(ts|mjs)$|^tests\/support\/.*closing-line\.ts$|^scripts\//

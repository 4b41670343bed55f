/**
 * The import table of the house as data: the only place where it is written down for machines. ARCHITECTURE.md shows the same
 * table, and a test compares the two. What is not listed is forbidden; `import type` counts like any other import.
 */

/** One room. `may` lists the rooms it may import besides itself (a trailing `/*` stands for a room and all rooms under it), `outside` the packages. */
export interface Room {
  /** A folder, or one file that is a room of its own. The longest path wins. */
  readonly path: string
  /** What lives there, in a few words. */
  readonly holds: string
  readonly may: readonly string[]
  /** Names of {@link outside} entries. */
  readonly outside?: readonly string[]
}

const feature = ['renderer/ui', 'renderer/state', 'renderer/commands', 'renderer/api', 'renderer/styles', 'shared/*']
const outlineUp = ['shared/outline', 'shared/report', 'shared/base']

/** Features know their tools and nothing of each other. */
const features = {
  outline: 'the outline pane', findings: 'the findings pane (later issue)', library: '书架', reference: '对照', versions: '版本, comparison and review', skeleton: '骨架镜 and 标题对仗尺', phrases: '素材', cleaning: '清理', replace: 'find and replace', palette: 'the command palette', layout: '版面: how this report is numbered and set', preview: '预览: pages as they are printed, and printing', conform: '条款体检单', archive: '归档', yearly: 'views over the years (later issue)', transfer: 'import and export', settings: '设置', unlock: 'the passphrase at the start',
}

export const rooms: readonly Room[] = [
  { path: 'shared/base', holds: 'results, error codes, invariants, ids, text width', may: [] },
  { path: 'shared/report', holds: 'the Report value, its blocks, kinds, schema, edits of sections', may: ['shared/base'], outside: ['zod'] },
  { path: 'shared/outline', holds: 'numerals, numbering schemes, recognising and assigning numbers, enumerations, parse, format, outline rows', may: ['shared/report', 'shared/base'] },
  { path: 'shared/proofread', holds: 'findings, rules, fixes (later issue)', may: outlineUp },
  { path: 'shared/print', holds: 'print document, profiles and styles as data, layout, title breaks, 落款, page model, drawn pages', may: outlineUp },
  { path: 'shared/yearly', holds: 'figures, roll-over, comparison over the years (later issue)', may: outlineUp },
  { path: 'shared/search', holds: 'scan over plain text', may: ['shared/base'] },
  { path: 'shared/compare', holds: 'what changed between two reports, sentence by sentence; taking changes over one by one', may: outlineUp, outside: ['fastDiff'] },
  { path: 'shared/skeleton', holds: '骨架镜 and 标题对仗尺: depths of the skeleton, patterns of sibling headings, comparison with earlier years', may: outlineUp },
  { path: 'shared/phrases', holds: 'the phrase library as values: categories, suggestions from own reports, the plain file', may: [...outlineUp], outside: ['zod'] },
  { path: 'shared/paste', holds: 'text and HTML of a clipboard as clean blocks, and what was left out of them', may: outlineUp },
  { path: 'shared/cleaning', holds: 'the rules of the cleaning as data, proposals before and after, carrying them out', may: outlineUp, outside: ['zod'] },
  { path: 'shared/conform', holds: '条款体检单: what a Word file has, clause by clause, and what the standard asks', may: ['shared/print', ...outlineUp] },
  { path: 'shared/archive', holds: 'what may be filed, canonical content, 档号, the scheme of a unit, catalogue and archive forms', may: ['shared/print', 'shared/proofread', 'shared/report', 'shared/base'] },
  { path: 'shared/store', holds: 'file envelope, versions, migrations, retention', may: ['shared/report', 'shared/archive', 'shared/base'], outside: ['zod'] },
  { path: 'shared/ipc', holds: 'the one contract between window and main process', may: ['shared/report', 'shared/archive', 'shared/phrases', 'shared/cleaning', 'shared/base'], outside: ['zod'] },
  { path: 'shared/commands', holds: 'the command table', may: ['shared/base'] },
  { path: 'shared/text', holds: 'every string a clerk reads', may: [] },

  // The composition roots may see everything on their side of the border.
  { path: 'electron', holds: 'composition root: life cycle, window, security, protocol', may: ['electron/*', 'shared/*'], outside: ['electron', 'node'] },
  { path: 'electron/log.ts', holds: 'the log, without report text', may: ['shared/*'], outside: ['node', 'disk'] },
  { path: 'electron/preload.ts', holds: 'one frozen object made from the contract', may: ['shared/ipc'], outside: ['electron'] },
  { path: 'electron/storage', holds: 'the disk: generations, fsync, quarantine, journal of operations, log of actions, writing exports, reading imports, font files', may: ['shared/*'], outside: ['node', 'disk', 'lowdb'] },
  { path: 'electron/templates', holds: 'templates and samples as values', may: ['assets', 'shared/*'] },
  { path: 'electron/import', holds: 'readers by format, encodings', may: ['shared/*'], outside: ['fflate', 'saxes', 'crypto'] },
  { path: 'electron/reading', holds: 'reading files from outside in a process of its own: its program, its answers, its watch', may: ['electron/import', 'shared/*'], outside: ['node', 'zod'] },
  { path: 'electron/export', holds: 'writers by format', may: ['shared/*'], outside: ['docx', 'fflate', 'fontkit'] },
  { path: 'electron/archive', holds: 'filing on the disk, register of numbers, chain of seals, sealed bags', may: ['electron/storage', 'shared/*'], outside: ['node'] },
  { path: 'electron/library', holds: 'the services: list, open, save, search, import, file, seal, log', may: ['electron/storage', 'electron/archive', 'electron/templates', 'shared/*'], outside: ['node'] },
  { path: 'electron/menu', holds: 'the native menu, projected from the command table', may: ['shared/*'], outside: ['electron'] },
  { path: 'electron/ipc', holds: 'the door: sender, schema, handlers', may: ['electron', 'electron/library', 'electron/storage', 'electron/import', 'electron/reading', 'electron/export', 'electron/templates', 'electron/log.ts', 'shared/*'], outside: ['electron', 'node'] },
  // The command line is a second thin shell: plain Node, no Electron.
  { path: 'electron/cli', holds: 'the command line, a second thin shell', may: ['electron/library', 'electron/archive', 'electron/storage', 'electron/import', 'electron/reading', 'electron/export', 'shared/*'], outside: ['node'] },

  { path: 'renderer/ui', holds: 'plain components without product words', may: ['renderer/styles', 'shared/base'], outside: ['react'] },
  { path: 'renderer/styles', holds: 'tokens and base style sheet', may: [] },
  { path: 'renderer/api', holds: 'the typed client, only user of `window.api`', may: ['shared/ipc', 'shared/base'] },
  { path: 'renderer/state', holds: 'small stores by domain', may: ['renderer/api', 'shared/*'], outside: ['react'] },
  { path: 'renderer/commands', holds: 'what each command does', may: ['renderer/state', 'renderer/api', 'shared/*'], outside: ['react'] },
  { path: 'renderer/editor', holds: 'the editor: schema, numbers, input, conversion to and from the Report', may: feature, outside: ['react', 'prosemirror'] },
  ...Object.entries(features).map(([name, holds]) => ({ path: `renderer/${name}`, holds, may: feature, outside: ['react'] })),
  // Only the app composes features.
  { path: 'renderer/app', holds: 'composes features into rooms', may: ['renderer/*', 'shared/*'], outside: ['react'] },
  { path: 'renderer', holds: 'entry of the page', may: ['renderer/*', 'shared/*'], outside: ['react'] },

  { path: 'assets', holds: 'icons, templates, samples', may: [] },
]

/** Outside things by name: which module specifiers they are. A specifier that matches none is an unknown package and forbidden in the product. */
export const outside: Readonly<Record<string, RegExp>> = {
  zod: /^zod$/,
  electron: /^electron$/,
  node: /^node:(path|crypto|os|url|util|buffer|events|process|timers|timers\/promises|stream|stream\/promises|zlib|string_decoder|perf_hooks|async_hooks|worker_threads|module)$/,
  disk: /^(node:)?fs(\/promises)?$/,
  lowdb: /^lowdb$/,
  docx: /^docx$/,
  prosemirror: /^prosemirror-[a-z]+$/,
  fflate: /^fflate$/,
  fontkit: /^fontkit$/,
  saxes: /^saxes$/,
  crypto: /^node:crypto$/,
  fastDiff: /^fast-diff$/,
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
  utilityProcess: { only: /^electron\/ipc\/forkReading\.ts$/, isSingleFile: true, why: 'one file starts the one other process, with a program of our own' },
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
  { path: /^shared\/(outline|proofread|print|yearly|archive|skeleton|phrases|compare|cleaning)\//, why: 'the words and marks of the official format itself' },
  { path: /^shared\/conform\//, why: 'the clauses of the standard and what a file has, word by word' },
  { path: /^shared\/report\//, why: 'kinds by their names, and the words by which years and figures are found in a text' },
  { path: /^electron\/import\/text\/commonHan\.ts$/, why: 'the frequent characters by which an encoding is guessed' },
  { path: /^electron\/import\/readers\.ts$/, why: 'a table of file formats by their names' },
  { path: /^electron\/export\/word\//, why: 'names of fonts and styles inside the Word file' },
  { path: /^renderer\/editor\/(typedNumber[A-Za-z]*|paste)\.ts$/, why: 'the marks that a clerk types or pastes' },
]

/** Lines a file may have. */
export const lineCap = 400

/** Files that are not part of the product and may have default exports, because their tool asks for one. */
export const toolFiles = /(^|\/)[a-z-]+\.config\.(ts|mjs)$|^tests\/support\/.*closing-line\.ts$|^scripts\//

// Whether what was built is still what the sources say. Names, sizes and times first (a few milliseconds for some hundred files); where
// those differ, as right after a checkout, the contents decide.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { root } from './paths.mjs'

const SOURCES = {
  all: { trees: ['shared', 'electron', 'renderer', 'assets'], output: 'dist/electron/main.cjs' },
  cli: { trees: ['shared', 'electron', 'assets'], output: 'dist/cli.cjs' },
}
const FILES = ['package.json', 'package-lock.json', 'vite.config.ts', 'scripts/build.mjs', 'scripts/electron-side.mjs', 'scripts/word-skeleton.mjs', 'scripts/targets.mjs']
const stampFile = (/** @type {string} */ name) => `${root}dist/.built-${name}.json`

/** @param {keyof typeof SOURCES} name */
export function isFresh(name) {
  if (!existsSync(root + SOURCES[name].output) || !existsSync(stampFile(name))) return false
  const stamp = JSON.parse(readFileSync(stampFile(name), 'utf8'))
  const paths = sourcesOf(name)
  if (stamp.times === times(paths)) return true
  if (stamp.contents !== contents(paths)) return false
  writeStamp(name)
  return true
}

/** @param {keyof typeof SOURCES} name */
export function writeStamp(name) {
  const paths = sourcesOf(name)
  mkdirSync(`${root}dist`, { recursive: true })
  writeFileSync(stampFile(name), JSON.stringify({ times: times(paths), contents: contents(paths) }))
}

/** @param {keyof typeof SOURCES} name */
function sourcesOf(name) {
  return [...FILES.filter((file) => existsSync(root + file)), ...SOURCES[name].trees.flatMap(under)].sort()
}
/** @param {string} folder @returns {string[]} */
function under(folder) {
  if (!existsSync(root + folder)) return []
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? under(path) : [path]
  })
}
/** @param {string[]} paths */
function times(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const { size, mtimeMs } = statSync(root + path)
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
/** @param {string[]} paths */
function contents(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(root + path)).update('\0')
  return hash.digest('hex')
}

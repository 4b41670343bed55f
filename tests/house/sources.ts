import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One file of the project; `path` is relative to its root, with slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** The project's folder. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const trees = ['shared', 'electron', 'renderer', 'assets', 'tests', 'scripts']

/** Every source file of the project, whether or not git knows it yet. */
export function readSources(root: string = projectRoot): readonly SourceFile[] {
  const inRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && isSource(entry.name)).map((entry) => entry.name)
  return [...inRoot, ...trees.flatMap((tree) => pathsUnder(root, tree))].sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

function pathsUnder(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : pathsUnder(root, path)
    return isSource(entry.name) ? [path] : []
  })
}

/** Code and style sheets; not data, not declarations made by tools. */
export function isSource(name: string): boolean {
  return /\.(ts|tsx|mts|cts|mjs|cjs|js|jsx|css)$/.test(name)
}

/** Is this file part of what is shipped? */
export function isProduct(path: string): boolean {
  return /^(shared|electron|renderer|assets)\//.test(path)
}

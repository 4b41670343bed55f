import { resolveImport, type Project, type Violation } from './project'
import { isProduct } from './sources'

/** Files of the product from which everything else is reached. */
const roots = /^electron\/(main|preload)\.ts$|^electron\/reading\/program\.ts$|^electron\/cli\/(main|cli|index)\.ts$|^renderer\/main\.tsx$|^assets\//

/** The files each file imports, of values and of types. */
export function importGraph(project: Project): ReadonlyMap<string, readonly string[]> {
  return new Map(project.files.map((file) => [file.path, [...new Set(file.syntax.imports.flatMap((use) => {
    const target = use.specifier === null ? null : resolveImport(project, file.path, use.specifier)
    return target === null || target === file.path ? [] : [target]
  }))]]))
}

/** Every ring of imports, each once, told at its first file. */
export function checkCycles(project: Project): readonly Violation[] {
  const graph = importGraph(project)
  const state = new Map<string, 'open' | 'done'>()
  const found: Violation[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) {
      const mark = state.get(next)
      if (mark === 'open') found.push({ wall: 'cycle', path: next, line: 1, message: [...trail.slice(trail.indexOf(next)), next].join(' → ') })
      else if (mark === undefined) walk(next, [...trail, next])
    }
    state.set(path, 'done')
  }
  for (const path of graph.keys()) if (!state.has(path)) walk(path, [path])
  return found
}

/** Files of the product that no entry reaches: code that nobody runs. */
export function checkOrphans(project: Project): readonly Violation[] {
  const graph = importGraph(project)
  const reached = new Set<string>()
  const walk = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const next of graph.get(path) ?? []) walk(next)
  }
  for (const path of graph.keys()) if (roots.test(path)) walk(path)
  return project.files.filter((file) => isProduct(file.path) && !reached.has(file.path) && !file.path.endsWith('.css') && !file.path.endsWith('.d.ts'))
    .map((file) => ({ wall: 'orphan', path: file.path, line: 1, message: 'no entry of the program reaches this file' }))
}

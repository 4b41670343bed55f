import { posix } from 'node:path'
import { readSyntax, type Syntax } from './syntax'
import type { SourceFile } from './sources'

/** What a wall says about one place that breaks it. */
export interface Violation {
  readonly wall: string
  readonly path: string
  readonly line: number
  readonly message: string
}

export interface ReadFile extends SourceFile {
  readonly syntax: Syntax
}

/** All files with their syntax; `byPath` resolves imports. */
export interface Project {
  readonly files: readonly ReadFile[]
  readonly byPath: ReadonlyMap<string, ReadFile>
}

/** Reads files, real or virtual, into a project that the walls can look at. */
export function readProject(files: readonly SourceFile[]): Project {
  const read = files.map((file) => ({ ...file, syntax: readSyntax(file) }))
  return { files: read, byPath: new Map(read.map((file) => [file.path, file])) }
}

/** The path inside the project that a relative specifier means, without regard to whether it exists; null for a package. */
export function relativePath(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))) : null
}

/** The file that a relative specifier means; null for a package or a file the project does not have. */
export function resolveImport(project: Project, from: string, specifier: string): string | null {
  const path = relativePath(from, specifier)
  if (path === null) return null
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')]
  return candidates.find((candidate) => project.byPath.has(candidate)) ?? null
}

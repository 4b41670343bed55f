import { readSyntax } from './syntax'
import type { SourceFile } from './sources'

/** A rule id somewhere in a file. */
export interface Citation {
  readonly id: string
  readonly path: string
}

/** The ids of the rules that SPEC.md states, in order, repetitions included. */
export function statedRules(spec: string): readonly string[] {
  return [...spec.matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map((match) => match[1] ?? '')
}

/** The names of the sections of rules, stated as `### NUM — …`: only these make a word like `UTF-8` a citation or not. */
export function ruleSections(spec: string): readonly string[] {
  return [...spec.matchAll(/^### ([A-Z]+) — /gm)].map((match) => match[1] ?? '')
}

/** Every rule id that stands anywhere in these files, in code or comment. A range (`IPC-1 … IPC-5`) cites its ends. */
export function citationsIn(files: readonly SourceFile[], sections: readonly string[]): readonly Citation[] {
  return files.flatMap((file) => idsIn(file.text, sections).map((id) => ({ id, path: file.path })))
}

/** Rule ids in the titles of tests and groups of tests. */
export function titleCitations(files: readonly SourceFile[], sections: readonly string[]): readonly Citation[] {
  return files.filter((file) => /\.(test|spec)\.tsx?$/.test(file.path)).flatMap((file) => titles(file).flatMap((title) => idsIn(title, sections).map((id) => ({ id, path: file.path }))))
}

/** All string literals of a test file count as titles: tables of cases carry theirs in data. */
function titles(file: SourceFile): readonly string[] {
  return readSyntax(file).nodes.flatMap(({ node }) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']]
    return node.type === 'TemplateElement' ? [String((node['value'] as { readonly cooked: string }).cooked)] : []
  })
}

function idsIn(text: string, sections: readonly string[]): readonly string[] {
  return [...text.matchAll(/\b([A-Z]{2,})-(\d+)\b/g)].filter((match) => sections.includes(match[1] ?? '')).map((match) => match[0])
}

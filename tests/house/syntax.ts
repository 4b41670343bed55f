import { parseSync } from 'oxc-parser'
import type { SourceFile } from './sources'

/** A node of the syntax tree, read without its exact type: the walls look at few kinds of nodes and at many files. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** One use of another module. `specifier` is null where it is computed at run time. */
export interface ImportUse {
  readonly specifier: string | null
  readonly manner: 'import' | 're-export' | 'dynamic' | 'require' | 'type query'
  /** Names taken from the module, as the module calls them. */
  readonly names: readonly string[]
  readonly line: number
}

export interface Syntax {
  readonly imports: readonly ImportUse[]
  readonly nodes: readonly VisitedNode[]
  readonly errors: readonly string[]
}

export interface VisitedNode {
  readonly node: SyntaxNode
  readonly parent: SyntaxNode | null
  readonly key: string
}

/** Reads a file once: all its imports, of values and of types, and all nodes with their parents. Style sheets have neither. */
export function readSyntax(file: SourceFile): Syntax {
  if (file.path.endsWith('.css')) return { imports: [], nodes: [], errors: [] }
  const parsed = parseSync(file.path, file.text)
  const nodes = [...visit(parsed.program as unknown as SyntaxNode, null, '')]
  const lineOf = lineFinder(file.text)
  return { imports: nodes.flatMap((visited) => importUse(visited.node, lineOf)), nodes, errors: parsed.errors.map((error) => error.message) }
}

function importUse(node: SyntaxNode, lineOf: (offset: number) => number): readonly ImportUse[] {
  const use = (manner: ImportUse['manner'], source: unknown, names: readonly string[] = []): readonly ImportUse[] => [{ specifier: literal(source), manner, names, line: lineOf(node.start) }]
  switch (node.type) {
    case 'ImportDeclaration': return use('import', node['source'], importedNames(node['specifiers']))
    case 'ExportAllDeclaration': return use('re-export', node['source'], ['*'])
    case 'ExportNamedDeclaration': return node['source'] ? use('re-export', node['source'], importedNames(node['specifiers'])) : []
    case 'ImportExpression': return use('dynamic', node['source'], ['*'])
    case 'TSImportType': return use('type query', isNode(node['argument']) && node['argument'].type === 'TSLiteralType' ? node['argument']['literal'] : (node['source'] ?? node['argument']), ['*'])
    case 'TSExternalModuleReference': return use('require', node['expression'], ['*'])
    case 'CallExpression': {
      const callee = node['callee']
      const isRequire = isNode(callee) && (isNamed(callee, 'require') || (callee.type === 'MemberExpression' && isNode(callee['object']) && isNamed(callee['object'], 'require')))
      return isRequire ? use('require', (node['arguments'] as readonly unknown[])[0], ['*']) : []
    }
    default: return []
  }
}

function importedNames(specifiers: unknown): readonly string[] {
  return (specifiers as readonly SyntaxNode[]).map((specifier) => {
    const name = specifier['imported'] ?? (specifier.type === 'ExportSpecifier' ? specifier['local'] : null)
    return isNode(name) ? String(name['name'] ?? name['value']) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*'
  })
}

function isNamed(node: SyntaxNode, name: string): boolean {
  return node.type === 'Identifier' && node['name'] === name
}

function literal(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral') return null
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null
}

function* visit(node: SyntaxNode, parent: SyntaxNode | null, key: string): Generator<VisitedNode> {
  yield { node, parent, key }
  for (const [childKey, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* visit(child, node, childKey)
  }
}

/** Is this value a syntax node? */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** 1-based line of an offset. */
export function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at)
  return (offset) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? Infinity) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

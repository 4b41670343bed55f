/** Habits of the house that a machine can see: file size, names, exports, types, clock and chance, Chinese text, network. */
import { bannedGlobals, bannedNames, chineseRooms, lineCap, toolFiles } from './rooms'
import type { Project, ReadFile, Violation } from './project'
import { isProduct } from './sources'
import { isNode, lineFinder, type SyntaxNode, type VisitedNode } from './syntax'

/** Everything in these files that breaks a habit. */
export function checkHabits(project: Project): readonly Violation[] {
  return project.files.flatMap((file) => [...checkFile(file), ...checkNodes(file)])
}

function checkFile(file: ReadFile): readonly Violation[] {
  const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0)
  const names = file.path.split('/').map((part) => part.replace(/\..*$/, ''))
  const banned = names.find((name) => bannedNames.test(name))
  const at = (wall: string, line: number, message: string): Violation => ({ wall, path: file.path, line, message })
  return [
    ...file.syntax.errors.map((error) => at('syntax', 1, error)),
    ...(lines > lineCap ? [at('size', lines, `${lines} lines, ${lineCap} are allowed`)] : []),
    ...(banned ? [at('name', 1, `“${banned}” says nothing: name the concept`)] : []),
  ]
}

function checkNodes(file: ReadFile): readonly Violation[] {
  const lineOf = lineFinder(file.text)
  return file.syntax.nodes.flatMap((visited) => {
    const message = looks.flatMap((look) => (look.applies(file.path) ? (look.find(visited, file.text) ?? []) : []).map((text) => ({ wall: look.wall, text })))
    return message.map(({ wall, text }) => ({ wall, path: file.path, line: lineOf(visited.node.start), message: text }))
  })
}

interface Look {
  readonly wall: string
  readonly applies: (path: string) => boolean
  readonly find: (visited: VisitedNode, text: string) => readonly string[] | undefined
}

const isTest = (path: string): boolean => path.startsWith('tests/')
const isTyped = (path: string): boolean => !isTest(path) && !path.startsWith('scripts/')

const looks: readonly Look[] = [
  { wall: 'default export', applies: (path) => !toolFiles.test(path) && !path.endsWith('.d.ts'), find: ({ node }) => (node.type === 'ExportDefaultDeclaration' || isDefaultSpecifier(node) ? ['export it by name'] : undefined) },
  { wall: 'wildcard', applies: isProduct, find: ({ node }) => (node.type === 'ExportAllDeclaration' ? ['name what is re-exported'] : undefined) },
  { wall: 'any', applies: isTyped, find: ({ node }) => (node.type === 'TSAnyKeyword' ? ['say what it is, or unknown'] : undefined) },
  { wall: 'non-null', applies: isTyped, find: ({ node }) => (node.type === 'TSNonNullExpression' ? ['handle the missing value'] : undefined) },
  { wall: 'clock and chance', applies: (path) => path.startsWith('shared/'), find: clockOrChance },
  { wall: 'contract', applies: (path) => path.startsWith('shared/'), find: missingContract },
  { wall: 'network', applies: isProduct, find: networkGlobal },
  { wall: 'bridge', applies: (path) => isProduct(path) && !path.startsWith('renderer/api/'), find: bridgeUse },
  { wall: 'Chinese', applies: (path) => isProduct(path) && !path.startsWith('assets/') && !chineseRooms.some((room) => room.path.test(path)), find: chineseText },
]

function isDefaultSpecifier(node: SyntaxNode): boolean {
  return node.type === 'ExportSpecifier' && isNode(node['exported']) && node['exported']['name'] === 'default'
}

function clockOrChance({ node }: VisitedNode): readonly string[] | undefined {
  const member = memberName(node)
  if (member === 'Math.random' || member === 'Date.now' || member === 'performance.now' || member?.startsWith('crypto.')) return [`${member}: clock and chance come in as arguments`]
  const isNewDate = node.type === 'NewExpression' && isNode(node['callee']) && node['callee']['name'] === 'Date'
  return isNewDate ? ['new Date: clock and chance come in as arguments'] : undefined
}

function missingContract({ node }: VisitedNode, text: string): readonly string[] | undefined {
  const exported = node.type === 'ExportNamedDeclaration' ? node['declaration'] : null
  if (!isNode(exported) || exported.type !== 'FunctionDeclaration' || text.slice(0, node.start).trimEnd().endsWith('*/')) return undefined
  return ['an exported function of shared/ states its contract in a doc comment']
}

/** A banned name used as a global or as a property of one; not as a key or a member of our own values. */
function networkGlobal({ node, parent, key }: VisitedNode): readonly string[] | undefined {
  if (node.type !== 'Identifier' || !bannedGlobals.some((name) => name === node['name'])) return undefined
  const isMember = parent?.type === 'MemberExpression' && key === 'property' && parent['computed'] !== true
  const owner = isMember && isNode(parent['object']) ? String(parent['object']['name']) : null
  if (isMember && !['window', 'globalThis', 'self', 'global', 'navigator'].includes(String(owner))) return undefined
  const isKey = key === 'key' && parent?.['computed'] !== true && parent?.['shorthand'] !== true
  return isKey ? undefined : [`${String(node['name'])}: no process talks to a network`]
}

function bridgeUse({ node }: VisitedNode): readonly string[] | undefined {
  const name = memberName(node)
  return name !== null && /^(window|globalThis|self)\.api$/.test(name) ? ['window.api is used by renderer/api only'] : undefined
}

/** `a.b` as text, through casts; null if the node is no plain member of a name. */
function memberName(node: SyntaxNode): string | null {
  if (node.type !== 'MemberExpression' || !isNode(node['property'])) return null
  const property = node['computed'] === true ? node['property']['value'] : node['property']['name']
  let object: unknown = node['object']
  while (isNode(object) && ['TSAsExpression', 'ParenthesizedExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'].includes(object.type)) object = object['expression']
  return isNode(object) && typeof object['name'] === 'string' && typeof property === 'string' ? `${object['name']}.${property}` : null
}

const han = /[\u3400-\u9fff\uf900-\ufaff]/

function chineseText({ node, parent }: VisitedNode): readonly string[] | undefined {
  if (parent?.type === 'ImportDeclaration') return undefined
  const text = node.type === 'Literal' || node.type === 'JSXText' ? node['value'] : node.type === 'TemplateElement' ? (node['value'] as { readonly cooked?: string }).cooked : undefined
  return typeof text === 'string' && han.test(text) ? [`「${text.trim().slice(0, 20)}」 belongs into shared/text`] : undefined
}

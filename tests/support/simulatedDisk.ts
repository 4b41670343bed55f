/**
 * A disk in memory that forgets what was not flushed. Every file has volatile and durable bytes; every folder a volatile and a durable list of
 * names; changes of names wait in a journal. `ordered`: a flush of a file or folder commits the whole journal, a crash keeps a prefix of it
 * (ext4, NTFS). `weak`: a flush of a folder commits its own changes only, a crash keeps each other change with probability ½.
 */
import type { FileFacts, StorageIo } from '../../electron/storage/storageIo'

export type CrashModel = 'ordered' | 'weak'

interface FileNode {
  readonly kind: 'file'
  bytes: Uint8Array
  /** Null if it was never flushed. */
  durable: Uint8Array | null
}

interface FolderNode {
  readonly kind: 'folder'
  names: Map<string, Node>
  durable: Map<string, Node>
}

type Node = FileNode | FolderNode

/** One change of names, whole or not at all. */
interface Change {
  readonly folders: readonly FolderNode[]
  readonly edits: ReadonlyArray<{ readonly folder: FolderNode; readonly name: string; readonly node: Node | null }>
}

export interface SimulatedDisk extends StorageIo {
  /** A new disk as it is found after the power failed now. */
  crash(seed: number): SimulatedDisk
  /** Called after every operation that succeeded, with its number. */
  onOperation: ((count: number, name: string) => void) | null
  /** Leaves the disk as it is now for later crashes. */
  freeze(): SimulatedDisk
  /** Changes the bytes of a file behind the program's back. */
  damage(path: string, change: (bytes: Uint8Array) => Uint8Array): void
}

export function errno(code: string): Error {
  return Object.assign(new Error(`${code} (simulated)`), { code })
}

/** A small fast generator of chance; the same seed gives the same numbers. */
export function chance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
}

const emptyFolder = (): FolderNode => ({ kind: 'folder', names: new Map(), durable: new Map() })

/** An empty disk with these folders, durable. */
export function simulatedDisk(model: CrashModel, ...folders: readonly string[]): SimulatedDisk {
  const root = emptyFolder()
  for (const path of folders) {
    let at = root
    for (const name of parts(path)) {
      const next = at.names.get(name) ?? emptyFolder()
      at.names.set(name, next)
      at.durable.set(name, next)
      at = next as FolderNode
    }
  }
  return bindDisk(root, [], model)
}

function parts(path: string): readonly string[] {
  return path.split(/[/\\]/).filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part))
}

function bindDisk(root: FolderNode, journalThen: readonly Change[], model: CrashModel): SimulatedDisk {
  let journal = [...journalThen]
  const handles = new Map<number, FileNode>()
  let nextHandle = 3
  let count = 0

  function folderOf(path: string): { readonly folder: FolderNode; readonly name: string } {
    const names = parts(path)
    const folder = names.slice(0, -1).reduce<Node>((at, name) => child(at, name), root)
    if (folder.kind !== 'folder') throw errno('ENOTDIR')
    return { folder, name: names[names.length - 1] ?? '' }
  }

  function child(at: Node, name: string): Node {
    if (at.kind !== 'folder') throw errno('ENOTDIR')
    const node = at.names.get(name)
    if (node === undefined) throw errno('ENOENT')
    return node
  }

  function nodeAt(path: string): Node {
    return parts(path).reduce<Node>(child, root)
  }

  function change(...edits: Change['edits']): void {
    for (const { folder, name, node } of edits) {
      if (node === null) folder.names.delete(name)
      else folder.names.set(name, node)
    }
    journal.push({ folders: edits.map(({ folder }) => folder), edits })
  }

  function commit(isIncluded: (change: Change) => boolean): void {
    for (const waiting of journal) if (isIncluded(waiting)) applyDurable(waiting)
    journal = journal.filter((waiting) => !isIncluded(waiting))
  }

  async function done<T>(name: string, value: T): Promise<T> {
    count += 1
    disk.onOperation?.(count, name)
    return value
  }

  const handleOf = (handle: number): FileNode => {
    const file = handles.get(handle)
    if (file === undefined) throw errno('EBADF')
    return file
  }

  const disk: SimulatedDisk = {
    onOperation: null,
    open: async (path, flags) => {
      const { folder, name } = folderOf(path)
      const found = folder.names.get(name)
      if (flags === 'wx' && found !== undefined) throw errno('EEXIST')
      if (flags === 'r+' && found === undefined) throw errno('ENOENT')
      if (found?.kind === 'folder') throw errno('EISDIR')
      const file: FileNode = found ?? { kind: 'file', bytes: new Uint8Array(0), durable: null }
      if (found === undefined) change({ folder, name, node: file })
      nextHandle += 1
      handles.set(nextHandle, file)
      return done('open', nextHandle)
    },
    write: async (handle, bytes) => {
      const file = handleOf(handle)
      const joined = new Uint8Array(file.bytes.length + bytes.length)
      joined.set(file.bytes)
      joined.set(bytes, file.bytes.length)
      file.bytes = joined
      return done('write', bytes.length)
    },
    fsync: async (handle) => {
      const file = handleOf(handle)
      file.durable = file.bytes
      if (model === 'ordered') commit(() => true)
      return done('fsync', undefined)
    },
    close: async (handle) => {
      if (!handles.delete(handle)) throw errno('EBADF')
      return done('close', undefined)
    },
    link: async (from, to) => {
      const node = nodeAt(from)
      const { folder, name } = folderOf(to)
      if (folder.names.has(name)) throw errno('EEXIST')
      change({ folder, name, node })
      return done('link', undefined)
    },
    rename: async (from, to) => {
      const node = nodeAt(from)
      const source = folderOf(from)
      const target = folderOf(to)
      const taken = target.folder.names.get(target.name)
      if (taken?.kind === 'folder' && taken.names.size > 0) throw errno('ENOTEMPTY')
      change({ ...source, node: null }, { ...target, node })
      return done('rename', undefined)
    },
    unlink: async (path) => {
      const { folder, name } = folderOf(path)
      if (!folder.names.has(name)) throw errno('ENOENT')
      change({ folder, name, node: null })
      return done('unlink', undefined)
    },
    readdir: async (path) => {
      const node = nodeAt(path)
      if (node.kind !== 'folder') throw errno('ENOTDIR')
      return done('readdir', [...node.names.keys()])
    },
    stat: async (path): Promise<FileFacts> => {
      const node = nodeAt(path)
      return done('stat', { isFolder: node.kind === 'folder', isFile: node.kind === 'file', bytes: node.kind === 'file' ? node.bytes.length : 0, modified: 0 })
    },
    read: async (path) => {
      const node = nodeAt(path)
      if (node.kind !== 'file') throw errno('EISDIR')
      return done('read', node.bytes)
    },
    kindOf: async (path) => done('kindOf', nodeAt(path).kind),
    mkdir: async (path) => {
      const { folder, name } = folderOf(path)
      if (folder.names.has(name)) throw errno('EEXIST')
      change({ folder, name, node: emptyFolder() })
      return done('mkdir', undefined)
    },
    removeFolder: async (path) => {
      const node = nodeAt(path)
      if (node.kind !== 'folder') throw errno('ENOTDIR')
      if (node.names.size > 0) throw errno('ENOTEMPTY')
      change({ ...folderOf(path), node: null })
      return done('removeFolder', undefined)
    },
    flushDirectory: async (path) => {
      const node = nodeAt(path)
      commit(model === 'ordered' ? () => true : ({ folders }) => folders.some((folder) => folder === node))
      return done('flushDirectory', 'flushed')
    },
    crash: (seed) => crashed(root, journal, model, seed),
    freeze: () => {
      const copies = new Map<Node, Node>()
      const copy = copyTree(root, copies)
      const copied = journal.map(({ edits }) => {
        const moved = edits.map(({ folder, name, node }) => ({ folder: copyTree(folder, copies), name, node: node === null ? null : copyNode(node, copies) }))
        return { folders: moved.map(({ folder }) => folder), edits: moved }
      })
      return bindDisk(copy, copied, model)
    },
    damage: (path, alter) => {
      const node = nodeAt(path)
      if (node.kind !== 'file') throw errno('EISDIR')
      node.bytes = alter(node.bytes)
      node.durable = node.bytes
    },
  }
  return disk
}

function applyDurable({ edits }: Change): void {
  for (const { folder, name, node } of edits) {
    if (node === null) folder.durable.delete(name)
    else folder.durable.set(name, node)
  }
}

function copyNode(node: Node, copies: Map<Node, Node>): Node {
  const known = copies.get(node)
  if (known !== undefined) return known
  if (node.kind === 'folder') return copyTree(node, copies)
  const copy = { ...node }
  copies.set(node, copy)
  return copy
}

function copyTree(folder: FolderNode, copies: Map<Node, Node>): FolderNode {
  const known = copies.get(folder)
  if (known !== undefined) return known as FolderNode
  const copy = emptyFolder()
  copies.set(folder, copy)
  for (const [name, node] of folder.names) copy.names.set(name, copyNode(node, copies))
  for (const [name, node] of folder.durable) copy.durable.set(name, copyNode(node, copies))
  return copy
}

function crashed(root: FolderNode, journal: readonly Change[], model: CrashModel, seed: number): SimulatedDisk {
  const next = chance(seed)
  const prefix = Math.floor(next() * (journal.length + 1))
  const kept = model === 'ordered' ? journal.slice(0, prefix) : journal.filter(() => next() < 0.5)
  const edited = new Map<FolderNode, Map<string, Node | null>>()
  for (const { edits } of kept) {
    for (const { folder, name, node } of edits) edited.set(folder, (edited.get(folder) ?? new Map<string, Node | null>()).set(name, node))
  }
  const copies = new Map<Node, Node>()
  const survive = (node: Node): Node => {
    const known = copies.get(node)
    if (known !== undefined) return known
    if (node.kind === 'file') {
      const bytes = node.durable === node.bytes ? node.bytes : torn(node, next)
      const copy: FileNode = { kind: 'file', bytes, durable: bytes }
      copies.set(node, copy)
      return copy
    }
    const copy = emptyFolder()
    copies.set(node, copy)
    const names = new Map<string, Node | null>([...node.durable, ...(edited.get(node) ?? [])])
    for (const [name, inside] of names) if (inside !== null) copy.names.set(name, survive(inside))
    copy.durable = new Map(copy.names)
    return copy
  }
  return bindDisk(survive(root) as FolderNode, [], model)
}

const sector = 512

/** Of a file that was not flushed any length may be left, and of every sector new bytes, rubbish, zeros or the old ones. */
function torn({ bytes, durable }: FileNode, next: () => number): Uint8Array {
  const old = durable ?? new Uint8Array(0)
  const left = new Uint8Array(durable === null ? Math.floor(next() * (bytes.length + 1)) : next() < 0.5 ? bytes.length : old.length)
  for (let from = 0; from < left.length; from += sector) {
    const to = Math.min(from + sector, left.length)
    const fate = next()
    if (fate < 0.45) left.set(bytes.subarray(from, to), from)
    else if (fate < 0.55) for (let at = from; at < to; at += 1) left[at] = Math.floor(next() * 256)
    else if (fate < 0.8 || from >= old.length) left.fill(0, from, to)
    else left.set(old.subarray(from, to), from)
  }
  return left
}

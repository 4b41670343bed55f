/**
 * Every call that the program makes to a disk (SPEC STORE-3). The real disk, the simulated one and the faulty one of the tests implement it,
 * so that a crash or a failure can be put after any single call. Calls reject with an error that has a `code` such as ENOENT.
 */
export interface StorageIo {
  /**
   * `wx` creates and fails if the name exists, `r+` opens for flushing. Gives a handle for the three calls below. A new file is for its owner
   * alone unless `access` is `shared`: then it may be read by whom the system lets read new files.
   */
  open(path: string, flags: 'wx' | 'r+', access?: 'private' | 'shared'): Promise<number>
  /** Gives the number of bytes written, which may be less than asked for. */
  write(handle: number, bytes: Uint8Array): Promise<number>
  fsync(handle: number): Promise<void>
  close(handle: number): Promise<void>
  /** Fails with EEXIST if `to` exists: this is what publishes a generation whole or not at all. */
  link(from: string, to: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  readdir(path: string): Promise<readonly string[]>
  stat(path: string): Promise<FileFacts>
  read(path: string): Promise<Uint8Array>
  /** What stands under a name, without following a link. */
  kindOf(path: string): Promise<'file' | 'folder' | 'link' | 'other'>
  /** One level; fails with EEXIST if it exists. */
  mkdir(path: string): Promise<void>
  /** An empty folder only; fails with ENOTEMPTY otherwise. */
  removeFolder(path: string): Promise<void>
  /** Makes the names in a folder durable. `unsupported`: this system or volume cannot. */
  flushDirectory(path: string): Promise<'flushed' | 'unsupported'>
}

export interface FileFacts {
  readonly isFolder: boolean
  /** False for devices, pipes and sockets, too, which may never end. */
  readonly isFile: boolean
  readonly bytes: number
  /** Milliseconds; compared for equality only, never for order. */
  readonly modified: number
}

/** The `code` of an error of a disk call; empty if it has none. */
export function errnoOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? (error as { readonly code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}

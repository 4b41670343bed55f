/** What the writers need of the disk to find fonts; the composition roots give `systemFonts` of electron/storage. */
export interface FontSource {
  readonly list: () => Promise<readonly { readonly path: string; readonly size: number; readonly modified: number }[]>
  readonly readAll: (path: string) => Promise<Uint8Array>
  readonly readParts: <T>(path: string, use: (read: ReadPart) => Promise<T>) => Promise<T>
}

export type ReadPart = (from: number, length: number) => Promise<Uint8Array>

/** A computer without fonts. */
export const noFonts: FontSource = {
  list: () => Promise.resolve([]),
  readAll: () => Promise.resolve(new Uint8Array()),
  readParts: (_path, use) => use(() => Promise.resolve(new Uint8Array())),
}

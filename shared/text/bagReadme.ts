/** README-先读我.txt of a bag: for a reader who has neither the program nor anybody to ask. */

/** What the words need to know; `seal` null for a package without one. */
export interface ReadmeFacts {
  readonly organisation: string
  readonly description: string
  readonly madeAt: string
  readonly program: string
  readonly files: number
  readonly bytes: number
  readonly seal: { readonly year: number; readonly sequence: number; readonly fonds: string; readonly fondsName: string; readonly reports: number; readonly previous: string | null; readonly sha256: string; readonly shortCode: string } | null
}

/** The words, with Windows line ends and a byte order mark, so that any editor shows them. */
export function bagReadme(facts: ReadmeFacts): string {
  return `\uFEFF${facts.description}\n`.replace(/\n/g, '\r\n')
}

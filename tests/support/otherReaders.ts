/** Libraries that read Word files, as second opinions in tests and beside our readers in the benchmark; never shipped. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

interface Mammoth {
  readonly extractRawText: (file: { readonly buffer: Buffer }) => Promise<{ readonly value: string }>
}

/** The text of a .docx file by mammoth: without numbers, hidden text shown, changes accepted. */
export async function mammothText(bytes: Uint8Array): Promise<string> {
  const { value } = await (load('mammoth') as Mammoth).extractRawText({ buffer: Buffer.from(bytes) })
  return value
}

interface WordExtractor {
  new (): { readonly extract: (file: Buffer) => Promise<{ readonly getBody: (options: { readonly filterUnicode: boolean }) => string }> }
}

/** The text of a .doc or .docx file by word-extractor: without numbers. */
export async function wordExtractorText(bytes: Uint8Array): Promise<string> {
  const extractor = new (load('word-extractor') as WordExtractor)()
  return (await extractor.extract(Buffer.from(bytes))).getBody({ filterUnicode: false })
}

/** The paragraphs of .docx files by python3-docx: those of tables too, what stands in links and insertions left out. Null where it is not installed; it belongs to the system's own Python. */
export function pythonParagraphs(files: readonly string[]): Readonly<Record<string, readonly string[]>> | null {
  const { status, stdout } = spawnSync('/usr/bin/python3', ['tests/support/paragraphsOf.py', ...files], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return status === 0 ? JSON.parse(stdout) as Record<string, readonly string[]> : null
}

/** Whether a package is there: after new ones were added, not every clone has them yet. */
export function isInstalled(name: 'mammoth' | 'word-extractor'): boolean {
  try {
    load.resolve(name)
    return true
  } catch {
    return false
  }
}

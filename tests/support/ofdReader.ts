/** ofd.js, a reader of OFD files that others wrote, as a second reader of ours. It draws into a page of its own; here only the places of its characters are asked for. */
import { existsSync, readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'
import { Window } from 'happy-dom'
import { ofdReader } from '../../scripts/ofd-reader.mjs'

/** One character as the reader places it: millimetres from the top left corner of the paper to its beginning and its baseline. */
export interface ReadCharacter {
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly characters: readonly ReadCharacter[]
}

export type OfdReader = (bytes: Uint8Array) => Promise<readonly ReadPage[]>

interface OfdScript {
  readonly parseOfdDocument: (options: { readonly ofd: ArrayBuffer; readonly success: (documents: readonly unknown[]) => void; readonly fail: (error: unknown) => void }) => void
  readonly renderOfdByScale: (document: unknown) => readonly HTMLElement[]
  readonly getPageScale: () => number
}

/** The reader, or why it cannot be had here. In CI, and wherever packages can be installed, it must be possible. */
export async function prepareOfdReader(): Promise<{ readonly read: OfdReader } | { readonly reason: string }> {
  try {
    return { read: reader(readFileSync(await ofdReader(), 'utf8')) }
  } catch (error) {
    if (process.env['CI'] || (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0)) throw error
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

function reader(code: string): OfdReader {
  const window = new Window()
  const loaded: { exports: Partial<OfdScript> } = { exports: {} }
  // Its own console: it prints what it reads.
  const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined }
  const names = ['module', 'exports', 'window', 'document', 'self', 'File', 'XMLHttpRequest', 'console']
  compileFunction(code, names)(loaded, loaded.exports, window, window.document, window, window.File, window.XMLHttpRequest, quiet)
  const script = loaded.exports as OfdScript
  return async (bytes) => {
    const documents = await new Promise<readonly unknown[]>((resolve, reject) => {
      script.parseOfdDocument({ ofd: Uint8Array.from(bytes).buffer, success: resolve, fail: reject })
    })
    if (documents.length !== 1) throw new Error(`${documents.length} documents`)
    return script.renderOfdByScale(documents[0]).map((page) => readPage(page, script.getPageScale()))
  }
}

/** A page holds one drawing for each text object, and in it one element for each character. */
function readPage(page: HTMLElement, scale: number): ReadPage {
  const length = (value: string): number => Number.parseFloat(value) / scale
  const characters = Array.from(page.querySelectorAll('text'), (element): ReadCharacter => {
    const box = (element.closest('svg') as unknown as HTMLElement).style
    const [x, y] = [length(element.getAttribute('x') ?? ''), length(element.getAttribute('y') ?? '')]
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (/matrix\(([^)]*)\)/.exec(element.getAttribute('transform') ?? '')?.[1] ?? '').split(' ').filter(Boolean).map(Number)
    return { text: element.textContent ?? '', x: length(box.left) + a * x + c * y + e / scale, y: length(box.top) + b * x + d * y + f / scale }
  })
  return { width: length(page.style.width), height: length(page.style.height), characters }
}

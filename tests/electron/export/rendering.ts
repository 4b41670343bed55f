/** LibreOffice as a second reader: Word files as PDF, and what can be measured on their pages. All lengths are millimetres from the top left corner of the paper. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureOffice, ensureTestFonts } from '../../../scripts/test-fonts.mjs'

const millimetresPerPoint = 25.4 / 72

/** Where the font configuration is, or why pages cannot be rendered here. In CI, and wherever Debian packages can be installed, it must be possible. */
export async function prepareRendering(): Promise<{ readonly fonts: string } | { readonly reason: string }> {
  try {
    ensureOffice()
    return { fonts: await ensureTestFonts() }
  } catch (error) {
    if (process.env['CI'] || (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0)) throw error
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

export interface Rendered {
  readonly pages: number
  /** Printed lines of a page from top to bottom, the page number included. */
  readonly lines: (page: number) => readonly string[]
  /** Boxes of the words of a page. */
  readonly words: (page: number) => readonly { readonly text: string; readonly left: number; readonly right: number; readonly top: number }[]
  /** Places of the printed characters of a page, blanks left out: left end and baseline, in the order of the file. */
  readonly glyphs: (page: number) => readonly { readonly x: number; readonly y: number }[]
  /** Names of the embedded fonts without their subset mark. */
  readonly fonts: () => readonly string[]
  /** Font family of every piece of text of a page. */
  readonly families: (page: number) => readonly { readonly text: string; readonly family: string }[]
  /** A page as a PNG picture. */
  readonly picture: (page: number, dotsPerInch: number) => Buffer
  /** The black area of a page: rows from `from` to `to` mm; null if there is none. */
  readonly ink: (page: number, from: number, to: number) => { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } | null
}

/** Renders all files in one call of LibreOffice with a profile folder of its own; `dispose` removes everything. */
export function render(files: Readonly<Record<string, Uint8Array>>, fonts: string): { readonly pdf: (name: string) => Rendered; readonly dispose: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-render-'))
  const names = Object.keys(files)
  for (const name of names) writeFileSync(path.join(folder, `${name}.docx`), files[name] ?? new Uint8Array())
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names.map((name) => path.join(folder, `${name}.docx`))], {
    env: { ...process.env, FONTCONFIG_FILE: fonts }, stdio: 'ignore', timeout: 900_000,
  })
  return { pdf: (name) => openPdf(path.join(folder, `${name}.pdf`)), dispose: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What can be measured of a PDF file. */
export function openPdf(file: string): Rendered {
  const tool = (command: string, args: readonly string[]): string => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const onPage = (page: number): readonly string[] => ['-f', String(page), '-l', String(page)]
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(tool('pdfinfo', [file]))?.[1]),
    lines: (page) => tool('pdftotext', [...onPage(page), '-raw', '-nopgbrk', file, '-']).split('\n').filter((line) => line !== ''),
    words: (page) => [...tool('pdftotext', [...onPage(page), '-bbox', file, '-']).matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<\/word>/g)]
      .map(([, left, top, right, text]) => ({ text: text ?? '', left: Number(left) * millimetresPerPoint, right: Number(right) * millimetresPerPoint, top: Number(top) * millimetresPerPoint })),
    glyphs: (page) => glyphsOf(tool('pdftocairo', [...onPage(page), '-svg', file, '-'])),
    fonts: () => tool('pdffonts', [file]).split('\n').slice(2).filter(Boolean).map((line) => (line.split(/\s+/)[0] ?? '').replace(/^[A-Z]{6}\+/, '')),
    families: (page) => familiesOf(tool('pdftohtml', ['-xml', '-i', '-stdout', ...onPage(page), file])),
    picture: (page, dotsPerInch) => execFileSync('pdftoppm', [...onPage(page), '-r', String(dotsPerInch), '-png', file], { maxBuffer: 1 << 28 }),
    ink: (page, from, to) => inkOf(execFileSync('pdftoppm', [...onPage(page), '-r', '300', '-gray', file], { maxBuffer: 1 << 28 }), from, to),
  }
}

function glyphsOf(svg: string): ReturnType<Rendered['glyphs']> {
  const blank = new Set([...svg.matchAll(/id="(glyph[\d-]+)">\s*<path [^>]*d=""\/>/g)].map((match) => match[1]))
  return [...svg.matchAll(/<use xlink:href="#(glyph[\d-]+)" x="([\d.]+)" y="([\d.]+)"\/>/g)].filter((match) => !blank.has(match[1]))
    .map(([, , x, y]) => ({ x: Number(x) * millimetresPerPoint, y: Number(y) * millimetresPerPoint }))
}

function familiesOf(xml: string): readonly { readonly text: string; readonly family: string }[] {
  const families = new Map([...xml.matchAll(/<fontspec id="(\d+)"[^>]*family="(?:[A-Z]{6}\+)?([^"]*)"/g)].map((match) => [match[1], match[2] ?? '']))
  return [...xml.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)].map((match) => ({ text: (match[2] ?? '').replace(/<[^>]*>/g, ''), family: families.get(match[1]) ?? '' }))
}

/** Reads a grey PGM picture of 300 dots per inch. */
function inkOf(picture: Buffer, from: number, to: number): ReturnType<Rendered['ink']> {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'))
  if (head === null) throw new Error('not a grey picture')
  const width = Number(head[1])
  const millimetresPerDot = 25.4 / 300
  const box = { top: Infinity, bottom: -Infinity, left: Infinity, right: -Infinity }
  for (let y = Math.ceil(from / millimetresPerDot); y < to / millimetresPerDot; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((picture[head[0].length + y * width + x] ?? 255) > 128) continue
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y + 1)
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x + 1)
    }
  }
  if (box.top === Infinity) return null
  return { top: box.top * millimetresPerDot, bottom: box.bottom * millimetresPerDot, left: box.left * millimetresPerDot, right: box.right * millimetresPerDot }
}

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Formats that LibreOffice writes, and the filters it takes for them. */
const filters = { docx: 'docx', doc: 'doc:MS Word 97', rtf: 'rtf:Rich Text Format', odt: 'odt', fodt: 'fodt', html: 'html:HTML (StarWriter)', pdf: 'pdf', txt: 'txt:Text (encoded):UTF8,LF' } as const

/** Files (by names with their endings) as LibreOffice saves them in another format, in one run of it and a profile of its own. What it cannot open is left out. */
export function convertByOffice(files: Readonly<Record<string, Uint8Array>>, format: keyof typeof filters): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-convert-'))
  try {
    for (const name of ['in', 'out']) mkdirSync(path.join(folder, name))
    const given = Object.entries(files).map(([name, bytes], index) => ({ name, bytes, stem: String(index), ending: path.extname(name) }))
    for (const { stem, ending, bytes } of given) writeFileSync(path.join(folder, 'in', `${stem}${ending}`), bytes)
    const inputs = given.map(({ stem, ending }) => path.join(folder, 'in', `${stem}${ending}`))
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', '--convert-to', filters[format], '--outdir', path.join(folder, 'out'), ...inputs], { stdio: 'ignore', timeout: 900_000 })
    const written = new Set(readdirSync(path.join(folder, 'out')))
    return Object.fromEntries(given.flatMap(({ name, stem }) => (written.has(`${stem}.${format}`) ? [[name, readFileSync(path.join(folder, 'out', `${stem}.${format}`))] as const] : [])))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

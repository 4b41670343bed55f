/** `archive catalogue --year Y --data DIR [-o FILE] [--form FORM] [--json]`: 归档文件目录 of a year, or one of its forms, as in the window (SPEC ARCHNO-21). */
import { fail, succeed, type Result } from '../../shared/base/result'
import { archiveForms, type ArchiveForm } from '../../shared/archive/archiveForms'
import { catalogueCells, catalogueCsv, catalogueJson } from '../../shared/archive/catalogueText'
import type { CataloguePart } from '../../shared/archive/catalogue'
import type { PrintDocument } from '../../shared/print/printDocument'
import { yearForm } from '../../shared/archive/yearForms'
import { archiveFormText as words, describeProblem } from '../../shared/text/archiveForms'
import { cliText } from '../../shared/text/cli'
import { fillPlaces } from '../../shared/text/errors'
import { exportForm } from '../export/exportForm'
import { systemFonts } from '../storage/fontFiles'
import { writeOut } from '../storage/writeOut'
import { exitCodes } from './exitCodes'
import type { ParsedArguments } from './parseArguments'
import { withLibrary } from './withLibrary'
import type { Refusal, Run, World } from './world'

const command = 'archive catalogue'

export const runCatalogue: Run = async (given, world) => {
  const wanted = readWanted(given)
  if (!wanted.ok) return wanted
  const { year, form, output, extension } = wanted.value
  return withLibrary(command, given, world, async (library) => {
    const catalogue = await library.catalogueOf({ year })
    if (!catalogue.ok) return fail({ kind: 'failure', error: catalogue.error })
    const { parts, problems } = catalogue.value
    for (const problem of problems) world.complain(`andu: ${describeProblem(problem)}\n`)
    if (output === undefined) {
      world.write(given.flags.has('--json') ? catalogueJson(parts) : tableOf(parts))
      return succeed(exitCodes.done)
    }
    const settings = await library.readSettings()
    if (!settings.ok) return fail({ kind: 'failure', error: settings.error })
    const proof = await library.formProof({ year })
    const document = yearForm(form, parts, settings.value.archive, {}, proof.ok ? proof.value : {})
    if (document === null) return fail({ kind: 'failure', error: { code: 'nothingNumbered' } })
    const bytes = await bytesOf(extension, parts, document, world)
    const written = await writeOut(world.resolve(output), bytes, world.surroundings)
    if (!written.ok) return fail({ kind: 'failure', error: written.error })
    world.write(given.flags.has('--json') ? `${JSON.stringify({ path: written.value.path, bytes: bytes.length, rows: parts.reduce((sum, { rows }) => sum + rows.length, 0) }, null, 2)}\n` : `${fillPlaces(cliText.written, { name: output })}\n`)
    return succeed(exitCodes.done)
  })
}

interface Wanted {
  readonly year: number
  readonly form: ArchiveForm
  readonly output: string | undefined
  readonly extension: string
}

/** CSV and JSON hold the catalogue only. */
function readWanted(given: ParsedArguments): Result<Wanted, Refusal> {
  const refuse = (message: string): Result<Wanted, Refusal> => fail({ kind: 'usage', message })
  const typed = given.values['--year']
  if (typed === undefined) return refuse(fillPlaces(cliText.missingOption, { command, option: '--year' }))
  const year = Number(typed)
  if (!/^\d{4}$/.test(typed) || year < 1900 || year > 2999) return refuse(fillPlaces(cliText.badYear, { value: typed }))
  const named = given.values['--form'] ?? 'catalogue'
  const form = archiveForms.find((each) => each === named)
  if (form === undefined) return refuse(words.badForm(named))
  const output = given.values['--output']
  const extension = /\.(docx|pdf|csv|json)$/i.exec(output ?? '')?.[1]?.toLowerCase() ?? ''
  const isTable = extension === 'csv' || extension === 'json'
  if ((output === undefined) !== (extension === '') || (form !== 'catalogue' && (isTable || output === undefined))) return refuse(words.badOutput(output ?? ''))
  return succeed({ year, form, output, extension })
}

async function bytesOf(extension: string, parts: readonly CataloguePart[], document: PrintDocument, world: World): Promise<Uint8Array> {
  if (extension === 'csv' || extension === 'json') return new TextEncoder().encode(extension === 'csv' ? catalogueCsv(parts) : catalogueJson(parts))
  return (await exportForm(document, extension === 'pdf' ? 'pdf' : 'word', systemFonts(process.platform, world.environment))).bytes
}

/** Tab-separated lines for eyes and pipes. */
function tableOf(parts: readonly CataloguePart[]): string {
  return parts.flatMap(({ rows }) => rows.map((row) => `${catalogueCells(row).map((cell) => cell.replace(/\s+/g, ' ')).join('\t')}\n`)).join('') || `${words.emptyYear}\n`
}

/** `outline FILE [--skeleton] [--json]` and `text FILE [--json]`: what the parser finds in a file, and what the file says (SPEC CLI-9). Diagnostics are the answer, not a failure: both end with 0. */
import { fail, succeed } from '../../shared/base/result'
import { describeOutline, type OutlineDescription } from '../../shared/outline/describeOutline'
import { cliText } from '../../shared/text/cli'
import { diagnosticText } from '../../shared/text/diagnostics'
import { fillPlaces } from '../../shared/text/errors'
import { sourceText } from '../import/sourceText'
import { describeSkeleton, writtenSkeleton } from './skeletonOutput'
import { exitCodes } from './exitCodes'
import { readText } from './readText'
import type { Run } from './world'

export const runOutline: Run = async (given, world) => {
  const file = await readText(given.words[0] ?? '', world)
  if (!file.ok) return fail(file.error)
  if (given.flags.has('--skeleton')) {
    const found = describeSkeleton(file.value)
    world.write(given.flags.has('--json') ? `${JSON.stringify(found, null, 2)}\n` : `${writtenSkeleton(found)}\n`)
    return succeed(exitCodes.done)
  }
  const outline = describeOutline(file.value)
  world.write(given.flags.has('--json') ? `${JSON.stringify(outline, null, 2)}\n` : outlineText(outline))
  return succeed(exitCodes.done)
}

export const runText: Run = async (given, world) => {
  const file = await readText(given.words[0] ?? '', world)
  if (!file.ok) return fail(file.error)
  const { text } = sourceText(file.value.document)
  if (given.flags.has('--json')) world.write(`${JSON.stringify({ format: file.value.format, encoding: file.value.encoding, met: file.value.document.met, text }, null, 2)}\n`)
  else world.write(text.endsWith('\n') ? text : `${text}\n`)
  return succeed(exitCodes.done)
}

/** The outline for people: indented headings with their lines, then what was noticed. */
function outlineText(outline: OutlineDescription): string {
  const facts = [[cliText.addressee, outline.addressee], [cliText.signature, outline.signature.join(' ')], [cliText.date, outline.date]].filter(([, value]) => value !== '')
  const headings = outline.headings.map((heading) => `${'  '.repeat(heading.level)}${heading.number}${heading.text}  [${heading.line}]`)
  const findings = outline.diagnostics.map((finding) => `  ${fillPlaces(cliText.line, { line: finding.line })} ${diagnosticText(finding)}`)
  return `${[
    outline.title || cliText.noTitle,
    ...headings,
    ...facts.map(([name, value]) => `${name} ${value}`),
    ...(findings.length > 0 ? [`${cliText.findings} ${findings.length}`, ...findings] : []),
  ].join('\n')}\n`
}

/** One line of Markdown as runs of text: emphasis without its marks, links by their words (SPEC IMPORT-16). */
import { decodeEntities } from '../../../shared/paste/entities'
import type { SourceRun } from '../sourceDocument'

type Manner = Omit<SourceRun, 'text' | 'change'>

/** A mark inside a line, and what its text is. Lengths are bounded, so that the time grows with the length of the line. */
interface Mark {
  readonly pattern: string
  readonly manner?: Manner
  /** Its text holds no marks. */
  readonly isPlain?: true
}

const inWord = String.raw`[\w\p{Script=Han}]`

/** Behind ** that stands for a name left out, a sentence goes on with these; no emphasis begins with them. */
const behindName = /[\s*和与及、，]/.source

const marks = {
  escape: { pattern: String.raw`\\(?<escape>[!-/:-@[-${'`'}{-~])`, isPlain: true },
  code: { pattern: '(?<codeMark>`{1,3})(?!`)(?<code>[^\\n]{1,300}?)(?<!`)\\k<codeMark>(?!`)', isPlain: true },
  math: { pattern: String.raw`(?<math>\$\$?(?![\s$])[^$\n]{1,300}(?<![\s\\])\$\$?(?![\d$]))`, isPlain: true },
  badge: { pattern: String.raw`\[!\[[^\][]{0,300}\]\((?<badge>[^()\s]*)(?:\s+"[^"]{0,300}")?\)\]\((?:[^()\s]){0,2000}\)`, isPlain: true },
  image: { pattern: String.raw`!\[[^\]]{0,300}\]\((?<image>[^()\s]*)(?:\s+"[^"]{0,300}")?\)`, isPlain: true },
  link: { pattern: String.raw`\[(?<link>[^\][]{1,300})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+"[^"]{0,300}")?\)` },
  note: { pattern: String.raw`\[\^(?<note>[^\]\s]{1,40})\]`, isPlain: true },
  both: { pattern: String.raw`\*\*\*(?![\s*])(?<both>[^*]{1,300}?)(?<!\s)\*\*\*`, manner: { bold: true, italic: true } },
  strong: { pattern: String.raw`\*\*(?!${behindName})(?<strong>(?:[^*]|\*(?!\*)){1,600}?)(?<![\s*])\*\*(?!\*)`, manner: { bold: true } },
  under: { pattern: String.raw`(?<!${inWord})__(?![\s_])(?<under>[^_]{1,300}?)(?<!\s)__(?!${inWord})`, manner: { bold: true } },
  slanted: { pattern: String.raw`(?<!${inWord}|\*)\*(?![\s*])(?<slanted>[^*]{1,300}?)(?<!\s)\*(?!${inWord}|\*)`, manner: { italic: true } },
  low: { pattern: String.raw`(?<!${inWord})_(?![\s_])(?<low>[^_]{1,300}?)(?<!\s)_(?!${inWord})`, manner: { italic: true } },
  struck: { pattern: String.raw`~~(?!\s)(?<struck>[^~]{1,300}?)(?<!\s)~~` },
  address: { pattern: String.raw`<(?<address>(?:https?|mailto|ftp):[^<>\s]{1,500})>`, isPlain: true },
  tag: { pattern: String.raw`</?(?<tag>br|b|strong|i|em|u|s|del|ins|sub|sup|span|font|mark|small|big|kbd|code|a|center|div|p)(?:\s[^<>]{0,300})?/?>`, isPlain: true },
} as const satisfies Record<string, Mark>

const names = Object.keys(marks) as (keyof typeof marks)[]
const pattern = new RegExp(names.map((name) => marks[name].pattern).join('|'), 'giu')

/** Emphasis within emphasis is followed so far. */
const deepest = 6

/** The runs of a line; `onPicture` is given the address of every picture in it. */
export function inlineRuns(text: string, onPicture: (address: string) => void, manner: Manner = {}, depth = 0): readonly SourceRun[] {
  const runs: SourceRun[] = []
  const add = (piece: string): void => {
    const written = decodeEntities(piece)
    const last = runs[runs.length - 1]
    if (written === '') return
    if (last !== undefined && last.bold === manner.bold && last.italic === manner.italic) runs[runs.length - 1] = { ...last, text: last.text + written }
    else runs.push({ text: written, ...manner })
  }
  let at = 0
  for (const match of text.matchAll(pattern)) {
    add(text.slice(at, match.index))
    at = match.index + match[0].length
    const name = names.find((each) => match.groups?.[each] !== undefined)
    if (name === undefined) continue
    const mark: Mark = marks[name]
    const inner = match.groups?.[name] ?? ''
    if (name === 'image' || name === 'badge') onPicture(inner)
    else if (name === 'tag') add(inner.toLowerCase() === 'br' ? '\n' : '')
    else if (name === 'note') add(`[${inner}]`)
    else if (mark.isPlain || depth >= deepest) add(inner)
    else runs.push(...inlineRuns(inner, onPicture, { ...manner, ...mark.manner }, depth + 1))
  }
  add(text.slice(at))
  return runs
}

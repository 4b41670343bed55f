/** What must never be committed: sentences of other people's documents, addresses of the machine that the work was done on, and merges left undecided. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const skipped = /^(node_modules|dist|release|coverage|test-results|\.git|\.ci)$/
const binary = /\.(png|ico|docx|zip|asar)$|^(package-lock|bench-results)\.json$|\.(gb18030|utf16le|utf16be)\.txt$/

/** Every text file of the project, code or not. */
export function readTexts(root: string, folder = ''): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.test(entry.name) ? [] : readTexts(root, path)
    return binary.test(entry.name) ? [] : [{ path, text: readFileSync(join(root, path), 'utf8') }]
  })
}

/** Places of the machine, as `line: place`. */
export function machinePlaces(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => [...line.matchAll(/(?<![\w.~-])\/(?:work|root|tmp|home)\/[A-Za-z0-9._-]+|registry\.[a-z]+\.[a-z]+/g)].map((match) => `${index + 1}: ${match[0]}`))
}

/** Lines by which a merge marks what it could not decide, as `line: mark`; the middle one may be a heading's underline and says nothing. */
export function mergeMarks(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => [...line.matchAll(/^(?:<{7}|>{7}|\|{7}) \S+/g)].map((match) => `${index + 1}: ${match[0]}`))
}

/** So many Chinese characters in a row make a sentence somebody's own. */
const span = 16

/** All spans of Chinese characters of these texts. */
export function spansOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split('\n').flatMap((line) => spansIn(line))))
}

/** The first span of each line that is among the given ones, as `line: words`. */
export function borrowed(text: string, spans: ReadonlySet<string>): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = spansIn(line).find((each) => spans.has(each))
    return found === undefined ? [] : [`${index + 1}: ${found}`]
  })
}

/** Set phrases that every report uses: nobody's own. Without marks, as they are compared. */
const setPhrases = /增强四个意识坚定四个自信做到两个维护|习近平新时代中国特色社会主义思想/g

function spansIn(line: string): readonly string[] {
  const han = line.replace(/[^\u4e00-\u9fff]/g, '').replace(setPhrases, '')
  return Array.from({ length: Math.max(0, han.length - span + 1) }, (_, start) => han.slice(start, start + span))
}

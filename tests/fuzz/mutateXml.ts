/** Changes of XML that leave it well formed, so that they reach what stands behind the parser: other values, elements gone, doubled, moved and put into each other. */
import type { Random } from './random'

const values = ['', '0', '-1', '1', '9', '99', '255', '65536', '2147483647', '-2147483648', '99999999999999999999', '1e309', 'NaN', 'true', 'off', 'none', '%1', '%0%10', 'x', '__proto__', 'constructor', '../x', '#x', 'http://example.invalid/', '一', '\u3000', '甲\u200b乙', '\ud842\udfb7', 'A4', '12pt', '-3cm', '50%', '0001', 'start', 'begin', 'end', 'separate', 'restart', 'bullet', 'chineseCounting', 'auto', 'FFFFFF']
const texts = ['', ' ', '\t', '\n', '一、', '（一）', '1.', '甲', '2025', 'PAGE', 'HYPERLINK "x"', 'INCLUDETEXT', '&amp;', '&#8203;', '&#xFFFD;', '甲'.repeat(300)]

const leaf = /<([A-Za-z][\w:.-]*)(?: [^<>]*)?(?:\/>|>[^<>]*<\/\1>)/g
const branch = /<([A-Za-z][\w:.-]*)(?: [^<>]*[^/])?>(?:(?!<\1[ >])[\s\S]){0,2000}?<\/\1>/g

type Change = (text: string, random: Random) => string

const changes: readonly Change[] = [
  // Another value of an attribute, most often.
  ...Array.from({ length: 4 }, (): Change => (text, random) => replaceOne(text, /"[^"<]*"/g, random, () => `"${random.pick(values)}"`)),
  (text, random) => replaceOne(text, / [A-Za-z][\w:.-]*="[^"]*"/g, random, () => ''),
  (text, random) => replaceOne(text, />[^<]+</g, random, () => `>${random.pick(texts)}<`),
  (text, random) => replaceOne(text, />[^<]*</g, random, (found) => `>${random.pick(texts)}${found.slice(1)}`),
  // An element without children, or one with text alone, is gone, doubled or moved.
  (text, random) => replaceOne(text, leaf, random, () => ''),
  (text, random) => replaceOne(text, leaf, random, (found) => found.repeat(random.pick([2, 3, 50]))),
  (text, random) => replaceOne(text, leaf, random, () => anyOf(text, leaf, random)),
  (text, random) => replaceOne(text, leaf, random, (found) => found + anyOf(text, leaf, random)),
  // The same with whatever lies between a tag and the next end of that name.
  (text, random) => replaceOne(text, branch, random, () => ''),
  (text, random) => replaceOne(text, branch, random, (found) => found + found),
  (text, random) => replaceOne(text, branch, random, (found) => found + anyOf(text, branch, random)),
  (text, random) => replaceOne(text, branch, random, (found) => found.replace('>', `>${anyOf(text, branch, random)}`)),
  // One name for another, in the whole part.
  (text, random) => {
    const [from, to] = [anyOf(text, /<[A-Za-z][\w:.-]*/g, random).slice(1), anyOf(text, /<[A-Za-z][\w:.-]*/g, random).slice(1)]
    return from === '' || to === '' ? text : text.replace(new RegExp(`(</?)${from.replace(/[.]/g, '\\.')}(?=[\\s/>])`, 'g'), `$1${to}`)
  },
]

/** Null for what is no XML in UTF-8. */
export function mutateXml(bytes: Uint8Array, random: Random): Uint8Array | null {
  if (bytes[0] !== 0x3c || bytes.length > 40_000) return null
  let text = new TextDecoder().decode(bytes)
  for (let left = 1 + random.below(5); left > 0; left -= 1) {
    const next = random.pick(changes)(text, random)
    if (next.length <= 60_000) text = next
  }
  return new TextEncoder().encode(text)
}

function replaceOne(text: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  // From a place in the text on, so that not all matches are looked for.
  const found = nextFrom(text, pattern, random.below(text.length)) ?? nextFrom(text, pattern, 0)
  return found === null ? text : text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length)
}

function anyOf(text: string, pattern: RegExp, random: Random): string {
  return (nextFrom(text, pattern, random.below(text.length)) ?? nextFrom(text, pattern, 0))?.[0] ?? ''
}

function nextFrom(text: string, pattern: RegExp, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** Names that leave the program (SPEC STORE-14): what Windows, Word and USB sticks accept, as near to the wanted name as possible. */

const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const forbidden: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', ':': '：', '"': '＂', '/': '／', '\\': '＼', '|': '｜', '?': '？', '*': '＊' }
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i
const longestName = 120

/**
 * A safe file name for `base` and `extension` (with its dot). `fallback` stands for a name of which nothing is left.
 * `taken` holds names of the folder; a name among them, whatever its case, gets ` (2)`, ` (3)` … At most 120 UTF-16 units, the extension kept.
 */
export function safeFileName(base: string, extension: string, fallback: string, taken: readonly string[] = []): string {
  const folded = new Set(taken.map((name) => name.toLowerCase()))
  const clean = cleanName(base) || fallback
  const stem = reserved.test(clean.split('.')[0]?.trim() ?? '') ? `${clean.split('.')[0]?.trim() ?? ''}_${clean.includes('.') ? clean.slice(clean.indexOf('.')) : ''}` : clean
  for (let copy = 1; ; copy += 1) {
    const mark = copy === 1 ? '' : ` (${copy})`
    const name = `${cut(stem, longestName - extension.length - mark.length)}${mark}${extension}`
    if (!folded.has(name.toLowerCase())) return name
  }
}

function cleanName(base: string): string {
  const text = base.normalize('NFC').replace(invisible, '').replace(loneSurrogate, '').replace(/[<>:"/\\|?*]/g, (mark) => forbidden[mark] ?? '_')
  return text.replace(/^[\s.]+|[\s.]+$/g, '')
}

/** At most `length` units, cut between characters, without blanks or dots at the new end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const isInsidePair = /[\ud800-\udbff]/.test(text[length - 1] ?? '')
  return text.slice(0, isInsidePair ? length - 1 : length).replace(/[\s.]+$/, '')
}

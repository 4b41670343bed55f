/** Characters without width or face that no text of ours has (SPEC PASTE-4, CLEAN-6). */

/** Ranges of code points: soft hyphens, fillers, marks of direction, zero-width blanks and joiners, tags. */
const ranges = [[0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180e], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0x3164, 0x3164], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff9, 0xfffb], [0x1d173, 0x1d17a], [0xe0000, 0xe007f]] as const

/** Matches every one of them; with `g`, for `replace` and `matchAll` alone. */
export const invisibleCharacter = new RegExp(`[${ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`, 'gu')

const joiner = '\u200d'

/** Whether the character at UTF-16 index `at` is a joiner that holds an emoji together: it stays. */
export function joinsEmoji(text: string, at: number): boolean {
  return text.charAt(at) === joiner && /(?:[\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff]|\ufe0f|[\u{1f000}-\u{1faff}])$/u.test(text.slice(Math.max(0, at - 2), at))
}

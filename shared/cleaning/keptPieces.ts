/** Pieces of a text whose marks mean something else: addresses, files, numbers of standards, code (SPEC CLEAN-8). */

const kept = new RegExp([
  '(?:https?:\\/\\/|www\\.)[\\w\\-.~:/?#@!$&*+=%,;()\']*[\\w\\-/=&#]',
  '(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+',
  '(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\\.){1,8}(?:com|cn|net|org|gov|edu|info|io)(?:\\.cn)?(?:\\/[\\w\\-./?=&%#]*)?',
  '[^\\s，。；：、“”《》（）"\']{1,60}\\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|txt|csv|jpe?g|png|gif|zip|rar|7z|mp[34]|html?|exe|dwg)(?![A-Za-z0-9])',
  '[A-Za-z]:\\\\[^\\s，。；“”]*',
  '`[^`]*`',
].join('|'), 'gi')

/** A test of UTF-16 indices: whether the character there is part of such a piece. Ask for rising indices only. */
export function keptPieces(text: string): (at: number) => boolean {
  if (!/[.@`\\/]/.test(text)) return () => false
  const ranges = [...text.matchAll(kept)].map((match) => [match.index ?? 0, (match.index ?? 0) + match[0].length] as const)
  let next = 0
  return (at) => {
    while ((ranges[next]?.[1] ?? Infinity) <= at) next += 1
    return (ranges[next]?.[0] ?? Infinity) <= at
  }
}

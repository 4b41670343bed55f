/** Whether a line is the number of a page by its characters: `sure` with dashes, 第…页 or page/pages, `maybe` as a bare figure, which only its place can tell. */
export function pageNumberLine(line: string): 'sure' | 'maybe' | null {
  const text = line.trim()
  if (text.length > 24) return null
  if (/^[-–—―－·~]+\s*\d{1,4}\s*[-–—―－·~]+$|^第\s*[\d〇一二三四五六七八九十]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[\d〇一二三四五六七八九十]{1,4}\s*页)?$|^共\s*[\d〇一二三四五六七八九十]{1,4}\s*页\s*[,，/]?\s*第\s*[\d〇一二三四五六七八九十]{1,4}\s*页$|^page \d{1,4}(?: of \d{1,4})?$/i.test(text)) return 'sure'
  return /^\d{1,4}$|^\d{1,4}\s*\/\s*\d{1,4}$|^[ivxl]{1,7}$|^[\s|·]*\d{1,4}[\s|·]*$/i.test(text) ? 'maybe' : null
}

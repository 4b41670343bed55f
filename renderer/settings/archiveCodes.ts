/** A code as it is written: full-width letters and small ones are taken for what they stand for, blanks go. */
export function codeOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

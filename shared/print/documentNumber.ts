/** How 发文字号 and 密级 are printed (GB/T 9704-2012, 7.2.2 and 7.2.5). */

/** 发文字号 as the standard has it: the year in 〔〕, Arabic digits, no 第 and no leading zeros. What is not understood is left as it is. */
export function printedNumber(typed: string): string {
  const plain = typed.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const match = /^(.*?)\s*[〔[［（(【﹝]\s*(\d{4})\s*年?\s*[〕\]］）)】﹞]\s*第?\s*0*([1-9]\d*)\s*号$/.exec(plain)
  return match === null ? plain : `${match[1] ?? ''}〔${match[2] ?? ''}〕${match[3] ?? ''}号`
}

/** 密级和保密期限 with the star between them. */
export function printedSecrecy(typed: string): string {
  return typed.trim().replace(/\s*[*＊☆★]\s*/g, '★')
}

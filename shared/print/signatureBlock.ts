/**
 * 落款: where signature and date stand (SPEC PRINT-11, PRINT-12). Source: GB/T 9704-2012, 7.3.5. All values are in 字;
 * "right" is what stays free at the right of a line.
 */
export interface SignatureLayout {
  /** One value for each line of the signature, in order. */
  readonly signatureRight: readonly number[]
  readonly dateRight: number
}

/** The widest line that can stand 2 字 from the right and leave 0 字 at the left of 28. */
const widestLine = 26

/**
 * Places the lines of the signature, `signatureWidths` wide, and the date. A missing date has the width 0, a missing signature no line.
 * Unsealed (7.3.5.2): the signature 2 字 from the right, the date begins 2 字 to the right of it; a longer date is itself 2 字 from the right.
 * Sealed (7.3.5.1): the date 4 字 from the right, the signature centred on it. Several units: the lines below begin under the first character
 * of the widest one (unsealed), or are each centred (sealed).
 */
export function placeSignature(signatureWidths: readonly number[], givenDateWidth: number, sealed: boolean): SignatureLayout {
  const widest = Math.min(Math.max(0, ...signatureWidths), widestLine)
  const dateWidth = Math.min(givenDateWidth, widestLine - 2)
  if (sealed) return placeSealed(signatureWidths, widest, dateWidth)
  const isDateLonger = dateWidth > widest
  const first = isDateLonger && widest > 0 && dateWidth > 0 ? dateWidth + 4 - widest : 2
  return {
    signatureRight: signatureWidths.map((width) => round(Math.max(0, first + widest - width))),
    dateRight: isDateLonger ? 2 : round(widest - dateWidth),
  }
}

/** When the signature is too long to be centred on the date, it ends 2 字 from the right and the date is centred under it (usual practice). */
function placeSealed(signatureWidths: readonly number[], widest: number, dateWidth: number): SignatureLayout {
  const centred = 4 + (dateWidth - widest) / 2
  const dateRight = centred < 2 ? 2 + (widest - dateWidth) / 2 : 4
  return { signatureRight: signatureWidths.map((width) => round(Math.max(0, dateRight + (dateWidth - width) / 2))), dateRight: round(dateRight) }
}

function round(value: number): number {
  return Math.round(value * 4) / 4
}

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

export interface SealPlaces {
  /** The units of each row by their index, and where each begins from the left. */
  readonly rows: readonly (readonly { readonly index: number; readonly from: number }[])[]
  readonly dateRight: number
  /** Empty lines between two rows, so that seals do not touch. */
  readonly linesBetween: number
}

/** A seal of 42 mm with a gap, and at most this many beside each other (usual practice). */
const sealWidth = 8
const mostInRow = 3

/**
 * Sealed by several units (7.3.5.1): each unit has a column wide enough for its name and its seal, the last one stands above the date with its seal on
 * both, and no two seals touch. Values in 字 from the left of a line of 28, for lines `widths` wide.
 */
export function placeSeals(widths: readonly number[], dateWidth: number): SealPlaces {
  const column = Math.max(sealWidth, ...widths.map((width) => width + 1))
  const perRow = Math.max(1, Math.min(mostInRow, widths.length, Math.floor(28 / column)))
  const each = perRow === 1 ? 28 : 28 / perRow
  const inFirst = widths.length % perRow === 0 ? perRow : widths.length % perRow
  const rows: { index: number; from: number }[][] = []
  const dateRight = perRow === 1 ? Math.max(2, round(placeSealed([widths[widths.length - 1] ?? 0], widths[widths.length - 1] ?? 0, dateWidth).dateRight)) : round((each - dateWidth) / 2)
  const centreOfDate = 28 - dateRight - dateWidth / 2
  for (let index = 0; index < widths.length;) {
    const count = index === 0 ? inFirst : perRow
    rows.push(Array.from({ length: count }, (_, place) => {
      const centre = perRow === 1 ? centreOfDate : (perRow - count + place + 0.5) * each
      return { index: index + place, from: round(clamp(centre - (widths[index + place] ?? 0) / 2, 28 - (widths[index + place] ?? 0))) }
    }))
    index += count
  }
  return { rows, dateRight, linesBetween: 4 }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most))
}

/** Room for the stamp of a name: about 33 mm. */
const stampWidth = 6

/** 签名章 (7.3.5.3): the stamp 4 字 from the right, the post 2 字 to the left of it, the date 4 字 from the right. */
export function placeStamp(): { readonly postRight: number; readonly dateRight: number } {
  return { postRight: 4 + stampWidth + 2, dateRight: 4 }
}

function round(value: number): number {
  return Math.round(value * 4) / 4
}

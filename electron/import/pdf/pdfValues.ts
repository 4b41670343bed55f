/** Values of a PDF file as they stand in it. Numbers, booleans and null are those of JavaScript, a string is its bytes. */

export interface PdfName { readonly kind: 'name'; readonly name: string }
export interface PdfReference { readonly kind: 'reference'; readonly number: number; readonly generation: number }
export interface PdfArray { readonly kind: 'array'; readonly items: readonly PdfValue[] }
export interface PdfDictionary { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
/** `bytes` are packed as in the file, deciphered. */
export interface PdfStream { readonly kind: 'stream'; readonly dictionary: PdfDictionary; readonly bytes: Uint8Array }
/** A word that is no value: an operator of a page, `obj`, `stream`, a stray bracket. */
export interface PdfKeyword { readonly kind: 'keyword'; readonly word: string }

export type PdfValue = null | boolean | number | Uint8Array | PdfName | PdfReference | PdfArray | PdfDictionary | PdfStream | PdfKeyword

export const emptyDictionary: PdfDictionary = { kind: 'dictionary', entries: new Map() }

/** The kind of a value that is an object of ours; '' for numbers, strings, booleans and null. */
function kindOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? value.kind : ''
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return kindOf(value) === 'dictionary'
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return kindOf(value) === 'stream'
}

export function isArray(value: PdfValue | undefined): value is PdfArray {
  return kindOf(value) === 'array'
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return kindOf(value) === 'reference'
}

export function isKeyword(value: PdfValue | undefined): value is PdfKeyword {
  return kindOf(value) === 'keyword'
}

/** The name, or '' for what is none. */
export function nameOf(value: PdfValue | undefined): string {
  return kindOf(value) === 'name' ? (value as PdfName).name : ''
}

/** A finite number, or `otherwise` for what is none. */
export function numberOf(value: PdfValue | undefined, otherwise = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

/** Bytes as characters of the same codes. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/** What the parser noticed about a text (SPEC PARSE-21 … PARSE-24). Never an error: the report is there all the same. */
export const diagnosticCodes = [
  'duplicateNumber', 'skippedNumber', 'wrongNumber', 'mixedNumber', 'changedNumber', 'keptNumber', 'gluedHeading', 'brokenEnumeration', 'mixedEnumeration', 'watermark',
] as const

export type DiagnosticCode = (typeof diagnosticCodes)[number]

/** `line` is 1-based in the source; `found` and `expected` are short pieces of text, '' where there is nothing to name. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly line: number
  readonly blockId?: string
  readonly found: string
  readonly expected: string
}

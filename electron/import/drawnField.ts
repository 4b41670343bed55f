/** Fields of Word that have no result: what they show is their code. */
import { equationText } from './equationField'
import { symbolInFont } from './word/wordSymbols'

/** Of a code so much is looked at. */
const longestCode = 500

/** The text of a field with this code; '' if it is one that has a result, or shows nothing. */
export function drawnText(code: string): string {
  const given = code.slice(0, longestCode)
  return equationText(given) || symbolText(given) || buttonText(given)
}

/** `SYMBOL 254 \f "Wingdings"`. */
function symbolText(code: string): string {
  const [, number = ''] = /^\s*SYMBOL\s+(0x[0-9a-f]{1,5}|\d{1,6})/i.exec(code) ?? []
  const place = Number(number)
  if (number === '' || !(place >= 0x20 && place <= 0xffff) || (place >= 0xd800 && place <= 0xdfff)) return ''
  const font = /\\f\s*(?:"([^"]*)"|(\S+))/i.exec(code)
  return symbolInFont(font?.[1] ?? font?.[2] ?? '', place) ?? ''
}

/** A place to click at, as in templates: its words stand behind the name of what it does. */
function buttonText(code: string): string {
  return (/^\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:"[^"]*"|\S+)\s+(.*)$/is.exec(code)?.[1] ?? '').replace(/\\\*\s*\S+\s*$/, '').trim()
}

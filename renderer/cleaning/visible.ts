import { invisibleCharacter } from '../../shared/base/invisibleCharacters'

const codeOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text in which blanks and characters without a face can be seen. */
export function visible(text: string): string {
  return text.replace(invisibleCharacter, codeOf).replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff]/g, codeOf).replace(/\u3000/g, '□').replace(/[ \t\u00a0\u2000-\u200a\u202f\u205f]/g, '␣')
}

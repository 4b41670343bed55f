/** Small plain texts in the ways in which they are written. */
import { encodeWith, utf16, utf8 } from '../support/encodings'

const text = '清源县水务局2023年工作总结\r\n\r\n一、主要工作\r\n（一）河道治理。全年清淤12条，完成投资3.5亿元。\r\n1．加强巡查；\r\n\f\r\n单位\t计划\t完成\r\n城关所\t5\t6\r\n'
const traditional = '為改善本區排水設施，本府已編列預算，預計於今年汛期前完成疏濬。\r\n'

export const textSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['UTF-8', utf8(text)],
  ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
  ['GB18030', encodeWith('gb18030', text)],
  ['GB18030 with a mark and rare characters', encodeWith('gb18030', `\ufeff王镕堃、㐀𠮷\n${text}`)],
  ['Big5', encodeWith('big5', traditional.repeat(3))],
  ['UTF-16LE', utf16(text, false, false)],
  ['UTF-16BE with a mark', utf16(text, true, true)],
  ['other ends of lines', utf8('甲\u0085乙\u2028丙\v丁\r戊\x1a')],
]

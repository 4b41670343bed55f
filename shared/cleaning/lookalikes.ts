/** Signs that look like others (SPEC CLEAN-7): letters of another script, circles in a year, what reading a picture makes of 一. */
import type { FindEdits, FoundEdit } from './cleaningRule'
import { inOrder, matchEdits } from './textEdits'

const greek = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'
const greekLatin = 'ABEZHIKMNOPTYXo'
const cyrillic = 'АВЕКМНОРСТУХЅІЈаеорсухіјѕ'
const cyrillicLatin = 'ABEKMHOPCTYXSIJaeopcyxijs'
const latinOf = new Map([...greek].map((sign, index) => [sign, greekLatin.charAt(index)] as const).concat([...cyrillic].map((sign, index) => [sign, cyrillicLatin.charAt(index)] as const)))

/** Circles, zeros and letters in the place of 〇: 二○二五年. */
const year = /(?<![一二三四五六七八九十])[一二][一二三四五六七八九〇零○◯0OＯoОоΟο]{3}(?=年)/g
/** Letters in the place of figures: 1O%, l2年. */
const figure = /(?<![A-Za-z0-9.])(?=[lIOo.]{0,3}\d)[0-9lIOo]+(?:\.[0-9lIOo]+)?(?=[%％年月日万亿元人次名项个])/g

/** A stroke in the place of 一 where no dash can stand: —、主要做法, （—）, 。—是, 第—季度. */
const leadingStroke = /^\s*(?:[—–－―ー-]、|[（(][—–－―ー-][）)])/g
const stroke = /(?<=^|[。；：])[—–－―ー](?=是[^，。]|方面[，要])|(?<=第)[—–－―ー](?=[季书批次时名届轮章条节位线产])/g

const kana = 'エカロニハタト'
const kanaHan = '工力口二八夕卜'

/** A letter of the Japanese script alone among characters is what reading a picture makes of one of them. */
function findKana(text: string): readonly FoundEdit[] {
  return matchEdits(text, /[\u3040-\u30ff]+/g, ([found], at) => {
    const isAmong = /[\u3400-\u9fff]/.test(text.charAt(at - 1)) || /[\u3400-\u9fff]/.test(text.charAt(at + 1))
    return found.length === 1 && isAmong && kana.includes(found) ? kanaHan.charAt(kana.indexOf(found)) : null
  })
}

/** Words that offices write in Latin, of letters that all have a double in another script. */
const latinWords = /^(?:A|AB|AI|AP|APEC|APP|ATM|BIM|BOT|CA|CAT|CBA|CEO|CIM|CPI|CT|EAP|EMC|EMS|EPC|ETC|HIS|HPV|IC|ICP|IP|IPO|IPTV|ISO|IT|KPI|KTV|MBA|MPA|MPS|OA|OTC|PC|PCI|PE|PIC|PM|PMI|PPI|PPP|PPT|SCI|TOP|TPM|VIP|VPN|VR)$/

/** Letters and signs that look like others: circles in a year, letters in a number, Greek and Cyrillic inside a Latin word. A word of theirs alone stays, unless it is one that offices use. */
export const findLookalikes: FindEdits = (text) => inOrder([
  ...matchEdits(text, year, ([found]) => found.replace(/[○◯0OＯoОоΟο]/g, '〇')),
  ...matchEdits(text, figure, ([found]) => (/[lIOo]/.test(found) && found !== 'O2O' ? { text: found.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'), isDoubtful: true } : null)),
  ...matchEdits(text, leadingStroke, ([found]) => found.replace(/[—–－―ー-]/, '一')),
  ...matchEdits(text, stroke, ([found]) => found.replace(/[—–－―ー-]/, '一')),
  ...findKana(text),
  ...findForeign(text),
])

function findForeign(text: string): readonly FoundEdit[] {
  if (!/[\u0370-\u04ff]/.test(text)) return []
  return matchEdits(text, /[A-Za-z\u0370-\u04ff]+/g, ([word]) => {
    if (![...word].every((sign) => /[A-Za-z]/.test(sign) || latinOf.has(sign))) return null
    const latin = [...word].map((sign) => latinOf.get(sign) ?? sign).join('')
    return /[A-Za-z]/.test(word) || (word.length > 1 && latinWords.test(latin)) ? latin : null
  })
}

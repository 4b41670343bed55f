import { describe, expect, it } from 'vitest'
import { drawnText } from '../../../electron/import/drawnField'
import { equationText } from '../../../electron/import/equationField'
import { readDocx } from '../../../electron/import/word/readDocx'
import { sourceText } from '../../../electron/import/sourceText'
import { wordFile } from '../../support/wordFiles'

describe('fields whose code is drawn', () => {
  const cases: readonly (readonly [string, string])[] = [
    [' EQ \\o\\ac(○,1)', '①'], ['eq \\o\\ac(○,21)', '㉑'], [' EQ \\o(○,密)', '密'], ['EQ \\o\\ac(□,3)', '3'], [' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhēn),镇)', '镇'],
    ['EQ \\f(1,2)', '1/2'], ['EQ \\f(a(b,c),d)', '(a(b,c))/d'], ['EQ \\o(甲,乙', '甲乙'], ['EQ', ''], ['PAGE', ''], ['EQ \\x(a)', 'a'],
    ['EQ 3\\f(1,2)', '3 1/2'], ['EQ x\\s\\up8(2)+1', 'x^2+1'], ['EQ \\r(3,27)', '3√27'], ['EQ \\r(2)', '√2'], ['EQ \\b\\lc\\{(\\a\\al\\co1(甲,乙))', '{甲 乙'], ['EQ \\b\\bc\\[(a;b)', '[a,b]'], ['EQ \\b(a)', '(a)'],
    ['EQ \\i\\su(1,5,3)', '∑_1^5 3'], ['EQ \\l(1,2)', '1,2'], ['EQ \\f(\\r(a),\\f(1,b))', '(√a)/(1/b)'], ['EQ \\d\\fo10()甲', '甲'], ['EQ \\o\\al(\\s\\up 10(pin),音)节', '音节'], ['EQ a\\,b', 'a,b'],
    ['EQ 8\\s\\up5(2)', '8^2'], ['EQ 3\\s\\up8(12)=531441', '3^12=531441'], ['EQ H\\s\\do4(2)O', 'H_2O'], ['EQ 5\\s\\up8(n+1)', '5^(n+1)'], ['EQ 5\\s\\up8(2)7', '5^2 7'], ['EQ a\\s\\up8()', 'a'],
    ['EQ \\f(x+2,5)', '(x+2)/5'], ['EQ \\f(7,x-1)', '7/(x-1)'], ['EQ \\f(2,500,4)', '(2,500,4)'], ['EQ 3\\f(1.5,2)', '3 1.5/2'], ['EQ \\r(x+y)', '√(x+y)'], ['EQ \\r(3,x+y)', '3√(x+y)'],
    ['EQ \\o\\al(4,15)', '4 15'], ['EQ x\\o(\\s\\up5(2),\\s\\do5(1))', 'x^2_1'], ['EQ \\i\\su(i=1,n,i)', '∑_(i=1)^n i'],
  ]
  it.each(cases)('IMPORT-11: %s', (code, text) => {
    expect(equationText(code)).toBe(text)
  })

  const others: readonly (readonly [string, string])[] = [
    [' SYMBOL 254 \\f "Wingdings" \\s 12', '☑'], ['SYMBOL 0xA3 \\f Symbol', '≤'], ['SYMBOL 9745 \\u', '☑'], ['SYMBOL 65 \\f "宋体"', 'A'], ['SYMBOL x', ''], ['SYMBOL 33 \\f Webdings', ''],
    [' MACROBUTTON  NoMacro [单击此处 键入] ', '[单击此处 键入]'], ['GOTOBUTTON b1 跳转 \\* MERGEFORMAT', '跳转'], ['MACROBUTTON x', ''], ['PAGE', ''],
  ]
  it.each(others)('IMPORT-11: a symbol or a button: %s', (code, text) => {
    expect(drawnText(code)).toBe(text)
  })

  it('IMPORT-11: in a .docx file, where the code may stand in pieces', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
    const body = `<w:p>${mark('begin')}${code(' EQ ')}${code('\\o\\ac(○,')}${code('11)')}${mark('end')}<w:r><w:t>要点</w:t></w:r>${mark('begin')}${code('PAGE')}${mark('end')}</w:p>`
    expect(sourceText(readDocx(wordFile(body))).text).toBe('⑪要点')
    // An empty result is none; a field may stand in one element.
    const empty = `<w:p>${mark('begin')}${code('EQ \\o(○,2)')}${mark('separate')}${mark('end')}<w:fldSimple w:instr="EQ \\o(○,3)"/><w:fldSimple w:instr="EQ \\o(○,4)"><w:r><w:t>四</w:t></w:r></w:fldSimple></w:p>`
    expect(sourceText(readDocx(wordFile(empty))).text).toBe('②③四')
  })
})

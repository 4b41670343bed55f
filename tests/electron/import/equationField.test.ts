import { describe, expect, it } from 'vitest'
import { equationText } from '../../../electron/import/equationField'
import { readDocx } from '../../../electron/import/word/readDocx'
import { sourceText } from '../../../electron/import/sourceText'
import { wordFile } from '../../support/wordFiles'

describe('fields whose code is drawn', () => {
  const cases: readonly (readonly [string, string])[] = [
    [' EQ \\o\\ac(○,1)', '①'], ['eq \\o\\ac(○,21)', '㉑'], [' EQ \\o(○,密)', '密'], ['EQ \\o\\ac(□,3)', '3'], [' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhēn),镇)', '镇'],
    ['EQ \\f(1,2)', '1/2'], ['EQ \\f(a(b,c),d)', 'a(b,c)/d'], ['EQ \\o(甲,乙', '甲乙'], ['EQ', ''], ['PAGE', ''], ['EQ \\x(a)', ''],
  ]
  it.each(cases)('IMPORT-11: %s', (code, text) => {
    expect(equationText(code)).toBe(text)
  })

  it('IMPORT-11: in a .docx file, where the code may stand in pieces', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
    const body = `<w:p>${mark('begin')}${code(' EQ ')}${code('\\o\\ac(○,')}${code('11)')}${mark('end')}<w:r><w:t>要点</w:t></w:r>${mark('begin')}${code('PAGE')}${mark('end')}</w:p>`
    expect(sourceText(readDocx(wordFile(body))).text).toBe('⑪要点')
  })
})

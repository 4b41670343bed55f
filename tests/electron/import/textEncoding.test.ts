import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/import/text/decodeText'
import { readPlainText } from '../../../electron/import/text/readPlainText'
import { readSource } from '../../../electron/import/readers'
import { sniffFormat } from '../../../electron/import/sniffFormat'
import { textSeeds } from '../../fuzz/textSeeds'
import { encodeWith, utf16, utf8 } from '../../support/encodings'
import { onlyRefusals } from '../../support/mutations'

const SIMPLIFIED = '一、主要工作情况\r\n今年以来，我局认真落实档案工作责任制，全年整理文书档案1 320件，同比增长3.5%。\r\n'
const TRADITIONAL = '一、主要工作情況\r\n今年以來，我局認真落實檔案工作責任制，全年整理文書檔案三百件。\r\n'

/** Nine ways to write a text; what Big5 cannot hold is `?` in the file itself. */
const encodings: readonly (readonly [name: string, encoding: string, write: (text: string) => Uint8Array])[] = [
  ['UTF-8', 'UTF-8', utf8],
  ['UTF-8 with a mark', 'UTF-8', (text) => utf8(`\ufeff${text}`)],
  ['UTF-16LE with a mark', 'UTF-16LE', (text) => utf16(text, false, true)],
  ['UTF-16BE with a mark', 'UTF-16BE', (text) => utf16(text, true, true)],
  ['UTF-16LE', 'UTF-16LE', (text) => utf16(text, false, false)],
  ['UTF-16BE', 'UTF-16BE', (text) => utf16(text, true, false)],
  ['GB18030', 'GB18030', (text) => encodeWith('gb18030', text)],
  ['GB18030 with a mark', 'GB18030', (text) => encodeWith('gb18030', `\ufeff${text}`)],
  ['Big5', 'Big5', (text) => encodeWith('big5', text)],
]

/** Six texts, the second way of writing for Big5. */
const kinds: readonly (readonly [name: string, text: string, traditional: string])[] = [
  ['full', SIMPLIFIED.repeat(20), TRADITIONAL.repeat(20)],
  ['one line', '关于报送年度工作总结的通知', '關於報送年度工作總結的通知'],
  ['two characters', '总结', '總結'],
  ['rare characters', '㐀𠮷镕堃', '㐀𠮷鎔堃'],
  ['names', '赵晓霞 钱芳 孙玉梅 李建国 周媛 吴倩', '趙曉霞 錢芳 孫玉梅 李建國 周媛 吳倩'],
  ['figures', '全县2024年完成投资12.6亿元\t3.5%\n', '全縣2024年完成投資12.6億元\t3.5%\n'],
]

describe('IMPORT-2: the encoding of a text', () => {
  const results = encodings.flatMap(([name, encoding, write]) => kinds.map(([kind, simplified, traditional]) => {
    const bytes = write(encoding === 'Big5' ? traditional : simplified)
    // Big5 has no place for some of them: the file holds marks of question.
    const text = encoding === 'Big5' ? new TextDecoder('big5').decode(bytes) : simplified
    const decoded = decodeText(bytes)
    return { name: `${name}, ${kind}`, isRight: decoded.ok && decoded.value.text === text && (decoded.value.encoding === encoding || /^[ -~]*$/.test(text)) }
  }))
  it('IMPORT-2: at least 52 of 54 texts in nine encodings are read right', () => {
    const wrong = results.filter(({ isRight }) => !isRight).map(({ name }) => name)
    process.stdout.write(`encodings: ${results.length - wrong.length} of ${results.length} right${wrong.length === 0 ? '' : `; not ${wrong.join('; ')}`}\n`)
    expect(results).toHaveLength(54)
    expect(wrong.length).toBeLessThanOrEqual(2)
  })

  const official = '各乡镇人民政府，县直各单位：为深入贯彻落实上级会议精神，切实做好秋冬季森林草原防灭火工作，现将有关事项通知如下。一要压实责任，二要加强巡护，三要备足物资。'
  const news = '昨日清晨，记者在滨河公园看到，不少市民正沿着新铺的步道晨练。“以前这里杂草丛生，夏天蚊子多得很。”家住附近的贾婶笑着说，“如今鹭鸶、翠鸟都飞回来啦！”'
  const traditional = '為改善本區排水設施，本府已編列預算，預計於今年汛期前完成疏濬；請各里辦公處協助宣導，並將執行情形於月底前函報。'
  it.each([
    ['GB18030', 'a notice', encodeWith('gb18030', official.repeat(26))], ['GB18030', 'news', encodeWith('gb18030', news.repeat(28))], ['Big5', 'a letter', encodeWith('big5', traditional.repeat(36))],
    ['UTF-16LE', 'news', utf16(news.repeat(28), false, false)], ['UTF-16BE', 'a notice', utf16(official.repeat(26), true, false)], ['UTF-8', 'news', utf8(news.repeat(20))],
  ])('IMPORT-2: 4 kB of %s: %s', (encoding, _name, bytes) => {
    expect(bytes.length).toBeGreaterThan(3500)
    expect(decodeText(bytes)).toMatchObject({ ok: true, value: { encoding, isCut: false } })
    // The same cut off anywhere.
    for (const length of [40, 333, 1001, 2048, 3001]) expect(decodeText(bytes.subarray(0, length))).toMatchObject({ ok: true, value: { encoding } })
  })

  it('IMPORT-2: a text in Latin letters is UTF-8 where it is valid', () => {
    for (const text of ['a\u00a0b', 'Résumé of café\n', '100 m² ± 5 °C', '1\u00a0×\u00a02']) expect(decodeText(utf8(text))).toMatchObject({ ok: true, value: { encoding: 'UTF-8', text } })
  })

  it('IMPORT-2: short texts in two-byte units are not taken for ASCII with control characters', () => {
    for (const text of ['示屏、展', '三、下', '我局将继', '。做到意识形态', '央、省、市']) for (const isBig of [false, true]) expect(decodeText(utf16(text, isBig, false))).toMatchObject({ ok: true, value: { text } })
    expect(decodeText(utf8(`${'text '.repeat(60)}\x07`))).toMatchObject({ ok: true, value: { encoding: 'UTF-8' } })
  })

  it('IMPORT-2: short GBK texts are not taken for Big5 or UTF-8', () => {
    const short = ['王芳', '毛利', '联通', '张三\n李四\n', '欧阳娜娜、司马懿', '请示', '县委办', '陈静 林雪 黄磊 郑爽 谢楠', '鑫淼镇', '(一)', '食 应', '关于', '同意。', '褚遂良 尉迟恭']
    const wrong = short.filter((text) => {
      const decoded = decodeText(encodeWith('gb18030', text))
      return !decoded.ok || decoded.value.text !== text
    })
    expect(wrong).toEqual([])
  })

  it('IMPORT-2: a last character cut off is left out and told', () => {
    for (const [encoding, bytes] of [['UTF-8', utf8('年度工作总结')], ['GB18030', encodeWith('gb18030', '年度工作总结')], ['UTF-16LE', utf16('\ufeff年度工作总结', false, false)]] as const) {
      expect(decodeText(bytes.subarray(0, -1))).toEqual({ ok: true, value: { text: '年度工作总', encoding, isCut: true } })
    }
    expect(readPlainText(utf8('年度总结').subarray(0, -2)).met.cut).toBe(1)
    expect(readPlainText(utf8('年度总结')).met.cut).toBe(0)
  })

  it('IMPORT-2: a short text with a broken character inside is refused, never read as something else', () => {
    const broken = (bytes: Uint8Array): Uint8Array => Uint8Array.from([...bytes.subarray(0, 30), 0xff, ...bytes.subarray(30)])
    for (const bytes of [broken(utf8(official)), broken(encodeWith('gb18030', official)), Uint8Array.of(0xff, 0xff, 0x81, 0xff, 0x20), Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x41)]) {
      expect(decodeText(bytes)).toEqual({ ok: false, error: { code: 'encodingUnknown' } })
    }
  })

  it('IMPORT-2: a stray control character does not hide the encoding', () => {
    expect(decodeText(encodeWith('gb18030', `${official}\u0007${official}`))).toMatchObject({ ok: true, value: { encoding: 'GB18030' } })
  })

  it('IMPORT-3: changed bytes give a text or a refusal, and no broken character but those that are told', () => {
    for (const [name, bytes] of textSeeds) expect([name, sniffFormat(bytes), readPlainText(bytes).blocks.length > 0]).toEqual([name, 'text', true])
    expect(onlyRefusals(textSeeds, (bytes) => {
      // In two-byte units any two bytes are a character, also the one that stands for broken ones.
      const { blocks, encoding = '', met } = readPlainText(bytes)
      if (!encoding.startsWith('UTF-16') && JSON.stringify(blocks).split('\ufffd').length - 1 !== met.unreadable) throw new Error('broken character')
    }, 2000)).toEqual([])
  })

  it('IMPORT-1: room at the end of a text that was never filled is left out and told; zero bytes elsewhere are no text', async () => {
    for (const write of [utf8, (text: string) => encodeWith('gb18030', text)]) {
      const bytes = write('年度工作总结\r\n一、主要工作\r\n')
      const padded = Uint8Array.from([...bytes, ...new Uint8Array(4096)])
      expect(await readSource(padded, '总结.txt')).toMatchObject({ ok: true, value: { format: 'text', document: { met: { cut: 1 } } } })
      expect(readPlainText(padded).blocks).toEqual(readPlainText(bytes).blocks)
      expect(sniffFormat(Uint8Array.from([...bytes, ...new Uint8Array(9), ...bytes]))).toBe('binary')
    }
    expect(sniffFormat(new Uint8Array(2000))).toBe('binary')
    expect(readPlainText(utf16('一\u0100\0', false, true)).met.cut).toBe(0)
  })

  it('IMPORT-2: all ends of lines end a line, and the end mark of DOS is no text', () => {
    const lines = (text: string) => readPlainText(utf8(text)).blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : ''))
    expect(lines('甲\r\n乙\n丙\r丁\u0085戊\u2028己\u2029庚\v辛\r\r\n壬\x1a')).toEqual(['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'])
    expect(lines('甲\n\n乙')).toEqual(['甲', '', '乙'])
    expect(lines('甲\n\f\n乙')).toEqual(['甲', '\f', '乙'])
  })
})

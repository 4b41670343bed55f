/** Texts, web pages and Markdown that are slow to understand. */
import { concat, latin, odd, refused, sound, utf8, type HostileFile } from './hostileFile'

const html = (body: string): Uint8Array => utf8(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`)
/** Behind so many plain signs that it can be nothing else. */
const markdown = (body: string): Uint8Array => utf8(`# 甲\n\n正文一句。\n\n## 乙\n\n- 丙\n- 丁\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n${body}`)
const nested = (open: string, close: string, times: number): string => `${open.repeat(times)}甲${close.repeat(times)}`

export const hostileTexts: readonly HostileFile[] = [
  sound('text: nothing wrong', () => utf8('甲\n')),
  sound('Markdown: nothing wrong', () => markdown('丙')),
  sound('HTML: nothing wrong', () => html('<p>甲</p>')),
  sound('mht: nothing wrong', () => latin('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n')),
  odd('text: one line of 1.9 million characters', () => utf8('甲'.repeat(1_900_000))),
  refused('text: 3 million characters', () => utf8('甲乙丙丁\n'.repeat(700_000))),
  refused('text: 5 million lines', () => utf8('甲\n'.repeat(5_000_000))),
  odd('text: 49,000 short lines', () => utf8('一、\n'.repeat(49_000))),
  odd('text: numbers, brackets and blanks without end', () => utf8(`${'（一'.repeat(20_000)}\n${'1.'.repeat(50_000)}\n${' 　\t'.repeat(50_000)}甲\n${'一、'.repeat(50_000)}\n${'“'.repeat(50_000)}\n${'2025年'.repeat(20_000)}\n${'附件'.repeat(30_000)}：${'1.'.repeat(30_000)}`)),
  odd('text: tabs and dots, row after row', () => utf8(`${'甲\t'.repeat(2_000)}\n`.repeat(100))),
  refused('text: random bytes', () => Uint8Array.from({ length: 2_000_000 }, (_, index) => Math.imul(index + 1, 2654435761) >>> 24)),
  odd('text: half characters of UTF-16', () => concat(Uint8Array.from([0xff, 0xfe]), Uint8Array.from({ length: 200_000 }, (_, index) => (index % 2 === 0 ? 0x41 : 0xd8)))),
  odd('text: every byte of GB18030 in fours', () => concat(utf8('甲\n'), Uint8Array.from({ length: 400_000 }, (_, index) => [0x81, 0x30, 0x81, 0x30][index % 4]! + ((index >> 2) % 9)))),
  odd('Markdown: marks without end', () => markdown(`${'*'.repeat(100_000)}\n${'_a'.repeat(50_000)}\n${'['.repeat(100_000)}\n${'!['.repeat(50_000)}\n${'`'.repeat(99_999)}\n${'\\'.repeat(99_999)}\n${'<'.repeat(99_999)}\n`)),
  odd('Markdown: stars and words in turns', () => markdown(`- 乙\n\n${'**甲 _乙 '.repeat(50_000)}`)),
  odd('Markdown: quotations and lists in each other', () => markdown(`${'> '.repeat(50_000)}乙\n\n${Array.from({ length: 3_000 }, (_, index) => `${'  '.repeat(index)}- 丙`).join('\n').slice(0, 4_000_000)}`)),
  odd('Markdown: a table of 1,000 columns and a fence that never ends', () => markdown(`|${' a |'.repeat(1_000)}\n|${'---|'.repeat(1_000)}\n${`|${' b |'.repeat(1_000)}\n`.repeat(100)}\n\`\`\`\n${'丙\n'.repeat(10_000)}`)),
  odd('Markdown: links and notes by the thousand', () => markdown(`${'[a][b](c "d'.repeat(30_000)}\n\n${Array.from({ length: 20_000 }, (_, index) => `[^${index}]: 注${index}`).join('\n')}\n${'[^1]'.repeat(20_000)}`)),
  odd('HTML: 100,000 elements deep', () => html(nested('<div>', '</div>', 100_000))),
  odd('HTML: a million elements never closed', () => html('<b>'.repeat(1_000_000))),
  odd('HTML: 200,000 tables in each other', () => html(nested('<table><tr><td>', '</td></tr></table>', 200_000))),
  odd('HTML: 100,000 attributes', () => html(`<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}="x"`).join(' ')}>甲</p>`)),
  odd('HTML: an attribute of 5 MB', () => html(`<p style="${'a:b;'.repeat(1_250_000)}">甲</p>`)),
  odd('HTML: formatting that is taken up again and again', () => html(`${'<p><b><i><u><font>'.repeat(20_000)}甲`)),
  refused('HTML: 400,000 paragraphs', () => html('<p>甲</p>'.repeat(400_000))),
  odd('HTML: spans beyond all tables', () => html('<table><tr><td colspan=2147483647 rowspan=2147483647>甲</td></tr><tr><td colspan=-5>乙</td></tr></table>')),
  odd('HTML: tables that each span 1,000 by 65,534', () => html('<table><tr><td colspan=1000 rowspan=65534>甲</td></tr></table>'.repeat(1_000))),
  odd('HTML: scripts, frames and addresses', () => html('<script>while(1);</script><iframe src="http://example.invalid/"></iframe><img src="http://example.invalid/a.png" onerror="x()"><object data="file:///etc/passwd"></object><link rel=stylesheet href="//example.invalid"><meta http-equiv=refresh content="0;url=http://example.invalid"><base href="http://example.invalid"><p>甲</p>')),
  odd('HTML: references without end', () => html(`<p>${'&'.repeat(500_000)}${'&#x'.repeat(200_000)}${'&#9999999999999;'.repeat(20_000)}</p>`)),
  odd('HTML: comments and conditions that never end', () => html(`<p>甲</p>${'<!--'.repeat(200_000)}${'<![if x]>'.repeat(100_000)}`)),
  odd('HTML: open brackets only', () => latin(`<html>${'<'.repeat(2_000_000)}`)),
  odd('HTML: names of what every object inherits', () => html('<__proto__ __proto__="x" constructor=y>甲</__proto__><p id="__proto__" class="constructor" style="__proto__:x;constructor:y">乙</p>')),
  odd('mht: parts in each other', () => latin(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b0"\r\n\r\n${Array.from({ length: 2_000 }, (_, index) => `--b${index}\r\nContent-Type: multipart/related; boundary="b${index + 1}"\r\n\r\n`).join('')}--b2000\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n`)),
  odd('mht: a boundary of one dash, 500,000 parts', () => latin(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="-"\r\n\r\n${'---\r\n\r\n'.repeat(500_000)}`)),
  odd('mht: headers without end', () => latin(`MIME-Version: 1.0\r\n${'X: y\r\n z\r\n'.repeat(300_000)}\r\n<p>x</p>`)),
]

/** Small messages with all that their reader knows. */
import { Buffer } from 'node:buffer'
import { encodeWith, utf8 } from '../support/encodings'
import { pointPng, wordPage } from './htmlSeeds'

/** Quoted-printable with soft line ends. */
export function quoted(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) => (byte === 0x3d || byte > 0x7e || (byte < 0x20 && byte !== 0x0a && byte !== 0x0d) ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)))
  const lines: string[] = ['']
  for (const sign of signs) {
    const last = lines.length - 1
    if (sign === '\n') lines.push('')
    else if (sign !== '\r') {
      if ((lines[last] ?? '').length > 70) {
        lines[last] += '='
        lines.push(sign)
      } else lines[last] += sign
    }
  }
  return lines.join('\r\n')
}

/** A message of these parts, each with its header lines. */
export function message(parts: readonly (readonly [headers: string, body: string])[], top = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Part_01"'): Uint8Array {
  const text = `${top}\r\n\r\nThis is a multi-part message.\r\n\r\n${parts.map(([headers, body]) => `------=_Part_01\r\n${headers}\r\n\r\n${body}\r\n`).join('')}------=_Part_01--\r\n`
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

const chromeTop = 'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.invalid/a/b.html\r\nSubject: =?utf-8?Q?=E6=80=BB?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_Part_01"'
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

export const wordMessage = message([
  ['Content-Location: file:///C:/A1/总结.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"'.replace('总结', '%E6%80%BB'), quoted(encodeWith('gb18030', wordPage.replace('补充一条', '<img src="x.files/image001.png">补充一条')))],
  ['Content-Location: file:///C:/A1/x.files/image001.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png', pointPng.replace(/(.{40})/g, '$1\r\n')],
  ['Content-Location: file:///C:/A1/x.files/header.htm\r\nContent-Transfer-Encoding: 8bit\r\nContent-Type: text/html; charset="utf-8"', latin(utf8('<html><body><div style="mso-element:footer" id=f1><p>第 页</p></div></body></html>'))],
])

export const mhtSeeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a page of Word', wordMessage],
  ['a page of a browser', message([
    ['Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.invalid/a/b.html', quoted(utf8('<!DOCTYPE html><html><head><meta charset="UTF-8"></head><body><h1>工作动态</h1><p>正文<img src="cid:p1@x"><img src="https://example.invalid/p.png"></p></body></html>'))],
    ['Content-Type: image/png\r\nContent-ID: <p1@x>\r\nContent-Transfer-Encoding: base64', pointPng],
  ], chromeTop)],
  ['a mail message of two kinds', message([
    ['Content-Type: multipart/alternative; boundary=inner', `--inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${latin(utf8('纯文字'))}\r\n--inner\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('<p>网页文字</p>').toString('base64')}\r\n--inner--`],
  ])],
  ['a message of text alone', Uint8Array.from(Buffer.from(`Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=gbk\r\n\r\n${latin(encodeWith('gb18030', '一、工作情况\r\n全年完成任务。'))}`, 'latin1'))],
]

/**
 * `data/reader.html` of a sealed year (SPEC BAG-9): one file with everything in it, that lists, searches and shows the reports in any browser that
 * opens it from a disc. Nothing of the reports is ever markup: the list is escaped, the texts are data that the script sets as text.
 */
import { createHash } from 'node:crypto'
import { retentionNames } from '../../../shared/archive/archivalNumber'
import { fillPlaces } from '../../../shared/text/errors'
import { readerText } from '../../../shared/text/reader'
import { beijingTime } from './beijingTime'
import type { ReaderReport } from './readerReport'
import { readerScript } from './readerScript'
import { readerStyle } from './readerStyle'

/** What stands at the head of the page. */
export interface ReaderFacts {
  readonly title: string
  readonly organisation: string
}

/** The page, UTF-8. Reports in the order in which they are to be listed. */
export function makeReaderPage(given: readonly ReaderReport[], { title, organisation }: ReaderFacts): Uint8Array {
  const reports = given.map(shown)
  const policy = `default-src 'none'; style-src '${hashOf(readerStyle)}'; script-src '${hashOf(readerScript)}'; base-uri 'none'; form-action 'none'`
  const count = fillPlaces(readerText.all, { count: reports.length })
  const page = `<!DOCTYPE html>
<html lang="${readerText.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${readerStyle}</style>
</head>
<body>
<nav id="side" aria-label="${readerText.list}">
<div id="head">
<h1>${escaped(title)}</h1>
<p id="unit">${escaped(organisation)}</p>
<p id="find" hidden><input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="${readerText.search}" aria-label="${readerText.search}" title="${readerText.searchHint}"></p>
<p id="count" role="status">${count}</p>
</div>
<noscript><p class="quiet">${readerText.noScript}</p></noscript>
<ol id="list">
${reports.map(row).join('\n')}
</ol>
<p id="none" class="quiet" hidden>${readerText.none}</p>
</nav>
<main id="main" tabindex="-1"><p id="choose" class="quiet">${readerText.choose}</p><article id="report" hidden></article><p id="about" class="quiet">${readerText.about}</p></main>
<script id="data" type="application/json">${scriptData({ texts: readerText, reports })}</script>
<script>${readerScript}</script>
</body>
</html>
`
  return new TextEncoder().encode(page)
}

const formats = Object.keys(readerText.formats)

/** The report with its facts as people read them and its files in the order in which they are wanted. */
function shown(report: ReaderReport): ReaderReport {
  const place = (name: string): number => (formats.includes(name) ? formats.indexOf(name) : formats.length)
  const retention = Object.entries(retentionNames).find(([code]) => code === report.retention)?.[1] ?? report.retention
  return { ...report, retention, date: report.date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'), filedAt: beijingTime(report.filedAt).slice(0, 10), files: [...report.files].sort((a, b) => place(a) - place(b)) }
}

/** A row of the list; without script its files can still be opened. */
function row({ number, title, date, pages, folder, files }: ReaderReport, index: number): string {
  const facts = [number, date, pages === null ? '' : fillPlaces(readerText.pageUnit, { count: pages })].filter((fact) => fact !== '').map((fact) => `<span>${escaped(fact)}</span>`).join(' ')
  const href = files.includes('report.pdf') ? `${folder}/report.pdf` : `${folder}/${files[0] ?? ''}`
  return `<li id="r${index}"><a href="${escaped(href)}"><b>${escaped(title)}</b><small>${facts}</small><i></i></a></li>`
}

function escaped(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** JSON that can stand inside a script element: it holds no character that could end it. */
function scriptData(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Characters that no page may hold. */
function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

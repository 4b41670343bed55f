/** 归档章 as a picture: drawn in the window, saved where the clerk chooses. */
import { call } from '../api/client'
import { tellWritten } from './exported'
import { reloadFiled } from './filing'
import { settings } from './settings'
import { showError, showToast } from './toast'
import { formatArchivalNumber } from '../../shared/archive/archivalNumber'
import { stampCells, stampSvg } from '../../shared/archive/filingStamp'
import type { FiledReport } from '../../shared/ipc/contract'
import { archiveFormText } from '../../shared/text/archiveForms'

/** 600 dots per inch. */
const dotsPerMillimetre = 600 / 25.4

export async function savePicture(filed: FiledReport, format: 'svg' | 'png'): Promise<void> {
  const { number, pages } = filed
  const cells = number === undefined ? null : stampCells({ number, ...(pages === undefined ? {} : { pages }) }, settings.get().archive.units)
  if (cells === null) return
  const bytes: Uint8Array<ArrayBuffer> = format === 'svg' ? Uint8Array.from(new TextEncoder().encode(stampSvg(cells))) : await pngOf(stampSvg(cells, dotsPerMillimetre))
  const written = await call('archive.savePicture', { id: filed.summary.id, format, bytes })
  if (written.ok) tellWritten(written.value)
  else showError(written.error)
}

/** Exports the filed report with 归档章 on its first page. */
export async function exportStamped(id: string, format: 'word' | 'pdf'): Promise<void> {
  const written = await call('export.file', { id, format, stamp: true })
  if (written.ok) tellWritten(written.value)
  else showError(written.error)
}

/** Gives a report that was filed without 档号 its number. */
export async function giveNumber(id: string): Promise<void> {
  const filed = await call('archive.number', { id })
  if (!filed.ok) return showError(filed.error)
  await reloadFiled()
  if (filed.value.number !== undefined) showToast({ text: archiveFormText.numbered(formatArchivalNumber(filed.value.number)) })
}

async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width)
  canvas.height = Math.round(picture.height)
  const context = canvas.getContext('2d')
  if (context === null) return new Uint8Array()
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png') })
  return blob === null ? new Uint8Array() : new Uint8Array(await blob.arrayBuffer())
}

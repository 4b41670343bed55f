import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { call, expect, test } from './fixtures'

const text = ['清河县档案局2025年度工作总结', '', '各科室：', '一、主要做法', '（一）坚持加强理论学习。全年组织集中学习十二次。', '二、存在问题', '工作中还有差距和不足。', '', '清河县档案局', '2025年12月20日', ''].join('\r\n')

async function importOne(page: Page): Promise<string> {
  const reply = await call(page, 'import.text', { text })
  return reply.value.imported[0].id as string
}

const isRoot = process.getuid?.() === 0 && process.platform === 'linux'

test('IMPORT-4: files chosen in the dialog are imported in any encoding, and what cannot be read is told', async ({ page, openDialog, userData }) => {
  const gbk = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text })
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['甲.txt', Buffer.from(`\ufeff${text}`)], ['乙 空格.txt', gbk], ['丙.txt', Buffer.from(`\ufeff${text}\n附注`, 'utf16le')], ['丁.docx', Buffer.from('PK\u0003\u0004word/document.xml', 'latin1')], ['戊.txt', Buffer.alloc(0)],
  ]
  for (const [name, bytes] of files) await writeFile(path.join(userData, name), bytes)
  await openDialog([...files.map(([name]) => path.join(userData, name)), path.join(userData, '没有.txt')])
  const { value } = await call(page, 'import.files', { year: 2025 })
  expect(value.imported.map((each: any) => [each.fileName, each.encoding, each.title, each.year])).toEqual([
    ['甲.txt', 'UTF-8', '清河县档案局2025年度工作总结', 2025], ['乙 空格.txt', 'GB18030', '清河县档案局2025年度工作总结', 2025], ['丙.txt', 'UTF-16LE', '清河县档案局2025年度工作总结', 2025],
  ])
  expect(value.refused.map((each: any) => [each.fileName, each.error.code])).toEqual([['丁.docx', 'fileDamaged'], ['戊.txt', 'fileEmpty'], ['没有.txt', 'fileNotFound']])
  await openDialog([])
  expect((await call(page, 'import.files', {})).value).toEqual({ imported: [], refused: [] })
})

test('IPC-6: the export dialog offers a good name, and the window learns names and a token, no path', async ({ app, page, userData }) => {
  const id = await importOne(page)
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (async (...words: unknown[]) => {
      const options = words.at(-1) as { defaultPath: string }
      ;(globalThis as any).offered = options.defaultPath
      return { canceled: false, filePath: `${folder}/结果` }
    }) as unknown as typeof dialog.showSaveDialog
  }, userData)
  const reply = await call(page, 'export.file', { id, format: 'word' })
  expect(reply.value).toMatchObject({ kind: 'written', fileName: '结果.docx', folderName: path.basename(userData) })
  expect(JSON.stringify(reply)).not.toContain(path.dirname(userData) + path.sep)
  expect(path.basename(await app.evaluate(() => (globalThis as any).offered))).toBe('清河县档案局2025年度工作总结.docx')
  expect((await readFile(path.join(userData, '结果.docx'))).subarray(0, 2).toString()).toBe('PK')
})

test('UI-17: every format of the list is written, with its own beginning', async ({ page, saveDialog, userData }) => {
  const id = await importOne(page)
  const formats: readonly { readonly id: string; readonly extension: string }[] = (await call(page, 'export.formats')).value
  const beginnings: Readonly<Record<string, string>> = { docx: 'PK', ofd: 'PK', pdf: '%P', txt: Buffer.from('\ufeff').subarray(0, 2).toString('latin1') }
  expect(formats.map((format) => format.id)).toEqual(expect.arrayContaining(['word', 'pdf', 'ofd', 'text']))
  for (const { id: format, extension } of formats) {
    await saveDialog(path.join(userData, `甲.${extension}`))
    expect((await call(page, 'export.file', { id, format })).value).toMatchObject({ kind: 'written', fileName: `甲.${extension}` })
    expect((await readFile(path.join(userData, `甲.${extension}`))).subarray(0, 2).toString('latin1')).toBe(beginnings[extension])
  }
  expect((await call(page, 'export.file', { id, format: 'exe' })).error?.code).toBe('requestMalformed')
})

test('IPC-7: only a file just exported is opened, by its token', async ({ app, page, saveDialog, userData }) => {
  await app.evaluate(({ shell }) => {
    ;(globalThis as any).opened = []
    shell.openPath = async (file) => { (globalThis as any).opened.push(file); return '' }
    shell.showItemInFolder = (file) => { (globalThis as any).opened.push(`in folder: ${file}`) }
  })
  const id = await importOne(page)
  await saveDialog(path.join(userData, 'a.docx'))
  const { value } = await call(page, 'export.file', { id, format: 'word' })
  expect((await call(page, 'export.open', { token: value.token })).ok).toBe(true)
  expect((await call(page, 'export.reveal', { token: value.token })).ok).toBe(true)
  for (const token of ['', 'x', path.join(userData, 'a.docx')]) expect((await call(page, 'export.open', { token })).error?.code).toMatch(/fileNotFound|requestMalformed/)
  expect(await app.evaluate(() => (globalThis as any).opened)).toEqual([path.join(userData, 'a.docx'), `in folder: ${path.join(userData, 'a.docx')}`])
  await saveDialog(null)
  expect((await call(page, 'export.file', { id, format: 'word' })).value).toEqual({ kind: 'cancelled' })
})

test('ERR-1: a wrong path, a folder in its place, a read-only and a full disk leave the old file as it was', async ({ page, saveDialog, userData }) => {
  test.skip(!isRoot, 'needs root to make small disks')
  const id = await importOne(page)
  const attempt = async (file: string): Promise<string | undefined> => {
    await saveDialog(file)
    return (await call(page, 'export.file', { id, format: 'word' })).error?.code
  }
  await mkdir(path.join(userData, '目录.docx'))
  expect(await attempt(path.join(userData, '没有', 'a.docx'))).toBe('folderNotFound')
  expect(await attempt(path.join(userData, '目录.docx'))).toBe('pathIsFolder')

  const small = path.join(userData, '小盘')
  await mkdir(small)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small])
  try {
    const old = path.join(small, '旧.docx')
    await writeFile(old, 'old')
    await writeFile(path.join(small, 'filler'), Buffer.alloc(8192))
    expect(await attempt(old)).toBe('diskFull')
    expect(await readFile(old, 'utf8')).toBe('old')
    expect((await readdir(small)).sort()).toEqual(['filler', '旧.docx'])
    execFileSync('mount', ['-o', 'remount,ro', small])
    expect(await attempt(old)).toBe('diskReadOnly')
    expect(await readFile(old, 'utf8')).toBe('old')
  } finally {
    spawnSync('umount', ['-l', small])
  }
  // The same running program can export again at once.
  expect(await attempt(path.join(userData, '好.docx'))).toBe(undefined)
})

test('SEC-10: closing asks the page to save, and the window goes when it has answered', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    ;(globalThis as any).told = []
    const send = window!.webContents.send.bind(window!.webContents)
    window!.webContents.send = (channel: string, ...values: unknown[]) => { (globalThis as any).told.push(channel); send(channel, ...values) }
  })
  const closed = page.waitForEvent('close')
  const told = await app.evaluate(({ app: program, BrowserWindow }) => {
    program.on('will-quit', () => undefined)
    BrowserWindow.getAllWindows()[0]!.close()
    return [(globalThis as any).told, BrowserWindow.getAllWindows().length]
  })
  expect(told).toEqual([['closing'], 1])
  await closed
})

test('SEC-10: a page that does not answer is not closed unasked', async ({ app, page, userData }) => {
  void userData
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window!.webContents.send = () => undefined
    ;(globalThis as any).questions = 0
    dialog.showMessageBox = (async () => ({ response: (globalThis as any).questions++ === 0 ? 0 : 1, checkboxChecked: false })) as unknown as typeof dialog.showMessageBox
    window!.close()
  })
  await expect.poll(() => app.evaluate(() => (globalThis as any).questions)).toBe(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const closed = page.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() })
  await closed
})

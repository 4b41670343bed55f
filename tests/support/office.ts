/** LibreOffice as a program that clerks use: it accepts or rejects all tracked changes, and opens and saves Word files. Driven by a Basic macro in a profile of its own. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureOffice } from '../../scripts/test-fonts.mjs'

/** Whether LibreOffice can be used here, or why not. Where packages can be installed, and in CI, it must be possible. */
export function officeReason(): string | null {
  try {
    ensureOffice()
    return null
  } catch (error) {
    if (process.env['CI'] || (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0)) throw error
    return error instanceof Error ? error.message : String(error)
  }
}

const macro = (edit: OfficeEdit): string => `
Sub Work(folder As String)
  Dim fileNames(2000) As String
  Dim total As Integer
  Dim entry As String
  entry = Dir(folder & "/in/*.docx")
  While entry <> ""
    fileNames(total) = entry
    total = total + 1
    entry = Dir()
  Wend
  Dim index As Integer
  For index = 0 To total - 1
    WorkOnFile(folder, fileNames(index), "", "plain")
    WorkOnFile(folder, fileNames(index), ".uno:AcceptAllTrackedChanges", "accepted")
    WorkOnFile(folder, fileNames(index), ".uno:RejectAllTrackedChanges", "rejected")
  Next
  StarDesktop.terminate()
End Sub

Sub WorkOnFile(folder As String, fileName As String, dispatch As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  loaded = StarDesktop.loadComponentFromURL(ConvertToURL(folder & "/in/" & fileName), "_blank", 0, hidden())
  If dispatch <> "" Then
    helper = createUnoService("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(loaded.CurrentController.Frame, dispatch, "", 0, Array())
  End If
  If dispatch = "" And "${edit.find}" <> "" Then
    loaded.RecordChanges = True
    change = loaded.createReplaceDescriptor()
    change.SearchString = "${edit.find}"
    change.ReplaceString = "${edit.replace}"
    loaded.replaceAll(change)
  End If
  Dim plainFilter(1) As New com.sun.star.beans.PropertyValue
  plainFilter(0).Name = "FilterName"
  plainFilter(0).Value = "Text (encoded)"
  plainFilter(1).Name = "FilterOptions"
  plainFilter(1).Value = "UTF8,LF"
  loaded.storeToURL(ConvertToURL(folder & "/" & target & "/" & fileName & ".txt"), plainFilter())
  Dim wordFilter(0) As New com.sun.star.beans.PropertyValue
  wordFilter(0).Name = "FilterName"
  wordFilter(0).Value = "MS Word 2007 XML"
  loaded.storeToURL(ConvertToURL(folder & "/" & target & "/" & fileName), wordFilter())
  loaded.close(True)
End Sub
`

const head = (prefix: string, element: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${prefix}:${element} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${element}.dtd">\n`

/** What LibreOffice makes of a file: as it is, with all changes accepted, with all rejected; each as text and saved as a Word file again. */
export interface OfficeResult {
  readonly text: (kind: 'plain' | 'accepted' | 'rejected') => string
  readonly word: (kind: 'plain' | 'accepted' | 'rejected') => Uint8Array
}

/** Words that are replaced, with changes recorded, in what is saved as `plain`. No quotation marks. */
export interface OfficeEdit {
  readonly find: string
  readonly replace: string
}

/** Opens all files in one run of LibreOffice. */
export function throughOffice(files: Readonly<Record<string, Uint8Array>>, edit: OfficeEdit = { find: '', replace: '' }): Readonly<Record<string, OfficeResult>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-office-'))
  try {
    for (const name of ['in', 'plain', 'accepted', 'rejected']) mkdirSync(path.join(folder, name))
    const office = (...args: readonly string[]): void => void execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', ...args], { stdio: 'ignore', timeout: 300_000 })
    // The first start lays out the profile with an empty module; it would write over one that is there.
    office('--terminate_after_init')
    const basic = path.join(folder, 'profile/user/basic/Standard')
    writeFileSync(path.join(basic, 'script.xlb'), `${head('library', 'library')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>\n`)
    writeFileSync(path.join(basic, 'Module1.xba'), `${head('script', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro(edit).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</script:module>\n`)
    const names = Object.keys(files)
    names.forEach((name, index) => writeFileSync(path.join(folder, `in/${index}.docx`), files[name] ?? new Uint8Array()))
    office(`macro:///Standard.Module1.Work(${folder})`)
    return Object.fromEntries(names.map((name, index) => {
      const read = (kind: string): { text: string; word: Uint8Array } => ({ text: readFileSync(path.join(folder, kind, `${index}.docx.txt`), 'utf8').replace(/^\ufeff/, ''), word: readFileSync(path.join(folder, kind, `${index}.docx`)) })
      const kept = { plain: read('plain'), accepted: read('accepted'), rejected: read('rejected') }
      return [name, { text: (kind) => kept[kind].text, word: (kind) => kept[kind].word }]
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

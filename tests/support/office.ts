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

/** Which files the macro works on lies in the folders `in/plain`, `in/accepted` and `in/rejected`; each is loaded and written once, since that is what takes time. */
const macro = (edit: OfficeEdit, filter: OfficeFilter): string => `
Sub Work(folder As String)
  WorkOnFolder(folder, "plain", "")
  WorkOnFolder(folder, "accepted", ".uno:AcceptAllTrackedChanges")
  WorkOnFolder(folder, "rejected", ".uno:RejectAllTrackedChanges")
  StarDesktop.terminate()
End Sub

Sub WorkOnFolder(folder As String, kind As String, dispatch As String)
  Dim fileNames(2000) As String
  Dim total As Integer
  Dim entry As String
  entry = Dir(folder & "/in/" & kind & "/*.docx")
  While entry <> ""
    fileNames(total) = entry
    total = total + 1
    entry = Dir()
  Wend
  Dim index As Integer
  For index = 0 To total - 1
    WorkOnFile(folder & "/in/" & kind & "/" & fileNames(index), dispatch, folder & "/out/" & kind & "/" & fileNames(index))
  Next
End Sub

Sub WorkOnFile(fileName As String, dispatch As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  On Error GoTo Unreadable
  loaded = StarDesktop.loadComponentFromURL(ConvertToURL(fileName), "_blank", 0, hidden())
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
  Dim settings(1) As New com.sun.star.beans.PropertyValue
  settings(0).Name = "FilterName"
  settings(0).Value = "${filter.name}"
  settings(1).Name = "FilterOptions"
  settings(1).Value = "${filter.options}"
  loaded.storeToURL(ConvertToURL(target), settings())
  loaded.close(True)
  Unreadable:
End Sub
`

const head = (prefix: string, element: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${prefix}:${element} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${element}.dtd">\n`

interface OfficeFilter {
  readonly name: string
  readonly options: string
}

/** A file as it is, or with all its tracked changes accepted or rejected. */
export type OfficeKind = 'plain' | 'accepted' | 'rejected'

interface OfficeFile {
  readonly bytes: Uint8Array
  readonly kind: OfficeKind
}

/** Words that are replaced, with changes recorded. No quotation marks. */
export interface OfficeEdit {
  readonly find: string
  readonly replace: string
}

const noEdit: OfficeEdit = { find: '', replace: '' }

/** The texts of the files as LibreOffice saves them. All are opened in one run of it. */
export function officeTexts(files: Readonly<Record<string, OfficeFile>>): Readonly<Record<string, string>> {
  const written = throughOffice(files, noEdit, { name: 'Text (encoded)', options: 'UTF8,LF' })
  return Object.fromEntries(Object.entries(written).map(([name, bytes]) => [name, bytes.toString('utf8').replace(/^\ufeff/, '')]))
}

/** Word files as LibreOffice saves them again, with an edit. */
export function savedByOffice(files: Readonly<Record<string, Uint8Array>>, edit: OfficeEdit = noEdit): Readonly<Record<string, Uint8Array>> {
  return throughOffice(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, { bytes, kind: 'plain' as const }])), edit, { name: 'MS Word 2007 XML', options: '' })
}

function throughOffice(files: Readonly<Record<string, OfficeFile>>, edit: OfficeEdit, filter: OfficeFilter): Readonly<Record<string, Buffer>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'andu-office-'))
  try {
    for (const way of ['in', 'out']) for (const kind of ['plain', 'accepted', 'rejected']) mkdirSync(path.join(folder, way, kind), { recursive: true })
    const office = (...args: readonly string[]): void => void execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', ...args], { stdio: 'ignore', timeout: 900_000 })
    // The first start lays out the profile with an empty module; it would write over one that is there.
    office('--terminate_after_init')
    const basic = path.join(folder, 'profile/user/basic/Standard')
    writeFileSync(path.join(basic, 'script.xlb'), `${head('library', 'library')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>\n`)
    writeFileSync(path.join(basic, 'Module1.xba'), `${head('script', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro(edit, filter).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</script:module>\n`)
    const given = Object.entries(files)
    given.forEach(([, { bytes, kind }], index) => writeFileSync(path.join(folder, 'in', kind, `${index}.docx`), bytes))
    office(`macro:///Standard.Module1.Work(${folder})`)
    // What it cannot open is left out.
    const written = given.map(([name, { kind }], index) => [name, path.join(folder, 'out', kind, `${index}.docx`)] as const)
    return Object.fromEntries(written.filter(([, file]) => existsSync(file)).map(([name, file]) => [name, readFileSync(file)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

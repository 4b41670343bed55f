/** 归档文件目录 of the year that is looked at, and the forms that are printed of it. */
import { call } from '../api/client'
import { createStore } from './createStore'
import { tellWritten } from './exported'
import { showError } from './toast'
import type { ArchiveForm, BoxChoice, FormFormat } from '../../shared/archive/archiveForms'
import type { CatalogueOfYear } from '../../shared/archive/catalogueAnswers'

export interface CatalogueView {
  /** Null until it is read. */
  readonly shown: CatalogueOfYear | null
  /** The form whose boxes the clerk is asked about. */
  readonly asked: 'boxRecord' | 'spine' | null
  /** What the clerk said of the boxes; the same for 备考表 and 盒脊. */
  readonly boxes: BoxChoice
  readonly isWriting: boolean
}

export const catalogue = createStore<CatalogueView>({ shown: null, asked: null, boxes: {}, isWriting: false })

/** Reads the catalogue of the year; what is shown stays until the answer is there. */
export async function loadCatalogue(year: number): Promise<void> {
  const answered = await call('archive.catalogue', { year })
  if (answered.ok) catalogue.set((state) => ({ ...state, shown: answered.value }))
  else showError(answered.error)
}

/** Opens the dialog of a form; the catalogue is read anew, since the boxes are made of it. */
export function askForBoxes(asked: CatalogueView['asked'], year?: number): void {
  catalogue.set((state) => ({ ...state, asked }))
  if (asked !== null && year !== undefined) void loadCatalogue(year)
}

export function sayOfBoxes(part: BoxChoice): void {
  catalogue.set((state) => ({ ...state, boxes: { ...state.boxes, ...part } }))
}

/** Writes a form of the year where the clerk chooses. */
export async function printForm(form: ArchiveForm, format: FormFormat, year: number): Promise<void> {
  const { boxes, isWriting } = catalogue.get()
  if (isWriting) return
  catalogue.set((state) => ({ ...state, isWriting: true }))
  const said = Object.fromEntries(Object.entries(boxes).filter(([, value]) => value !== undefined && value !== ''))
  const written = await call('archive.print', { year, form, format, boxes: said })
  catalogue.set((state) => ({ ...state, isWriting: false }))
  if (!written.ok) return showError(written.error)
  if (written.value.kind === 'written') askForBoxes(null)
  tellWritten(written.value)
}

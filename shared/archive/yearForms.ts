/** The printed forms of a year, by name (SPEC ARCHNO-17 … ARCHNO-20): what windows and command line ask for. */
import type { PrintDocument } from '../print/printDocument'
import type { ArchiveForm, BoxChoice } from './archiveForms'
import type { ArchiveScheme } from './archiveScheme'
import { boxRecordForm, pagesPerBox, spineForm } from './boxForms'
import { divideIntoBoxes } from './boxes'
import type { CataloguePart } from './catalogue'
import { catalogueForm, coverForm } from './catalogueForm'
import type { FormProof } from './formPage'

/** The form as printed pages; null if there is nothing to print: 备考表 and 盒脊 exist for items with a 档号 only. */
export function yearForm(form: ArchiveForm, parts: readonly CataloguePart[], scheme: ArchiveScheme, choice: BoxChoice = {}, proof: FormProof = {}): PrintDocument | null {
  const boxes = divideIntoBoxes(parts, pagesPerBox(choice, scheme))
  if (parts.length === 0 || (boxes.length === 0 && (form === 'boxRecord' || form === 'spine'))) return null
  const makers = {
    catalogue: () => catalogueForm(parts, scheme, proof), cover: () => coverForm(parts, scheme), boxRecord: () => boxRecordForm(boxes, scheme, choice, proof), spine: () => spineForm(boxes, scheme, choice),
  } satisfies Record<ArchiveForm, () => PrintDocument>
  return makers[form]()
}

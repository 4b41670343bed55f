/** 归档文件目录 of a year, and what filing a report would record (SPEC ARCHNO). Only reads. */
import { join } from 'node:path'
import { AppFailure } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import { catalogueOfYear, filingProposal, type CatalogueOfYear, type FilingProposal } from '../../shared/archive/catalogueAnswers'
import type { CatalogueFacts } from '../../shared/archive/catalogue'
import type { Request } from '../../shared/ipc/contract'
import { tagNames } from '../../shared/archive/bagNames'
import type { FormProof } from '../../shared/archive/formPage'
import { shortCode } from '../../shared/archive/shortCode'
import { chosenLayout } from '../../shared/print/deviations'
import { sha256 } from '../storage/generationFile'
import type { Surroundings } from '../storage/generations'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'
import type { Logging } from './logging'
import type { Shelf } from './reportShelf'
import { sealedNames } from './sealedFacts'
import type { SettingsStore } from './settings'

export interface Cataloguing {
  catalogueOf(request: Request<'archive.catalogue'>): Promise<Result<CatalogueOfYear>>
  proposeFiling(request: Request<'archive.proposal'>): Promise<Result<FilingProposal>>
  /** The short codes that are printed on the forms of a year: of its last seal, and of the log. */
  formProof(request: { readonly year: number }): Promise<Result<FormProof>>
}

export interface CataloguingParts {
  readonly surroundings: Surroundings
  readonly root: string
  readonly catalogue: Catalogue
  readonly shelf: Shelf
  readonly settings: SettingsStore
  readonly readLog: Logging['readLog']
}

export function bindCataloguing({ surroundings, root, catalogue, shelf, settings, readLog }: CataloguingParts): Cataloguing {
  const filedNow = async (): Promise<readonly CatalogueFacts[]> => {
    await catalogue.refresh()
    return catalogue.entries().flatMap(({ filed }) => (filed === undefined ? [] : [filed]))
  }
  return {
    catalogueOf: ({ year }) => attempt(async () => catalogueOfYear(await filedNow(), year)),
    formProof: ({ year }) => attempt(async () => {
      const log = await readLog({ most: 1 })
      const sealed = (await sealedNames(surroundings.io, root)).filter((name) => name.startsWith(`${year}-`))
      const last = sealed[sealed.length - 1]
      const seal = last === undefined ? null : await surroundings.io.read(join(root, 'archive', 'sealed', last, tagNames.seal)).then(sha256, () => null)
      return { ...(seal === null ? {} : { shortCode: shortCode(seal) }), ...(log.ok && log.value.head !== null ? { logHead: log.value.head.code } : {}) }
    }),
    proposeFiling: ({ id, ...choice }) => attempt(async () => {
      const { report } = (await shelf.newest(id)).data
      if (report.state === 'filed') throw new AppFailure({ code: 'alreadyFiled' })
      const { archive, layout } = await settings.read()
      return filingProposal(report, archive, choice, await filedNow(), chosenLayout(layout))
    }),
  }
}

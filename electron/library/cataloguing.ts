/** 归档文件目录 of a year, and what filing a report would record (SPEC ARCHNO). Only reads. */
import { AppFailure } from '../../shared/base/errors'
import type { Result } from '../../shared/base/result'
import { catalogueOfYear, filingProposal, type CatalogueOfYear, type FilingProposal } from '../../shared/archive/catalogueAnswers'
import type { CatalogueFacts } from '../../shared/archive/catalogue'
import type { Request } from '../../shared/ipc/contract'
import { chosenLayout } from '../../shared/print/deviations'
import { attempt } from './attempt'
import type { Catalogue } from './catalogue'
import type { Shelf } from './reportShelf'
import type { SettingsStore } from './settings'

export interface Cataloguing {
  catalogueOf(request: Request<'archive.catalogue'>): Promise<Result<CatalogueOfYear>>
  proposeFiling(request: Request<'archive.proposal'>): Promise<Result<FilingProposal>>
}

export function bindCataloguing(catalogue: Catalogue, shelf: Shelf, settings: SettingsStore): Cataloguing {
  const filedNow = async (): Promise<readonly CatalogueFacts[]> => {
    await catalogue.refresh()
    return catalogue.entries().flatMap(({ filed }) => (filed === undefined ? [] : [filed]))
  }
  return {
    catalogueOf: ({ year }) => attempt(async () => catalogueOfYear(await filedNow(), year)),
    proposeFiling: ({ id, ...choice }) => attempt(async () => {
      const { report } = (await shelf.newest(id)).data
      if (report.state === 'filed') throw new AppFailure({ code: 'alreadyFiled' })
      const { archive, layout } = await settings.read()
      return filingProposal(report, archive, choice, await filedNow(), chosenLayout(layout))
    }),
  }
}

import { useEffect, useRef, useState } from 'react'
import { reportKinds } from '../../shared/report/kinds'
import { templatesText as words } from '../../shared/text/templates'
import { useStore } from '../state/createStore'
import { goTo, openReport } from '../state/navigation'
import { startNew } from '../state/shelf'
import { askTemplate, exportTemplate, importTemplate, loadTemplates, offerTemplate, removeTemplate, templates, type TemplateRow } from '../state/templates'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/ErrorNote'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuItem } from '../ui/Menu'

/** 模板: those of the unit and those of the program, and what can be done with each. */
export function TemplateList() {
  const rows = useStore(templates, (state) => state.rows)
  useEffect(() => { void loadTemplates() }, [])
  return (
    <section aria-labelledby="settings-templates">
      <h2 id="settings-templates" className="with-button"><span>{words.title}</span><Button onClick={() => void importTemplate()}>{words.importFile}</Button></h2>
      <p className="hint">{words.lead}</p>
      <ul className="templates" aria-label={words.title}>{rows?.map((row) => <Row key={row.id} row={row} />)}</ul>
    </section>
  )
}

function Row({ row }: { readonly row: TemplateRow }) {
  if (row.trouble !== undefined) return <li className="broken-template"><ErrorNote error={row.trouble} /></li>
  const kind = reportKinds.find(({ id }) => id === row.kind)?.name ?? ''
  return (
    <li className={row.isHidden ? 'off' : undefined}>
      {row.isOwn ? <button type="button" className="link strong" onClick={() => void openReport(row.id)}>{row.name}</button> : <span className="template-name">{row.name}</span>}
      <span className="muted">{kind}</span>
      <span className="badge plain">{row.isHidden ? words.hidden : row.isOwn ? words.own : words.builtIn}</span>
      <RowMenu row={row} />
    </li>
  )
}

function RowMenu({ row }: { readonly row: TemplateRow }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton ref={anchor} icon="more" label={words.actionsOf(row.name)} hasMenu isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
      {isOpen && <Menu label={words.actionsOf(row.name)} items={itemsOf(row)} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}

function itemsOf(row: TemplateRow): readonly MenuItem[] {
  const use: MenuItem = { id: 'use', label: words.use, icon: 'plus', run: () => void goTo('library').then(() => startNew({ source: 'template', templateId: row.id })) }
  const exported: MenuItem = { id: 'export', label: words.exportFile, run: () => void exportTemplate(row.id) }
  if (row.isOwn) {
    return [
      { id: 'edit', label: words.edit, icon: 'pen', run: () => void openReport(row.id) }, use,
      { id: 'rename', label: words.rename, isApart: true, run: () => askTemplate({ kind: 'rename', id: row.id, name: row.name, of: row.kind }) }, exported,
      { id: 'remove', label: words.remove, icon: 'trash', isApart: true, run: () => void removeTemplate(row) },
    ]
  }
  return [
    { id: 'copy', label: words.copy, icon: 'pen', run: () => askTemplate({ kind: 'copy', templateId: row.id, name: words.copyName(row.name), of: row.kind }) }, use,
    { ...exported, isApart: true },
    row.isHidden ? { id: 'show', label: words.show, run: () => void offerTemplate(row, true) } : { id: 'hide', label: words.hide, run: () => void offerTemplate(row, false) },
  ]
}

import { deviations, withChoice, type Deviation } from '../../shared/print/deviations'
import { layoutText as words } from '../../shared/text/layout'
import { useStore } from '../state/createStore'
import { changeSettings, settings } from '../state/settings'
import { IconButton } from '../ui/IconButton'

/** 版式: what the unit prints otherwise, clause by clause; what is not changed is as the standard has it. */
export function UnitLayout() {
  return (
    <section aria-labelledby="settings-layout">
      <h2 id="settings-layout">{words.unit}</h2>
      <p className="hint">{words.unitHint}</p>
      <table className="deviations">
        <thead><tr><th scope="col">{words.columns.clause}</th><th scope="col">{words.columns.standard}</th><th scope="col">{words.columns.unit}</th></tr></thead>
        <tbody>{deviations.map((row) => <DeviationRow key={row.option} row={row} />)}</tbody>
      </table>
    </section>
  )
}

function DeviationRow({ row: { option, clause, choices } }: { readonly row: Deviation }) {
  const layout = useStore(settings, (state) => state.layout)
  const { name, standard, choices: labels } = words.deviations[option]
  const value = layout[option] ?? choices[0]
  const isOwn = value !== choices[0]
  const choose = (chosen: Deviation['choices'][number]): void => void changeSettings({ layout: { ...withChoice(layout, option, chosen) } })
  return (
    <tr data-own={isOwn || undefined}>
      <th scope="row">{name}<small>{clause === null ? words.noClause : words.clause(clause)}</small></th>
      <td>{standard}</td>
      <td>
        <div className="deviation">
          <span className="field">
            <select aria-label={name} value={String(value)} onChange={(event) => choose(choices.find((choice) => String(choice) === event.target.value) ?? choices[0])}>
              {choices.map((choice) => <option key={String(choice)} value={String(choice)}>{(labels as Readonly<Record<string, string>>)[String(choice)]}</option>)}
            </select>
          </span>
          {isOwn && <span className="own">{words.own}</span>}
          {isOwn && <IconButton icon="undo" label={words.reset(name)} onClick={() => choose(choices[0])} />}
        </div>
      </td>
    </tr>
  )
}

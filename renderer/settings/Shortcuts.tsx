import { commandTable, type CommandRow } from '../../shared/commands/commandTable'
import { keyText } from '../../shared/commands/keyText'
import { commandLabels } from '../../shared/text/commands'
import { settingsText as words } from '../../shared/text/settings'

/** Every command that has a key, as the one command table has them. */
export function Shortcuts({ platform }: { readonly platform: string }) {
  const rows: readonly (CommandRow & { readonly id: keyof typeof commandLabels })[] = commandTable
  return (
    <section aria-labelledby="settings-keys">
      <h2 id="settings-keys">{words.shortcuts}</h2>
      <ul className="keys">
        {rows.map((row) => (row.accelerator === undefined ? null : <li key={row.id}><span>{commandLabels[row.id]}</span><kbd>{keyText(row.accelerator, platform)}</kbd></li>))}
      </ul>
    </section>
  )
}

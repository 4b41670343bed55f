import { commandTable, type CommandRow } from '../../shared/commands/commandTable'
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

const arrows: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓', CmdOrCtrl: 'Ctrl' }
const macNames: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Alt: '⌥', Shift: '⇧' }

/** An accelerator as the keys are labelled on the clerk's keyboard. */
export function keyText(accelerator: string, platform: string): string {
  return accelerator.split('+').map((key) => (platform === 'darwin' ? macNames[key] : undefined) ?? arrows[key] ?? key).join('+')
}

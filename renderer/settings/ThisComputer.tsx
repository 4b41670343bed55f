import { settingsText as words } from '../../shared/text/settings'
import type { Response } from '../../shared/ipc/contract'
import { call } from '../api/client'
import { showError } from '../state/toast'
import { Button } from '../ui/Button'

async function openDataFolder(): Promise<void> {
  const opened = await call('app.openDataFolder', undefined)
  if (!opened.ok) showError(opened.error)
}

/** Version, data folder and fonts. */
export function ThisComputer({ info }: { readonly info: Response<'app.info'> | null }) {
  const fonts = info?.missingFonts ?? []
  return (
    <section aria-labelledby="settings-computer">
      <h2 id="settings-computer">{words.computer}</h2>
      <dl className="facts">
        <dt>{words.version}</dt><dd>{info?.version ?? words.unknown}</dd>
        <dt>{words.dataFolder}</dt><dd>{info?.dataFolderName ?? words.unknown}<Button onClick={() => { void openDataFolder() }}>{words.openDataFolder}</Button><p className="hint">{words.dataFolderHint}</p></dd>
        <dt>{words.missingFonts}</dt>
        <dd>{info === null ? words.unknown : fonts.length === 0 ? words.noMissingFonts : fonts.map(({ name }) => name).join('、')}{fonts.length > 0 && <p className="hint">{words.missingFontsHint}</p>}</dd>
        <dt>{words.about}</dt><dd>{words.aboutText}</dd>
      </dl>
    </section>
  )
}

import { settingsText as words } from '../../shared/text/settings'
import type { Response } from '../../shared/ipc/contract'

/** Version, data folder and fonts. */
export function ThisComputer({ info }: { readonly info: Response<'app.info'> | null }) {
  const fonts = info?.missingFonts ?? []
  return (
    <section aria-labelledby="settings-computer">
      <h2 id="settings-computer">{words.computer}</h2>
      <dl className="facts">
        <dt>{words.version}</dt><dd>{info?.version ?? words.unknown}</dd>
        <dt>{words.dataFolder}</dt><dd>{info?.dataFolderName ?? words.unknown}</dd>
        <dt>{words.missingFonts}</dt>
        <dd>{info === null ? words.unknown : fonts.length === 0 ? words.noMissingFonts : fonts.join('、')}{fonts.length > 0 && <p className="hint">{words.missingFontsHint}</p>}</dd>
        <dt>{words.about}</dt><dd>{words.aboutText}</dd>
      </dl>
    </section>
  )
}

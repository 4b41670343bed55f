import { useEffect, useState, type ReactNode } from 'react'
import { roomsText } from '../../shared/text/rooms'
import { percentText, settingsText as words } from '../../shared/text/settings'
import type { Response } from '../../shared/ipc/contract'
import { call } from '../api/client'
import { useStore } from '../state/createStore'
import { changeSettings, settings } from '../state/settings'
import { showError } from '../state/toast'
import { ErrorNote } from '../ui/ErrorNote'
import { Field } from '../ui/Field'
import { Segmented } from '../ui/Segmented'
import { ArchiveSettings } from './ArchiveSettings'
import { BackupSection } from './BackupSection'
import { CleaningRules } from './CleaningRules'
import { Passphrase } from './Passphrase'
import { Shortcuts } from './Shortcuts'
import { TemplateList } from './TemplateList'
import { ThisComputer } from './ThisComputer'
import { UnitLayout } from './UnitLayout'

type AppInfo = Response<'app.info'>

const themes = (['system', 'light', 'dark'] as const).map((id) => ({ id, label: words.themes[id] }))
const zooms = [100, 125, 150, 200].map((id) => ({ id, label: percentText(id) }))
const welcomeChoices = (['shown', 'hidden'] as const).map((id) => ({ id, label: words.welcomeChoices[id] }))

/** 设置: what the clerk may choose, and what is good to know of this computer. */
export function SettingsRoom() {
  const now = useStore(settings, (state) => state)
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    let isHere = true
    void call('app.info', undefined).then((read) => {
      if (!read.ok) showError(read.error)
      else if (isHere) setInfo(read.value)
    })
    return () => { isHere = false }
  }, [])
  return (
    <main className="room settings" aria-label={roomsText.rooms.settings}>
      <div className="bar"><h1>{words.title}</h1></div>
      <div className="scroll settings-body">
        {info?.warnings.map((warning) => <ErrorNote key={warning.code} error={warning} />)}
        <section aria-labelledby="settings-general">
          <h2 id="settings-general">{words.general}</h2>
          <UnitField stored={now.unit} />
          <Setting label={words.theme} hint={words.themeHint}><Segmented label={words.theme} options={themes} value={now.theme} onChange={(theme) => { void changeSettings({ theme }) }} /></Setting>
          <Setting label={words.zoom} hint={words.zoomHint}><Segmented label={words.zoom} options={zooms} value={now.zoom} onChange={(zoom) => { void changeSettings({ zoom }) }} /></Setting>
          <Setting label={words.welcome} hint={words.welcomeHint}>
            <Segmented label={words.welcome} options={welcomeChoices} value={now.hasSeenWelcome ? 'hidden' : 'shown'} onChange={(choice) => { void changeSettings({ hasSeenWelcome: choice === 'hidden' }) }} />
          </Setting>
        </section>
        <UnitLayout />
        <CleaningRules />
        <ArchiveSettings />
        <BackupSection />
        <TemplateList />
        <Passphrase />
        <Shortcuts platform={info?.platform ?? ''} />
        <ThisComputer info={info} />
      </div>
    </main>
  )
}

function Setting({ label, hint, children }: { readonly label: string; readonly hint: string; readonly children: ReactNode }) {
  return <div className="setting"><div><p className="setting-name">{label}</p><p className="hint">{hint}</p></div>{children}</div>
}

/** Written when the field is left, not with every key. */
function UnitField({ stored }: { readonly stored: string }) {
  const [unit, setUnit] = useState(stored)
  const write = () => { if (unit.trim() !== stored) void changeSettings({ unit: unit.trim() }) }
  return <div className="setting wide-setting"><Field label={words.unit} value={unit} onChange={setUnit} onDone={write} hint={words.unitHint} placeholder={words.unitPlaceholder} maxLength={200} /></div>
}

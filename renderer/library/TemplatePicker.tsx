import { fillPlaces } from '../../shared/report/templates'
import { templatesText } from '../../shared/text/templates'
import { libraryText } from '../../shared/text/library'
import type { Response } from '../../shared/ipc/contract'

type Template = Response<'library.templates'>[number]

export interface TemplatePickerProps {
  readonly templates: readonly Template[]
  readonly chosen: Template | null
  readonly onChoose: (id: string) => void
  readonly year: number
  readonly unit: string
}

/** The templates by name, and the skeleton of the chosen one. */
export function TemplatePicker({ templates, chosen, onChoose, year, unit }: TemplatePickerProps) {
  return (
    <div className="picker">
      <fieldset>
        <legend>{libraryText.create.templates}</legend>
        {templates.map((template) => (
          <label key={template.id} className="radio">
            <input type="radio" name="template" checked={template.id === chosen?.id} onChange={() => onChoose(template.id)} /><span className="radio-title">{template.name}</span>{template.isOwn && <span className="muted">{templatesText.own}</span>}
          </label>
        ))}
      </fieldset>
      <div className="skeleton" aria-live="polite">
        <p className="hint">{libraryText.create.skeleton}</p>
        <ol>{chosen?.headings.map((heading) => <li key={heading}>{fillPlaces(heading, { unit, year })}</li>)}</ol>
      </div>
    </div>
  )
}

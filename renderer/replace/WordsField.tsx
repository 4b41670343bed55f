import { useState, type ReactNode, type Ref } from 'react'

export interface WordsFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly isInvalid?: boolean | undefined
  /** Never called inside a composition: pinyin is not what is looked for. */
  readonly onChange: (value: string) => void
  readonly onEnter: (isBack: boolean) => void
  readonly ref?: Ref<HTMLInputElement> | undefined
  readonly children?: ReactNode
}

export function WordsField({ label, placeholder, value, isInvalid = false, onChange, onEnter, ref, children }: WordsFieldProps) {
  /** What stands in the field while words are being composed. */
  const [composed, setComposed] = useState<string | null>(null)
  return (
    <span className="field">
      <input
        ref={ref} value={composed ?? value} aria-label={label} placeholder={placeholder} aria-invalid={isInvalid || undefined} autoComplete="off" spellCheck={false} maxLength={200}
        onChange={(event) => {
          if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) setComposed(event.target.value)
          else onChange(event.target.value)
        }}
        onCompositionEnd={(event) => {
          setComposed(null)
          onChange(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter(event.shiftKey)
        }}
      />
      {children}
    </span>
  )
}

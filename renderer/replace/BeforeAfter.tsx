import styles from './find.module.css'

export interface BeforeAfterProps {
  readonly excerpt: string
  readonly from: number
  readonly to: number
  readonly replacement: string
  /** Where it stands; '' for plain body text. */
  readonly place: string
}

/** A piece of text with the old words struck out and the new ones behind them. */
export function BeforeAfter({ excerpt, from, to, replacement, place }: BeforeAfterProps) {
  return (
    <>
      {place !== '' && <small>{place}</small>}
      {excerpt.slice(0, from)}<del className={styles['old']}>{excerpt.slice(from, to)}</del>{replacement !== '' && <ins className={styles['new']}>{replacement}</ins>}{excerpt.slice(to)}
    </>
  )
}

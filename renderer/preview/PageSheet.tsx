import { useEffect, useState } from 'react'
import type { DrawnItem, DrawnPicture, DrawnText, PageDrawing } from '../../shared/print/drawing'
import { loadPicture } from '../state/pictures'
import styles from './Preview.module.css'
import { textPieces } from './textPieces'

/** What is drawn on a page, as a picture that has twips for units. Always black on white. */
export function PageItems({ items }: { readonly items: PageDrawing['items'] }) {
  return <>{items.map((item, index) => <Item key={index} item={item} />)}</>
}

function Item({ item }: { readonly item: DrawnItem }) {
  switch (item.kind) {
    case 'text': return <Words item={item} />
    case 'rule': return <line x1={item.x1} y1={item.y1} x2={item.x2} y2={item.y2} stroke={`#${item.color}`} strokeWidth={item.weight} />
    case 'picture': return <Picture item={item} />
  }
}

function Words({ item }: { readonly item: DrawnText }) {
  const { x, y, font, size, color, isBold, isItalic, isTurned } = item
  return (
    <g
      className={styles[font]} fontSize={size * 10} fill={`#${color}`} fontWeight={isBold === true ? 700 : undefined} fontStyle={isItalic === true ? 'italic' : undefined}
      transform={isTurned === true ? `rotate(90 ${x} ${y})` : undefined}
    >
      {textPieces(item).map((piece, index) => <text key={index} x={piece.x.join(' ')} y={Math.round(y * 10) / 10}>{piece.text}</text>)}
    </g>
  )
}

function Picture({ item: { sha256, mediaType, x, y, width, height } }: { readonly item: DrawnPicture }) {
  /** Undefined until it is read; null if there is none to show. */
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let made: string | null = null
    let isHere = true
    void loadPicture(sha256).then((bytes) => {
      if (!isHere) return
      if (bytes === null) return setUrl(null)
      made = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
      setUrl(made)
    })
    return () => {
      isHere = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [sha256, mediaType])
  if (url === null) return null
  return url === undefined ? <rect x={x} y={y} width={width} height={height} fill="none" data-waiting="true" /> : <image href={url} x={x} y={y} width={width} height={height} preserveAspectRatio="none" />
}

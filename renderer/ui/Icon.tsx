/** Line icons on an 18 × 18 grid. */
const paths = {
  shelf: 'M3 3v12M6.5 3v12M10 3v12M13 4l2.5 11M2 15h14',
  pen: 'M3 15l.8-3.4L12.4 3 15 5.6l-8.6 8.6L3 15zM10.6 4.8l2.6 2.6',
  box: 'M2.5 3.5h13v3.5h-13zM3.5 7v7.5h11V7M7 10h4',
  gear: 'M9 6.6a2.4 2.4 0 100 4.8 2.4 2.4 0 000-4.8M9 2.2v2M9 13.8v2M2.2 9h2M13.8 9h2M4.2 4.2l1.4 1.4M12.4 12.4l1.4 1.4M4.2 13.8l1.4-1.4M12.4 5.6l1.4-1.4',
  leaf: 'M3 4h12M6 9h9M9 14h6M3 9h.5M6 14h.5',
  table: 'M2.5 3.5h13v11h-13zM2.5 7.5h13M7 3.5v11M11.5 7.5v7',
  find: 'M8 3.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9M11.5 11.5L15 15',
  undo: 'M6 4L3 7l3 3M3 7h7a4 4 0 010 8H7',
  redo: 'M12 4l3 3-3 3M15 7H8a4 4 0 000 8h3',
  close: 'M5 5l8 8M13 5l-8 8',
  tick: 'M3.5 9.5l3.5 3.5 7.5-8',
  plus: 'M9 3.5v11M3.5 9h11',
  trash: 'M3 5h12M7 5V3h4v2M4.5 5l.8 10h7.4l.8-10M7.5 8v4.5M10.5 8v4.5',
  more: 'M4 9h.01M9 9h.01M14 9h.01',
  insert: 'M14.5 4v4a2.5 2.5 0 01-2.5 2.5H4M7 7.5l-3 3 3 3',
  down: 'M4.5 7l4.5 4.5L13.5 7',
  up: 'M4.5 11L9 6.5l4.5 4.5',
  left: 'M11 4.5L6.5 9l4.5 4.5',
  right: 'M7 4.5L11.5 9 7 13.5',
  warn: 'M9 2.8L16 15H2zM9 7.5v3.5M9 13h.01',
  panel: 'M2.5 3.5h13v11h-13zM11 3.5v11M13 6.5h.5M13 9h.5',
  sync: 'M3 4.5h4.5M3 9h3.5M3 13.5h4.5M10.5 4.5H15M11.5 9H15M10.5 13.5H15M9 3v12',
  doc: 'M4.5 2.5h6l3 3v10h-9zM10.5 2.5v3h3M7 9h4M7 12h4',
  word: 'M4.5 2.5h6l3 3v10h-9zM10.5 2.5v3h3M6.6 8.5l1 4.5L9 9.5l1.4 3.5 1-4.5',
} as const

export type IconName = keyof typeof paths

export interface IconProps {
  readonly name: IconName
  readonly small?: boolean | undefined
}

export function Icon({ name, small }: IconProps) {
  return <svg className={small ? 'i s' : 'i'} viewBox="0 0 18 18" aria-hidden="true" focusable="false"><path d={paths[name]} strokeWidth={name === 'more' ? 2.2 : undefined} /></svg>
}

/** What the fields of a form show that have no result of their own ([MS-DOC] 2.9.78): a box, ticked or not, or the chosen entry of a list. */
import { slice, soft, u16, u8, wideText } from './bytes'
import { dataAt } from './wordDocument'

const [box, list] = [1, 2]
/** As it was set at first. */
const byDefault = 25

/** `at` is the place of its settings in the stream of data. */
export function formText(data: Uint8Array, at: number): string {
  return soft(() => {
    const whole = dataAt(data, at)
    const head = u16(whole, 4)
    const settings = slice(whole, head, whole.length - head)
    const bits = u8(settings, 4)
    const kind = bits & 3
    // The name, with its length in front and a zero behind.
    const defaultAt = 10 + 2 + u16(settings, 10) * 2 + 2
    const result = (bits >> 2) & 0x1f
    const chosen = result === byDefault ? u16(settings, defaultAt) : result
    if (kind === box) return chosen === 1 ? '☑' : '□'
    return kind === list ? entryOf(settings, defaultAt + 2, chosen) : ''
  }, '')
}

/** Five texts stand before the entries. */
function entryOf(settings: Uint8Array, from: number, chosen: number): string {
  let at = from
  for (let text = 0; text < 5; text += 1) at += 2 + u16(settings, at) * 2 + 2
  const count = u16(settings, at + 2)
  at += 6
  for (let index = 0; index < count; index += 1) {
    const length = u16(settings, at)
    if (index === chosen) return wideText(settings, at + 2, length)
    at += 2 + length * 2
  }
  return ''
}

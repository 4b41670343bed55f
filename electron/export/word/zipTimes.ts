/** 1980-01-01 00:00, the zero of zip times, as the four bytes of time and date. */
const zero = [0x00, 0x00, 0x21, 0x00] as const

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const endLength = 22

/** Sets the times of all entries of a zip file without a comment to its zero, in place, so that equal contents give equal bytes. */
export function resetZipTimes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - endLength
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new Error('not a zip file as the library writes it')
  const count = view.getUint16(end + 10, true)
  let entry = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(entry, true) !== directoryEntry) throw new Error('the directory of the zip file is damaged')
    bytes.set(zero, entry + 12)
    bytes.set(zero, view.getUint32(entry + 42, true) + 10)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
}

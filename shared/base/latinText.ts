/** Each byte as the character with its number: for marks of formats that are ASCII, whatever stands around them. */
export function latinText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

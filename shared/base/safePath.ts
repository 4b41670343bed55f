/** Paths inside a folder of ours, as they stand in lists that come from outside: written with `/`, and never leading out of the folder. */

const longest = 240
const deepest = 12

/** Whether `path` names a file below the folder it is read from: no step up, no drive, no stream, no character that some system gives a meaning. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > longest || path !== path.normalize('NFC') || /[\\:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(path)) return false
  const names = path.split('/')
  return names.length <= deepest && names.every((name) => name !== '' && !/^\.+$/.test(name) && !/[. ]$/.test(name) && !isDeviceName(name))
}

/** Names that Windows keeps for devices, with any ending. */
function isDeviceName(name: string): boolean {
  return /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i.test(name.split('.')[0] ?? '')
}

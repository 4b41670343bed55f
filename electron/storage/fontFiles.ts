/** The font files of this computer (SPEC PDF-3): where each system keeps them, and where word processors bring their own. */
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A font file as found; `modified` and `size` tell whether it is still the same. */
export interface FontFile {
  readonly path: string
  readonly size: number
  readonly modified: number
}

/** Font files and their bytes. */
export interface FontFiles {
  /** In the order of folders, then of names. */
  readonly list: () => Promise<readonly FontFile[]>
  readonly readAll: (path: string) => Promise<Uint8Array>
  /** Calls `use` with a reader of parts of the file; what is beyond its end is missing from the part. */
  readonly readParts: <T>(path: string, use: (read: (from: number, length: number) => Promise<Uint8Array>) => Promise<T>) => Promise<T>
}

type Environment = Readonly<Record<string, string | undefined>>

/** Deeper than any font folder is. */
const deepest = 6

/** Folders of `ANDU_FONTS` (separated as in PATH) come first, then those of the system and of its user. */
export function systemFonts(platform: string, environment: Environment): FontFiles {
  return {
    list: async () => {
      const folders = [...ownFolders(platform, environment), ...(platform === 'win32' ? await windowsFolders(environment) : platform === 'darwin' ? macFolders(environment) : linuxFolders(environment))]
      const found = new Map<string, FontFile>()
      for (const folder of folders) for (const file of await fontsUnder(folder, deepest)) if (!found.has(file.path)) found.set(file.path, file)
      return [...found.values()]
    },
    readAll: async (path) => readFile(path),
    readParts: async (path, use) => {
      const handle = await open(path, 'r')
      try {
        return await use(async (from, length) => {
          const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, from)
          return buffer.subarray(0, bytesRead)
        })
      } finally {
        await handle.close()
      }
    },
  }
}

function ownFolders(platform: string, { ANDU_FONTS: own = '' }: Environment): readonly string[] {
  return own.split(platform === 'win32' ? ';' : ':').filter((folder) => folder !== '')
}

/** WPS keeps its own fonts below each of its versions. */
async function windowsFolders({ WINDIR: windows = 'C:\\Windows', LOCALAPPDATA: local, ProgramFiles: programs, 'ProgramFiles(x86)': oldPrograms }: Environment): Promise<readonly string[]> {
  const roots = [local, programs, oldPrograms].flatMap((folder) => (folder === undefined ? [] : [join(folder, 'Kingsoft', 'WPS Office')]))
  const wps = (await Promise.all(roots.map(async (root) => (await readdir(root).catch(() => [])).sort().map((version) => join(root, version, 'office6', 'fonts'))))).flat()
  return [join(windows, 'Fonts'), ...(local === undefined ? [] : [join(local, 'Microsoft', 'Windows', 'Fonts')]), ...wps]
}

function macFolders({ HOME: home }: Environment): readonly string[] {
  return ['/System/Library/Fonts', '/Library/Fonts', ...(home === undefined ? [] : [join(home, 'Library/Fonts')])]
}

function linuxFolders({ HOME: home, XDG_DATA_HOME: data }: Environment): readonly string[] {
  const own = home === undefined ? [] : [join(data ?? join(home, '.local/share'), 'fonts'), join(home, '.fonts')]
  return [...own, '/usr/share/fonts', '/usr/local/share/fonts', '/opt/kingsoft/wps-office/office6/fonts', '/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts']
}

/** A folder that is not there or may not be read holds no fonts. */
async function fontsUnder(folder: string, depth: number): Promise<readonly FontFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  const found: FontFile[] = []
  for (const entry of names) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (depth > 0) found.push(...await fontsUnder(path, depth - 1))
    } else if (/\.(ttf|otf|ttc|otc)$/i.test(entry.name)) {
      const facts = await stat(path).catch(() => null)
      if (facts?.isFile() === true) found.push({ path, size: facts.size, modified: facts.mtimeMs })
    }
  }
  return found
}

// What the tests of printed pages need and the product does not: LibreOffice, poppler, and free fonts that stand in for 仿宋, 楷体, 黑体, 宋体
// and 小标宋. Nothing is taken into the product. `node scripts/test-fonts.mjs` does the set-up alone.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages } from './debian.mjs'
import { cacheRoot } from './paths.mjs'
import { hasCommand } from './run.mjs'

/**
 * The Fandol fonts (GPL with font exception) lie inside texlive-lang-chinese. Aliases are not enough: fontconfig would take the bold face
 * for 黑体 and 宋体, so each file is given the names it stands for. FandolHei-Bold is left out for the same reason.
 */
const FANDOL = [
  { file: 'FandolFang-Regular.otf', sha256: 'd838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9', names: ['仿宋_GB2312', '仿宋', 'FangSong_GB2312', 'FangSong'] },
  { file: 'FandolKai-Regular.otf', sha256: 'ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827', names: ['楷体_GB2312', '楷体', 'KaiTi_GB2312', 'KaiTi'] },
  { file: 'FandolHei-Regular.otf', sha256: '4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28', names: ['黑体', 'SimHei'] },
  { file: 'FandolSong-Regular.otf', sha256: 'a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0', names: ['宋体', 'SimSun'] },
  // LibreOffice takes two faces of one inner family and weight for one font, and drops one: hence medium.
  { file: 'FandolSong-Bold.otf', sha256: 'ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9', names: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S'], weight: 'medium' },
]
const PACKAGE = 'texlive-lang-chinese'
const FOLDER = path.join(cacheRoot, 'fandol-fonts-2')

/** LibreOffice, the poppler tools and the Latin fonts; throws with what to do when they cannot be had. */
export function ensureOffice() {
  ensurePackages({ commands: { soffice: 'libreoffice-writer', pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdftoppm: 'poppler-utils' } })
  // The stand-in for Times New Roman is no command: ask fontconfig.
  if (!spawnSync('fc-list', ['Liberation Serif'], { encoding: 'utf8' }).stdout?.trim()) {
    if (!hasCommand('apt-get') || process.getuid?.() !== 0) throw new Error('the font Liberation Serif is missing: sudo apt-get install -y --no-install-recommends fonts-liberation2')
    for (const args of [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', 'fonts-liberation2']]) {
      execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    }
  }
}

/**
 * The fonts in the cache folder, fetched at the first call.
 * @returns {Promise<string>} a fontconfig file: set FONTCONFIG_FILE to it
 */
export async function ensureTestFonts() {
  const config = path.join(FOLDER, 'fonts.conf')
  if (existsSync(config)) return config
  if (!hasCommand('apt-get') || !hasCommand('dpkg-deb')) throw new Error(`the Fandol fonts come from the Debian package ${PACKAGE}; this system has no apt-get`)
  await mkdir(cacheRoot, { recursive: true })
  const tmp = await mkdtemp(path.join(cacheRoot, 'tmp-'))
  try {
    process.stderr.write(`setup: fetching the Fandol fonts (Debian ${PACKAGE}, 49 MB, for tests only)…\n`)
    const out = path.join(tmp, 'out')
    await mkdir(out)
    await unpackFonts(await fetchPackage(tmp), tmp, out)
    await writeFile(path.join(out, 'fonts.conf'), fontsConf(FOLDER))
    // The rename comes last: a folder with this name is always complete. Somebody else may have been faster.
    await rename(out, FOLDER).catch((e) => { if (!existsSync(config)) throw e })
    return config
  } finally {
    await rm(tmp, { recursive: true, force: true })
  }
}

/** @param {string} tmp @returns {Promise<string>} the .deb */
async function fetchPackage(tmp) {
  const download = () => spawnSync('apt-get', ['download', '-q', '-o', 'APT::Sandbox::User=root', PACKAGE], { cwd: tmp, encoding: 'utf8' })
  let r = download()
  if (r.status !== 0 && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    r = download()
  }
  const deb = (await readdir(tmp)).find((name) => name.endsWith('.deb'))
  if (r.status !== 0 || !deb) throw new Error(`apt-get download ${PACKAGE}: ${String(r.stderr).trim().split('\n').slice(-3).join(' ')}`)
  return path.join(tmp, deb)
}

/** @param {string} deb @param {string} tmp @param {string} out */
async function unpackFonts(deb, tmp, out) {
  const from = path.join(tmp, 'deb')
  await mkdir(from)
  execFileSync('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --no-same-owner --wildcards "*/fonts/opentype/public/fandol/*.otf"', 'sh', deb, from])
  const folder = path.join(from, 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol')
  for (const { file, sha256 } of FANDOL) {
    const got = createHash('sha256').update(readFileSync(path.join(folder, file))).digest('hex')
    if (got !== sha256) throw new Error(`${file}: expected ${sha256}, got ${got}`)
    await copyFile(path.join(folder, file), path.join(out, file))
  }
}

const fontsConf = (/** @type {string} */ folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
 <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
 <dir>${folder}</dir>
 <cachedir>${folder}/cache</cachedir>
${FANDOL.map(({ file, names, weight = 'regular' }) => ` <match target="scan">
  <test name="file"><string>${folder}/${file}</string></test>
  <edit name="family" mode="assign">${names.map((name) => `<string>${name}</string>`).join('')}</edit>
  <edit name="weight" mode="assign"><const>${weight}</const></edit>
  <edit name="style" mode="assign"><string>Regular</string></edit>
 </match>`).join('\n')}
 <match target="pattern">
  <test name="family"><string>Times New Roman</string></test>
  <edit name="family" mode="assign" binding="strong"><string>Liberation Serif</string></edit>
 </match>
</fontconfig>
`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureOffice()
    console.log(`ready: ${await ensureTestFonts()}`)
  } catch (e) {
    console.error(e instanceof Error ? e.message : e)
    process.exitCode = 1
  }
}

// The skeleton of a Word file of 普通材料 (electron/export/word/skeleton.ts), made when the program is built, by the code that makes it without a build: an ordinary
// export then needs neither the docx library nor the time to start it.
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'

/** The source of electron/export/word/preparedSkeleton.ts with the finished skeleton in it. */
export async function wordSkeleton() {
  const { build } = await import('vite')
  const outDir = `${root}node_modules/.cache/andu-skeleton`
  const sources = { layoutReport: 'shared/print/layoutReport.ts', reportContent: 'shared/outline/reportContent.ts', skeleton: 'electron/export/word/skeleton.ts', makeSkeleton: 'electron/export/word/makeSkeleton.ts' }
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { ssr: true, outDir, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { input: Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, root + path])), output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } } },
  })
  const load = (/** @type {keyof typeof sources} */ name) => import(`${pathToFileURL(`${outDir}/${name}.mjs`).href}?${Date.now()}`)
  const [{ layoutReport }, { emptyContent }, { frameOf, skeletonKey }, { makeSkeleton }] = await Promise.all([load('layoutReport'), load('reportContent'), load('skeleton'), load('makeSkeleton')])
  const document = layoutReport(emptyContent, {})
  const frame = frameOf(document, document.blocks)
  const { parts, ...rest } = await makeSkeleton(frame)
  const packed = parts.map((/** @type {{ bytes: Uint8Array }} */ { bytes, ...part }) => ({ ...part, base64: Buffer.from(bytes).toString('base64') }))
  return `export const preparedSkeleton = ${JSON.stringify({ key: skeletonKey(frame), skeleton: { ...rest, parts: packed } })}\n`
}

/** A process of its own that reads one hostile file after the other and says what each took. Built into a folder by the test; `naive` reads without any limit. */
import { readFileSync, writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { readSource } from '../../../electron/import/readers'
import { sourceReport } from '../../../electron/import/sourceReport'
import { countingIds } from '../../../shared/base/ids'

interface Order {
  /** '' asks for a piece of work that is the same everywhere: its time says how fast this computer is just now. */
  readonly path: string
  readonly naive?: 'zip' | 'xml'
}

export interface Measured {
  readonly code: string
  /** Of the processor: that others use it too is no fault of the reader. */
  readonly milliseconds: number
  /** The most memory of the process while it read, in MB, the file itself in it. */
  readonly peak: number
  readonly polluted: boolean
}

const inherited = Object.getOwnPropertyNames(Object.prototype).length

process.on('message', (order: Order) => { void measure(order).then((measured) => process.send?.(measured)) })

async function measure({ path, naive }: Order): Promise<Measured> {
  const bytes = path === '' ? new Uint8Array() : Uint8Array.from(readFileSync(path))
  forgetPeak()
  const start = performance.now()
  const before = process.cpuUsage()
  let code: string
  try {
    if (path === '') code = String(sameWork())
    else if (naive === undefined) {
      const result = await readSource(bytes, '')
      if (result.ok) await sourceReport(result.value.document, countingIds(), null)
      code = result.ok ? 'read' : result.error.code
    } else code = naive === 'zip' ? String(Object.values(unzipSync(bytes)).length) : readNaively(bytes)
  } catch (reason) {
    code = `thrown: ${reason instanceof Error ? (reason.stack ?? '').split('\n').slice(0, 3).join(' ') : String(reason)}`
  }
  return { code, milliseconds: Math.min(performance.now() - start, (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1000), peak: peakMemory(), polluted: Object.getOwnPropertyNames(Object.prototype).length !== inherited || 'evil' in {} }
}

function sameWork(): number {
  const words = new Map<string, number>()
  for (let at = 0; at < 400_000; at += 1) {
    const word = `w${(at * 7919) % 50_021}`
    words.set(word, (words.get(word) ?? 0) + word.length)
  }
  return [...words].map(([word, count]) => `${word}:${count}`).join(' ').replace(/(\d)(\d)/g, '$2$1').length
}

/** Linux tells the peak of this program alone; elsewhere it is that of all files so far. */
function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}

function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Not Linux, or not allowed: the peak stays that of all files so far.
  }
}

/** A tree of everything, and a walk that calls itself: what most libraries do. */
function readNaively(bytes: Uint8Array): string {
  interface Node { readonly name: string; readonly children: Node[] }
  const stack: Node[] = [{ name: '', children: [] }]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ name }) => {
    const node = { name, children: [] }
    stack[stack.length - 1]!.children.push(node)
    stack.push(node)
  })
  parser.on('closetag', () => { stack.pop() })
  parser.write(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])).close()
  const count = (node: Node): number => node.children.reduce((sum, each) => sum + count(each), 1)
  return String(count(stack[0]!))
}

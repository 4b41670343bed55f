import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

/** A network of its own: one wire out of it, whose packets are counted. */
export interface Namespace {
  /** Words to put before a command, to run it inside. */
  readonly enter: readonly string[]
  /** Runs the work and gives one line for each packet that left meanwhile. */
  readonly packetsDuring: (work: () => Promise<void>) => Promise<readonly string[]>
  readonly remove: () => void
}

let made = 0

/** Default route and name server point into the wire, neighbours are fixed and IPv6 is off, so that only a program can cause a packet. */
export function makeNamespace(): Namespace {
  made += 1
  const mark = `${process.pid % 100000}n${made}`
  const name = `andu${mark}`
  const [outer, inner] = [`ao${mark}`, `ai${mark}`]
  const [near, far] = ['10.213.7.2', '10.213.7.1']
  const ip = (...words: readonly string[]): void => { execFileSync('ip', words, { stdio: 'pipe' }) }
  const inside = (...words: readonly string[]): string => execFileSync('ip', ['netns', 'exec', name, ...words], { encoding: 'utf8', stdio: 'pipe' })
  ip('netns', 'add', name)
  mkdirSync(`/etc/netns/${name}`, { recursive: true })
  writeFileSync(`/etc/netns/${name}/resolv.conf`, `nameserver ${far}\n`)
  ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', name)
  for (const file of ['all', 'default']) inside('sh', '-c', `echo 1 > /proc/sys/net/ipv6/conf/${file}/disable_ipv6`)
  inside('sh', '-c', `echo 1 > /proc/sys/net/ipv6/conf/${inner}/disable_ipv6`)
  const own = /link\/ether (\S+)/.exec(inside('ip', 'link', 'show', inner))?.[1] ?? ''
  const peer = /link\/ether (\S+)/.exec(execFileSync('ip', ['link', 'show', outer], { encoding: 'utf8' }))?.[1] ?? ''
  inside('ip', 'link', 'set', 'lo', 'up')
  inside('ip', 'address', 'add', `${near}/24`, 'dev', inner)
  inside('ip', 'link', 'set', inner, 'up')
  ip('link', 'set', outer, 'up')
  inside('ip', 'neighbour', 'add', far, 'lladdr', peer, 'dev', inner, 'nud', 'permanent')
  inside('ip', 'route', 'add', 'default', 'via', far)

  const enter = ['ip', 'netns', 'exec', name]
  return {
    enter,
    packetsDuring: async (work) => {
      const lines: string[] = []
      const watcher = spawn('ip', ['netns', 'exec', name, 'tcpdump', '-i', inner, '-nn', '-l', '--immediate-mode', `ether src ${own}`], { stdio: ['ignore', 'pipe', 'pipe'] })
      watcher.stdout.setEncoding('utf8').on('data', (part: string) => lines.push(...part.split('\n').filter(Boolean)))
      await listening(watcher)
      await work()
      await new Promise((resolve) => setTimeout(resolve, 500))
      watcher.kill('SIGINT')
      await new Promise((resolve) => watcher.once('exit', resolve))
      return lines
    },
    remove: () => {
      spawnSync('ip', ['netns', 'delete', name])
      spawnSync('ip', ['link', 'delete', outer])
      rmSync(`/etc/netns/${name}`, { recursive: true, force: true })
    },
  }
}

function listening(watcher: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    watcher.stderr?.setEncoding('utf8').on('data', (part: string) => { if (part.includes('listening on')) resolve() })
    watcher.once('exit', (code) => reject(new Error(`tcpdump ended with ${code}`)))
  })
}

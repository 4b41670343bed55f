// A reader of OFD files that somebody else wrote (ofd.js, Apache-2.0), for the test that opens what Andu writes. For tests only.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fromNpm } from './npm-cache.mjs'

/**
 * Its built file brings along what it needs to read, so the frameworks that its package asks for are not installed.
 * @returns {Promise<string>} a CommonJS file for a page: it wants a window and a document
 */
export async function ofdReader() {
  const dir = await fromNpm({
    folder: 'ofd.js-0.2.6',
    spec: 'ofd.js@0.2.6',
    integrity: 'sha512-qBC4bD5fC2e+qWg2ap6pajAU1Rl/G6+l6NUxMVgdcXTtjWcdRSYD6e63WGgmKAEuE4fjmntzIXZwODawjWmQuw==',
  }, async (tgz, out) => {
    execFileSync('tar', ['-xzf', tgz, '-C', out, '--strip-components=2', '--no-same-owner', 'package/lib/ofd.common.js'])
  })
  return path.join(dir, 'ofd.common.js')
}

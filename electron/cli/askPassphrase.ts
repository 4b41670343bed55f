/** Asks for a passphrase on the terminal without showing it. */

const interrupt = '\u0003'
const endOfInput = '\u0004'

/** What was typed before Enter; null if there is no terminal, or if it was broken off. */
export function askPassphrase(input: NodeJS.ReadStream, output: NodeJS.WriteStream, question: string): Promise<string | null> {
  if (!input.isTTY) return Promise.resolve(null)
  return new Promise((resolve) => {
    let typed = ''
    const end = (answer: string | null): void => {
      input.off('data', hear)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      resolve(answer)
    }
    const hear = (part: string): void => {
      for (const sign of part) {
        if (sign === '\r' || sign === '\n') return end(typed)
        if (sign === interrupt || (sign === endOfInput && typed === '')) return end(null)
        if (sign === '\u007f' || sign === '\b') typed = [...typed].slice(0, -1).join('')
        else typed += sign
      }
    }
    // Nothing is shown from before the question on: who types fast must not be seen either.
    input.setRawMode(true)
    input.setEncoding('utf8')
    input.on('data', hear)
    input.resume()
    output.write(question)
  })
}

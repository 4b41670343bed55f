// The text of a Word file by a library, as a program of its own: text_of.mjs mammoth|word-extractor FILE
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const [library, file = ''] = process.argv.slice(2)
const load = createRequire(import.meta.url)
if (library === 'mammoth') process.stdout.write((await load('mammoth').extractRawText({ buffer: readFileSync(file) })).value)
else process.stdout.write((await new (load('word-extractor'))().extract(readFileSync(file))).getBody({ filterUnicode: false }))

/** How files of Word 6 and 95 differ from those of Word 97. */
import { soft, slice } from './bytes'
import type { FileInformation } from './fileInformation'
import type { OldPages } from './formattingPages'
import { inNewForm } from './oldModifiers'
import { oldEncoding, wideOfOld } from './oldText'
import type { OldPieces } from './pieces'
import type { OldStyles } from './styleSheet'

/** Of so much text the encoding is told. */
const sampleBytes = 20_000

export function oldForm(main: Uint8Array, information: FileInformation): OldPieces & OldPages & OldStyles {
  const from = information.textAt ?? 0
  const length = Math.min(sampleBytes, main.length - from, information.textAt === null ? Infinity : information.stories.main.to)
  const sample = soft(() => slice(main, from, length), new Uint8Array(0))
  const encoding = oldEncoding(information.language, sample.filter((byte) => byte >= 0x20))
  return {
    wide: (bytes) => wideOfOld(bytes, encoding),
    text: (bytes) => new TextDecoder('utf-16le').decode(wideOfOld(bytes, encoding)).replace(/\0/g, ''),
    changes: inNewForm,
  }
}

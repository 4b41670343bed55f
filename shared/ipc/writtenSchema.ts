/** Files that the program wrote for the clerk, as the window learns of them (SPEC IPC-6). */
import { z } from 'zod'

/** A font of official printing that this computer lacks, and what stands in for it. */
export const missingFontSchema = z.object({ name: z.string(), substitute: z.string().nullable() })

/** What came of an export: nothing, or a file, with what was printed otherwise than typed. */
export const writtenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('written'), fileName: z.string(), folderName: z.string(), token: z.string().max(64), pages: z.number().int().optional(), changes: z.array(z.string()), missingFonts: z.array(missingFontSchema) }),
])

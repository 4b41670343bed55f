/** All files made to do harm, by what they are (SPEC IMPORT-21). Each is built when it is asked for. */
import { hostileCompounds } from './hostile/hostileCompounds'
import type { HostileFile } from './hostile/hostileFile'
import { hostilePdfs } from './hostile/hostilePdfs'
import { hostileRtf } from './hostile/hostileRtf'
import { hostileTexts } from './hostile/hostileTexts'
import { hostileXml } from './hostile/hostileXml'
import { hostileZips } from './hostile/hostileZips'

export const hostileFiles: readonly HostileFile[] = [...hostileZips, ...hostileXml, ...hostileRtf, ...hostileTexts, ...hostilePdfs, ...hostileCompounds]

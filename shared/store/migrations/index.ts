/** The steps of the report format, in order: the entry at n leads from version n to n+1. */
import type { Migration } from '../format'
import { report0to1 } from './report0to1'

export const reportMigrations: readonly Migration[] = [report0to1]

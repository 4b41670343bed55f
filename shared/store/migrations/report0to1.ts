import type { Migration } from '../format'

/**
 * Version 0 (before the first release) stored the bare report, with title and signature as one text of lines and no list of set-aside lines.
 * Version 1 wraps it, so that marks of the library stand beside the report and not in it.
 */
export const report0to1: Migration = (data) => ({
  report: { ...data, title: lines(data['title']), signature: lines(data['signature']), setAside: data['setAside'] ?? [] },
})

function lines(value: unknown): unknown {
  return typeof value === 'string' ? value.split('\n').filter((line) => line !== '') : value
}

/** 32 hex digits that follow from the content (FNV-1a with four seeds): formats ask for a number of the file, not for chance. */
export interface ContentId {
  readonly add: (text: string) => void
  readonly digits: () => string
}

export function createContentId(): ContentId {
  const hashes = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
  return {
    add: (text) => {
      for (let at = 0; at < hashes.length; at += 1) {
        let hash = hashes[at] ?? 0
        for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
        hashes[at] = hash
      }
    },
    digits: () => hashes.map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join(''),
  }
}

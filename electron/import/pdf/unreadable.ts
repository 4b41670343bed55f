/** What stands in the text for a glyph that nobody can name. */
export const unreadable = '\ufffd'

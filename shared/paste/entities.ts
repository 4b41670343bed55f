/** Character references of HTML: those of HTML 4, and numbers. An unknown name stays as it is written. */

const latin = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(' ')
const greek = 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'.split(' ')

const names = new Map<string, string>([
  ...latin.map((name, index) => [name, String.fromCharCode(160 + index)] as const),
  ...greek.flatMap((name, index) => [[name, String.fromCharCode(913 + index)], [name.toLowerCase(), String.fromCharCode(945 + index)]] as const),
  ...Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f',
    ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†', Dagger: '‡', bull: '•', hellip: '…', permil: '‰', prime: '′', Prime: '″',
    lsaquo: '‹', rsaquo: '›', oline: '‾', frasl: '⁄', euro: '€', trade: '™', larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', rArr: '⇒', hArr: '⇔', forall: '∀', part: '∂', exist: '∃', empty: '∅',
    isin: '∈', ni: '∋', prod: '∏', sum: '∑', minus: '−', radic: '√', infin: '∞', ang: '∠', and: '∧', or: '∨', cap: '∩', cup: '∪', int: '∫', there4: '∴', sim: '∼', cong: '≅', asymp: '≈', ne: '≠', equiv: '≡',
    le: '≤', ge: '≥', sub: '⊂', sup: '⊃', perp: '⊥', sdot: '⋅', loz: '◊', circ: 'ˆ', tilde: '˜', OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ', sigmaf: 'ς',
    NewLine: '\n', Tab: '\t', lpar: '(', rpar: ')', comma: ',', period: '.', colon: ':', semi: ';', num: '#', percnt: '%', excl: '!', quest: '?', numero: '№', check: '✓', star: '☆', starf: '★', bullet: '•', hyphen: '‐', dash: '‐', horbar: '―', lsqb: '[', rsqb: ']', lbrack: '[', rbrack: ']', lcub: '{', rcub: '}', sol: '/', bsol: '\\', lowbar: '_', equals: '=', plus: '+', ast: '*', dollar: '$', commat: '@', mldr: '…', squ: '□', half: '½', phone: '☎', male: '♂', female: '♀', cir: '○', rsquor: '’', rdquor: '”',
  }),
])

/** What Windows meant with 128 … 159. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The text with its character references read. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#x([0-9a-f]{1,7})|#(\d{1,8})|([a-z][a-z0-9]{1,9}));?/gi, read) : text
}

function read(found: string, hex: string | undefined, decimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) {
    // The oldest names may stand without their semicolon, right in front of a figure.
    const [, old, figures = ''] = /^(nbsp|amp|lt|gt|quot|copy|reg|deg|middot|times)(\d+)$/.exec(name) ?? []
    return names.get(name) ?? (old === undefined ? found : `${names.get(old) ?? ''}${figures}${found.endsWith(';') ? ';' : ''}`)
  }
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
  if (code >= 128 && code <= 159) return windows.charAt(code - 128)
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
}

const separators = /%(?:25)?(?:2D|20|2E)|\\u00(?:2d|20)|&#(?:45|x2d|32);|\+|\u00a0|[\u2010-\u2015]/gi;
const escapedDigit = /(?:%(?:25)?3|\\u003|\\x3)([0-9])/gi;
const hexDigits = /(?=((?:3[0-9]|2d|20){9,16}))/gi;
const base64 = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
const tokens = /\d+/g;
const LONGEST_GAP = 2;

/**
 * Which of the numbers stand in a text or file, by the place of each form: as plain digits, with dash or spaces, percent-encoded or
 * JSON-escaped, as hex of their ASCII in either case, as base64 or base64url wherever it begins, or as UTF-16.
 */
export function searchFor(numbers: ReadonlySet<string>, within: string | Buffer): string[] {
  const text = typeof within === 'string' ? within : within.toString('latin1');
  const wide = text.includes('\0') ? text.replaceAll('\0', '') : '';
  const forms: readonly (readonly [form: string, text: string])[] = [
    ['plain', text],
    ['wide', wide],
    ['hex', [...text.matchAll(hexDigits)].map(([, found]) => Buffer.from(found ?? '', 'hex').toString('latin1')).join('|')],
    ['base64', [...text.matchAll(base64)].flatMap(([found]) => decodings(found)).join('|')],
  ];
  const hits = forms.flatMap(([form, told]) => inDigits(numbers, told).map((number) => `${form} ${number}`));
  return [...new Set(hits)];
}

/** What a run of letters says in base64, whichever letter of it is the first. */
const decodings = (found: string): string[] =>
  [0, 1, 2, 3].map((offset) => Buffer.from(found.slice(offset), 'base64').toString('latin1')).filter((told) => /\d{2}/.test(told));

/** A number stands where whole runs of digits, at most a separator or two apart, are its digits. */
function inDigits(numbers: ReadonlySet<string>, told: string): string[] {
  const text = told.replaceAll(escapedDigit, '$1').replaceAll(separators, '-');
  const hits: string[] = [];
  let runs: { digits: string; end: number }[] = [];
  for (const { 0: digits, index } of text.matchAll(tokens)) {
    const last = runs.at(-1);
    if (last && (index - last.end > LONGEST_GAP || !/^[\s./_-]*$/.test(text.slice(last.end, index)))) runs = [];
    runs = [...runs.slice(-10), { digits, end: index + digits.length }];
    let joined = '';
    for (let nth = runs.length - 1; nth >= 0 && joined.length < 32; nth--) {
      joined = `${runs[nth]!.digits}${joined}`;
      hits.push(...[joined, ...unpadded(joined)].filter((each) => numbers.has(each)));
    }
  }
  return hits;
}

/** A long row of digits without the noughts that make it long, as in the id of a trace. */
const unpadded = (digits: string): string[] =>
  digits.length > 11
    ? [digits.replace(/^0+/, ''), ...[9, 10, 11].filter((many) => /^0+$/.test(digits.slice(many))).map((many) => digits.slice(0, many))]
    : [];

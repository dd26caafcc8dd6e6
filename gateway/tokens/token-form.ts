/** The largest token that is looked at, in characters. */
export const LONGEST_TOKEN = 8 * 1024;

const MOST_DEPTH = 32;

/** Headers that name keys or change how a token is read; keys are the issuer's alone, and nothing is read in another way here. */
const foreignHeaders = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'zip', 'b64', 'enc'];

/** Why a token is not looked at any further, if so; before any signature is verified. */
export function faultInForm(token: string): string | undefined {
  if (token.length > LONGEST_TOKEN) return `A token has at most ${LONGEST_TOKEN} characters.`;
  const [header = '', claims = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
  const read = objectIn(header);
  if (!read || !objectIn(claims)) return 'The token is not one that is taken here.';
  if (foreignHeaders.some((name) => name in read)) return 'The token names keys or rules of its own.';
  if (hasDoubles(header) || hasDoubles(claims)) return 'The token says something twice.';
  return undefined;
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const marks = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Whether an object in valid JSON has a name twice: readers differ in which of the two they go by. */
function hasDoubles(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let text: string | undefined;
  for (const [mark] of json.matchAll(marks)) {
    if (mark === '{' || mark === '[') open.push(mark === '{' ? new Set() : undefined);
    if (open.length > MOST_DEPTH) return true;
    if (mark === '}' || mark === ']') open.pop();
    if (mark === ':' && text !== undefined) {
      const names = open.at(-1);
      const name: string = JSON.parse(text);
      if (names?.has(name)) return true;
      names?.add(name);
    }
    text = mark.startsWith('"') ? mark : undefined;
  }
  return false;
}

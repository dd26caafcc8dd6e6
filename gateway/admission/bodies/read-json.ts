/** A body that is no JSON in UTF-8, or names what objects are made of. */
export class Unreadable extends Error {
  readonly statusCode: number = 400;
}

const decoder = new TextDecoder('utf-8', { fatal: true });
/** `__proto__` as a name, its letters escaped or not. */
const prototypeName = /"(?:_|\\u005f){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006f)(?:t|\\u0074)(?:o|\\u006f)(?:_|\\u005f){2}"\s*:/i;

/** Reads a JSON text; of names that are given twice the last one holds. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  if (prototypeName.test(text)) throw new Unreadable('The body names __proto__.');
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable('The body is not JSON.');
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Unreadable('The body is not UTF-8.');
  }
}

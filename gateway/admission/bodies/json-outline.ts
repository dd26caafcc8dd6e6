/** How a JSON text is built, followed while its bytes come in: what is deep or full of values is known before it is all there. */
export interface JsonOutline {
  readonly seen: Readonly<Seen>;
  follow(bytes: Uint8Array): void;
}

interface Seen {
  /** Objects and lists inside one another. */
  depth: number;
  /** Values, objects and lists among them. */
  values: number;
  /** Bytes of the longest text, of one that has not ended yet too. */
  text: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const BRACE = 0x20;
const OPEN = 0x7b;
const CLOSE = 0x7d;

export function jsonOutline(): JsonOutline {
  const seen: Seen = { depth: 0, values: 1, text: 0 };
  let passed = 0;
  let open = 0;
  let isEscaped = false;
  let begun: number | undefined;
  const noteText = (end: number, begin: number) => {
    if (end - begin > seen.text) seen.text = end - begin;
  };
  return {
    seen,
    follow: (bytes) => {
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (isEscaped) isEscaped = false;
        else if (begun !== undefined) {
          if (byte === BACKSLASH) isEscaped = true;
          if (byte !== QUOTE) continue;
          noteText(passed + at - 1, begun);
          begun = undefined;
        } else if (byte === QUOTE) begun = passed + at;
        else if (byte === COMMA) seen.values++;
        else if ((byte | BRACE) === OPEN) {
          seen.values++;
          if (++open > seen.depth) seen.depth = open;
        } else if ((byte | BRACE) === CLOSE) open--;
      }
      passed += bytes.length;
      if (begun !== undefined) noteText(passed - 1, begun);
    },
  };
}

/** How a JSON text is built, followed while its bytes come in: what is deep or full of values is known before it is all there. */
export interface JsonOutline {
  readonly depth: number;
  readonly values: number;
  follow(bytes: Uint8Array): void;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const BRACE = 0x20;
const OPEN = 0x7b;
const CLOSE = 0x7d;

export function jsonOutline(): JsonOutline {
  const seen = { depth: 0, values: 1 };
  let open = 0;
  let isText = false;
  let isEscaped = false;
  return {
    get depth() {
      return seen.depth;
    },
    get values() {
      return seen.values;
    },
    follow: (bytes) => {
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (isEscaped) isEscaped = false;
        else if (isText) {
          if (byte === QUOTE) isText = false;
          else if (byte === BACKSLASH) isEscaped = true;
        } else if (byte === QUOTE) isText = true;
        else if (byte === COMMA) seen.values++;
        else if ((byte | BRACE) === OPEN) {
          seen.values++;
          if (++open > seen.depth) seen.depth = open;
        } else if ((byte | BRACE) === CLOSE) open--;
      }
    },
  };
}

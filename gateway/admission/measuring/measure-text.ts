import { Lexer, Source, TokenKind } from 'graphql';

/** How long a document is, before it is parsed. */
export interface TextMeasures {
  readonly document: number;
  readonly tokens: number;
  /** The most brackets that are open at once. */
  readonly nesting: number;
}

const opens = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closes = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Counts characters, and tokens no further than one beyond the most; a text that cannot be read ends the count, and the parser says why. */
export function measureText(text: string, most: { readonly document: number; readonly tokens: number }): TextMeasures {
  const measured = { document: text.length, tokens: 0, nesting: 0 };
  if (text.length > most.document) return measured;
  const lexer = new Lexer(new Source(text));
  let open = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF && measured.tokens <= most.tokens; { kind } = lexer.advance()) {
      measured.tokens++;
      if (opens.has(kind)) measured.nesting = Math.max(measured.nesting, ++open);
      if (closes.has(kind)) open--;
    }
  } catch {
    // Not GraphQL from here on.
  }
  return measured;
}

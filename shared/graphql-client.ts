import type { Operation } from './subgraph.ts';

// What is asked decides what is answered; the caller names the shape it asked for.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Anything = any;

/** An answer as a client reads it. */
export interface ClientAnswer {
  readonly data?: Anything;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, Anything>> }[];
}

/** Asks an endpoint over HTTP as whoever the token is of. */
export type Client = (operation: Operation) => Promise<ClientAnswer>;

const RENEWED_AFTER_MS = 5 * 60 * 1000;
const LONGEST_ANSWER = 120_000;

/** A client of an endpoint; `token` is asked again before it grows old. */
export function clientOf(url: string, token: () => Promise<string>): Client {
  let held: { token: string; since: number } | undefined;
  return async (operation) => {
    if (!held || Date.now() - held.since > RENEWED_AFTER_MS) held = { token: await token(), since: Date.now() };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${held.token}` },
      body: JSON.stringify(operation),
      signal: AbortSignal.timeout(LONGEST_ANSWER),
    });
    return JSON.parse(await response.text());
  };
}

/** A token of a server's development issuer, for a persona or for somebody with these mandates. */
export async function developmentToken(url: string, wanted: object): Promise<string> {
  const response = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  const told: ClientAnswer & { access_token?: string } = JSON.parse(await response.text());
  if (told.access_token) return told.access_token;
  throw new Error(
    `No token from ${url}/dev/token: ${told.errors?.[0]?.message ?? response.status}. Where a real issuer is used, put a token of it into TILSLUT_TOKEN.`,
  );
}

/** The token a command goes by: what the environment gives, else the development issuer's for a persona. */
export function commandToken(url: string, persona: string): () => Promise<string> {
  const given = process.env.TILSLUT_TOKEN;
  return async () => given ?? developmentToken(url, { as: persona });
}

import { type Refusal, refusal } from '#shared/refusal.ts';

/** A question as it came, over POST or GET: a document, or the id of a registered one. */
export interface Asked {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a request that is none of GraphQL over HTTP is told. */
export const notGraphQl: Refusal = refusal(
  'INVALID_INPUT',
  'The request is not one of GraphQL over HTTP: a JSON body with `query` as a text, and `variables`, if any, as an object.',
);

/** The question in a parsed body; nothing where it is none, a list of questions among them. */
export function askedInBody(body: unknown): Asked | undefined {
  if (!isRecord(body)) return undefined;
  const { query, operationName, variables, extensions, documentId } = body;
  if (!isRecordOrNothing(variables) || !isRecordOrNothing(extensions)) return undefined;
  if (!isTextOrNothing(query) || !isTextOrNothing(operationName) || !isTextOrNothing(documentId)) return undefined;
  const id = documentId ?? persistedIn(extensions);
  if (!isTextOrNothing(id) || (!query && !id)) return undefined;
  return {
    query: query ?? undefined,
    documentId: id ?? undefined,
    operationName: operationName || undefined,
    variables: variables ?? {},
  };
}

/** The question in an address: each parameter once, those that are objects as JSON. */
export function askedInAddress(url: string): Asked | undefined {
  const parameters = new URL(url, 'http://gateway').searchParams;
  const names = [...parameters.keys()];
  if (new Set(names).size < names.length) return undefined;
  try {
    const read = (name: string): unknown => JSON.parse(parameters.get(name) || 'null');
    return askedInBody({
      query: parameters.get('query'),
      operationName: parameters.get('operationName'),
      documentId: parameters.get('documentId'),
      variables: read('variables'),
      extensions: read('extensions'),
    });
  } catch {
    return undefined;
  }
}

const persistedIn = (extensions: Readonly<Record<string, unknown>> | null | undefined): unknown =>
  isRecord(extensions?.persistedQuery) ? extensions.persistedQuery.sha256Hash : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecordOrNothing = (value: unknown): value is Readonly<Record<string, unknown>> | null | undefined =>
  value === undefined || value === null || isRecord(value);
const isTextOrNothing = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';

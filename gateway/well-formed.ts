import { type Refusal, refusal } from '#shared/refusal.ts';

/** What a request that is none of GraphQL over HTTP is told. */
export const notGraphQl: Refusal = refusal(
  'INVALID_INPUT',
  'The request is not one of GraphQL over HTTP: a JSON body with `query` as a text, and `variables`, if any, as an object.',
);

/** Whether a parsed body is a request of GraphQL over HTTP. */
export function isWellFormed(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const { query, variables, operationName }: Readonly<Record<string, unknown>> = { ...body };
  return (
    typeof query === 'string' &&
    isObjectOrNothing(variables) &&
    (operationName === undefined || operationName === null || typeof operationName === 'string')
  );
}

const isObjectOrNothing = (value: unknown) => value === undefined || (typeof value === 'object' && !Array.isArray(value));

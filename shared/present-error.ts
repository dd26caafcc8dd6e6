import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, getLocation } from 'graphql';
import { describeFault } from './fault-log.ts';
import { Refused, type Refusal, refusalCodes } from './refusal.ts';

/** Told instead of a fault's own words; the request id finds them in our log. */
export const FAULT = 'INTERNAL';

export interface Presentation {
  readonly requestId: string;
  /** Told of each fault, whole; refusals are not faults. */
  readonly report: (fault: unknown) => void;
}

export interface Log {
  info(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** Presents the errors of every answer of a server; faults go to the log under the request's id. */
export function presentErrors<Context extends { readonly requestId: string }>(log: Log): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ errors, response, contextValue: { requestId } }) => {
        if (!errors || response.body.kind !== 'single') return;
        const report = (fault: unknown) => log.error({ requestId, ...describeFault(fault) }, 'fault');
        response.body.singleResult.errors = errors.map((error) => presentError(error, { requestId, report }));
      },
    }),
  };
}

const shownExtensions = ['code', 'because', 'rule', 'facts', 'grantableBy', 'requestId'];
const knownCodes = new Set<unknown>([...refusalCodes, FAULT]);

/** The one place where what went wrong becomes what a client reads. Nothing of graphql-js's own sentences, which print values. */
export function presentError(error: unknown, { requestId, report }: Presentation): GraphQLFormattedError {
  const where =
    error instanceof GraphQLError
      ? { ...(error.path && { path: error.path }), ...(error.locations && { locations: error.locations }) }
      : {};
  const refused = refusedIn(error);
  if (refused) return { message: refused.because, ...where, extensions: extensionsOf(refused, requestId) };
  if (error instanceof GraphQLError && knownCodes.has(error.extensions.code)) {
    return { message: error.message, ...where, extensions: { ...pick(error.extensions), requestId } };
  }
  if (error instanceof GraphQLError && isBadInput(error)) {
    const because = badInputSentence(error);
    return { message: because, ...where, extensions: { code: 'INVALID_INPUT', because, facts: [], requestId } };
  }
  report(error);
  return {
    message: `Something went wrong here; give the request id ${requestId} when you report it.`,
    ...where,
    extensions: { code: FAULT, requestId },
  };
}

/** A refusal as an error's extensions. */
export function extensionsOf({ code, because, rule, facts, grantableBy }: Refusal, requestId: string) {
  return { code, because, facts, ...(rule && { rule }), ...(grantableBy && { grantableBy }), requestId };
}

function refusedIn(error: unknown): Refusal | undefined {
  if (error instanceof Refused) return error.refusal;
  return error instanceof GraphQLError && error.originalError ? refusedIn(error.originalError) : undefined;
}

const pick = (extensions: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(shownExtensions.filter((name) => name in extensions).map((name) => [name, extensions[name]]));

const badInputCodes = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

const isBadInput = (error: GraphQLError) => badInputCodes.has(error.extensions.code);

function badInputSentence(error: GraphQLError): string {
  if (error.extensions.code === 'GRAPHQL_PARSE_FAILED') return `The document is not GraphQL${placeOf(error)}.`;
  if (error.extensions.code === 'OPERATION_RESOLUTION_FAILURE') return 'The document holds no such operation; name the one that is meant.';
  if (error.extensions.code === 'BAD_REQUEST')
    return 'The request is not one of GraphQL over HTTP: a JSON body with `query`, and `variables` as an object.';
  const node = error.nodes?.[0];
  if (node?.kind === 'VariableDefinition') return `The value given for the variable${placeOf(error)} does not fit its type.`;
  return `The document does not fit the schema${node ? ` at the ${inWords(node.kind)}` : ''}${placeOf(error)}.`;
}

function placeOf(error: GraphQLError): string {
  const [node] = error.nodes ?? [];
  const place = error.locations?.[0] ?? (node?.loc && getLocation(node.loc.source, node.loc.start));
  return place ? ` in line ${place.line}, column ${place.column}` : '';
}

const inWords = (kind: string) => kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Actor } from '#shared/actor.ts';
import { presentError } from '#shared/present-error.ts';
import { refusal } from '#shared/refusal.ts';
import { answerRefusal, noteCodes } from '../http-answers.ts';
import { firstBroken, type NotAdmitted } from './first-broken.ts';
import type { Judge } from './judge.ts';
import type { JudgedOperation, Judgement } from './judge-document.ts';
import { type Limits, limitsFor, limitsOf } from './limits.ts';
import { type RegisteredOperations, textOf } from './registered/registered-operations.ts';
import { type Asked, askedInAddress, askedInBody, notGraphQl } from './requests/asked.ts';
import { isToldByStatus, mediaTypeFor } from './requests/media-type.ts';
import { holdsSecrets } from './requests/never-in-address.ts';
import { refusedByHeaders } from './requests/refused-by-headers.ts';
import { askedRules } from './rules/asked-rules.ts';
import { documentRules } from './rules/document-rules.ts';
import type { AskedMeasures } from './rules/rule.ts';

/** What questions are judged by: the supergraph's schema, and what was found of documents so far. */
export interface Ground {
  readonly judge: Judge;
  readonly schema: GraphQLSchema;
}

export interface AdmissionParts {
  /** As it is at the moment: the supergraph may be another later. */
  readonly ground: () => Ground;
  readonly registered: RegisteredOperations;
  /** Whether limits hold; in an open trial only those that keep the process alive do. */
  readonly isGuarded: boolean;
}

export type AdmitQuestion = (request: FastifyRequest, reply: FastifyReply, actor: Actor) => unknown;

const asked = new WeakMap<FastifyRequest, AskedMeasures>();

/** What an admitted request asks: about how many objects, whom a budget may be charged for. */
export const costOf = (request: FastifyRequest): number => asked.get(request)?.cost ?? 0;

/** Lets a question in by what is cheap to know first, and leaves it as the request's body; or answers why not. */
export function admitQuestion(parts: AdmissionParts): AdmitQuestion {
  return (request, reply, actor) => {
    const stray = refusedByHeaders(request);
    if (stray) return answerRefusal(reply, stray.status, stray.told);
    const question = request.method === 'GET' ? askedInAddress(request.url) : askedInBody(request.body);
    if (!question) return answerRefusal(reply, 400, notGraphQl);
    const found = textOf(question, parts.registered);
    if ('told' in found) return answerRefusal(reply, found.status, found.told);
    const limits = found.isRegistered ? limitsOf.trial : limitsFor(actor, parts.isGuarded);
    const { judge, schema } = parts.ground();
    const judgement = judge.judge(found.text);
    const tooMuch = firstBroken(documentRules, judgement.measures, limits);
    if (tooMuch) return answerRefusal(reply, tooMuch.status, tooMuch.told);
    const errors = judgement.errors();
    if (errors.length > 0) return answerErrors(request, reply, errors);
    const refused = refusedOperation({ request, question, judgement, limits }, schema);
    if (refused) return answerRefusal(refused.status === 405 ? reply.header('allow', 'POST') : reply, refused.status, refused.told);
    reply.header('x-operation-cost', costOf(request));
    request.body = { query: found.text, operationName: question.operationName ?? null, variables: question.variables };
    return undefined;
  };
}

interface Judged {
  readonly request: FastifyRequest;
  readonly question: Asked;
  readonly judgement: Judgement;
  readonly limits: Limits;
}

function refusedOperation({ request, question, judgement, limits }: Judged, schema: GraphQLSchema): NotAdmitted | undefined {
  const operation: JudgedOperation | undefined = judgement.operation(question.operationName);
  if (!operation) return undefined;
  const { document } = judgement;
  if (!schema.getRootType(operation.kind))
    return { status: 400, told: refusal('INVALID_INPUT', `Nothing answers a ${operation.kind} here.`) };
  if (request.method === 'GET' && document && (operation.kind !== 'query' || holdsSecrets(document, schema))) return postOnly;
  const measures = operation.asks(question.variables);
  asked.set(request, measures);
  return firstBroken(askedRules, measures, limits);
}

const postOnly: NotAdmitted = {
  status: 405,
  told: refusal('INVALID_INPUT', 'Acts, and what has a national number among its arguments, are asked by POST only.'),
};

function answerErrors(request: FastifyRequest, reply: FastifyReply, errors: readonly GraphQLError[]): unknown {
  const { accept } = request.headers;
  const told = errors.map((error) => presentError(error, { requestId: request.id, report: () => {} }));
  noteCodes(
    request,
    told.map(({ extensions }) => String(extensions?.code)),
  );
  return reply
    .code(isToldByStatus(accept) ? 400 : 200)
    .type(mediaTypeFor(accept))
    .send({ errors: told });
}

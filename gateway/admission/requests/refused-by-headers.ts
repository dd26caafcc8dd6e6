import type { FastifyRequest } from 'fastify';
import { refusal } from '#shared/refusal.ts';
import type { NotAdmitted } from '../first-broken.ts';
import { isAnswerable } from './media-type.ts';

/** Headers that a page of another site cannot send without asking first. */
const askedFirst = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** Why a question is not let in by its headers alone: another site could have sent it, or no answer of ours is wanted. */
export function refusedByHeaders({ method, headers }: FastifyRequest): NotAdmitted | undefined {
  if (!isAnswerable(headers.accept)) return { status: 406, told: notWanted };
  const isFromHere =
    method !== 'GET' || headers['content-type']?.startsWith('application/json') || askedFirst.some((name) => headers[name]);
  return isFromHere ? undefined : { status: 400, told: fromElsewhere };
}

const notWanted = refusal('INVALID_INPUT', 'Answers are application/graphql-response+json or application/json; accept one of them.');
const fromElsewhere = refusal(
  'INVALID_INPUT',
  'A question by GET needs a header that no other site can send: apollo-require-preflight: 1.',
);

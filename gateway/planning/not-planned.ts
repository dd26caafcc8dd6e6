import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Refused, refusal } from '#shared/refusal.ts';
import { PlanTooLong, TooManyToPlan } from './planner.ts';

/** What a client is told whose question was not planned, by whose doing that is; nothing where it is none of its own. */
export function notPlanned(fault: unknown): GraphQLError | undefined {
  if (fault instanceof PlanTooLong)
    return refused(
      400,
      refusal('PLANS_TOO_LONG', 'The question takes too long to plan; ask for less at once.', {
        facts: { limit: fault.limit, asked: `more than ${fault.limit}` },
      }),
    );
  if (fault instanceof TooManyToPlan)
    return refused(
      429,
      refusal('RATE_LIMITED', 'Too many of your questions wait to be planned; go on in a second.', {
        facts: { limit: fault.limit, asked: fault.limit + 1 },
      }),
    );
  return undefined;
}

const refused = (status: number, told: ReturnType<typeof refusal>) =>
  new GraphQLError(told.because, {
    originalError: new Refused(told),
    extensions: { code: told.code, http: { status, headers: new HeaderMap(status === 429 ? [['retry-after', '1']] : []) } },
  });

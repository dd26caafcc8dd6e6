import { tracePerson } from '../../actions/tracing/trace-person.ts';
import { orRefused } from '../answers.ts';
import type { Resolvers } from '../schema.generated.ts';

/** Where a person is on the way in. */
export const traceQueries = {
  personTrace: async (_, asked, { readings, traces, actor }) => orRefused(await tracePerson({ readings, traces }, actor, asked)),
} satisfies Resolvers['Query'];

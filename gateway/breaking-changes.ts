import { type Change, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** What a client of the last release could stumble over; what was deprecated there may go. Each is a sentence that names the place. */
export async function breakingChanges(released: GraphQLSchema, now: GraphQLSchema): Promise<readonly string[]> {
  const changes: Change[] = await diff(released, now, [DiffRule.suppressRemovalOfDeprecatedField]);
  return changes.filter(({ criticality: { level } }) => level === CriticalityLevel.Breaking).map(({ message }) => message);
}

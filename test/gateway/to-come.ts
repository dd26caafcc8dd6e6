/** What the contract promises and no subgraph has yet. A line goes when the thing is there; none is added. */
export const toCome: readonly string[] = [
  'Query.identityStatistics',
  'Query.personTrace',
  'enum IdentityDimension',
  'enum TraceStepKind',
  'input PersonKey',
  'type IdentityCount',
  'type PersonTrace',
  'type TraceStep',
];

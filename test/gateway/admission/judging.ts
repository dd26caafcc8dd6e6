import { buildSchema } from 'graphql';
import { introspectionSizes } from '../../../gateway/admission/cost/introspection-sizes.ts';
import type { Weighed } from '../../../gateway/admission/cost/operation-asks.ts';
import { readWeights } from '../../../gateway/admission/cost/read-weights.ts';
import { firstBroken } from '../../../gateway/admission/first-broken.ts';
import { judgeDocument } from '../../../gateway/admission/judge-document.ts';
import { type Limits, limitsOf } from '../../../gateway/admission/limits.ts';
import { askedRules } from '../../../gateway/admission/rules/asked-rules.ts';
import { documentRules } from '../../../gateway/admission/rules/document-rules.ts';

const directives = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
`;

export function weighedSchema(sdl: string): Weighed {
  const schema = buildSchema(directives + sdl);
  const { weights, sizes } = readWeights(directives + sdl);
  return { schema, weights: { weights, sizes: new Map([...sizes, ...introspectionSizes(schema)]) } };
}

/** Limits that hold nothing, but for those named. */
export const onlyLimits = (some: Partial<Limits>): Limits => ({ ...limitsOf.trial, ...some });

/** The code, the limit and what was asked, or nothing where a document is let in. */
export function refusedBy(text: string, limits: Limits, weighed: Weighed, variables: Record<string, unknown> = {}) {
  const judgement = judgeDocument(text, [limits], weighed);
  const asks = judgement.errors().length === 0 ? judgement.operation(undefined)?.asks(variables) : undefined;
  const broken = firstBroken(documentRules, judgement.measures, limits) ?? (asks && firstBroken(askedRules, asks, limits));
  if (!broken) return undefined;
  const { code, facts } = broken.told;
  return { code, status: broken.status, ...Object.fromEntries(facts.map(({ name, value }) => [name, Number(value)])) };
}

import { introspectionSize } from './asked/introspection-size.ts';
import { operationCost } from './asked/operation-cost.ts';
import { pageSize } from './asked/page-size.ts';
import type { AskedMeasures, Rule } from './rule.ts';

/** What an operation is held to under the variables it comes with. */
export const askedRules: readonly Rule<AskedMeasures>[] = [pageSize, introspectionSize, operationCost];

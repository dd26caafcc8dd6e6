import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { arguePlan } from './correcting/argue-plan.ts';
import { plannable } from './correcting/plannable.ts';
import type { PlanAsked, PlanTold } from './planner-thread.ts';
import type { PlanNode } from './query-plan.ts';

// Plans apart from the event loop that answers: a question that takes long to plan holds up nobody else.
const argued = plannable(String(workerData));
const supergraph = Supergraph.build(argued.supergraph);
const schema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph);

parentPort?.on('message', (asked: PlanAsked) => parentPort?.postMessage(planned(asked)));
parentPort?.postMessage('ready');

function planned({ document, operationName }: PlanAsked): PlanTold {
  try {
    const operation = operationFromDocument(schema, parse(document), operationName === undefined ? {} : { operationName });
    const { node } = planner.buildQueryPlan(operation);
    return { plan: JSON.stringify(node ? corrected(withoutDocuments(node)) : null) };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

const withoutDocuments = (node: object): PlanNode =>
  JSON.parse(JSON.stringify(node, (key, value) => (key === 'operationDocumentNode' ? undefined : value)));

const corrected = (plan: PlanNode): PlanNode => (argued.fields.size > 0 ? arguePlan(plan, argued) : plan);

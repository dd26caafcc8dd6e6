import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { arguePlan } from './correcting/argue-plan.ts';
import { partialTypes } from './correcting/partial-types.ts';
import { plannable } from './correcting/plannable.ts';
import { type AskedQuestion, restoreMembers } from './correcting/restore-members.ts';
import type { PlanAsked, PlanTold } from './planner-thread.ts';
import type { PlanNode } from './query-plan.ts';
import { tellSupergraph } from './tell-supergraph.ts';

// Plans apart from the event loop that answers: a question that takes long to plan holds up nobody else.
const sdl = String(workerData);
const argued = plannable(sdl);
const partial = partialTypes(argued.supergraph);
const told = tellSupergraph(Supergraph.build(sdl));
const supergraph = Supergraph.build(argued.supergraph);
const schema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph);

parentPort?.on('message', (asked: PlanAsked) => parentPort?.postMessage(planned(asked)));
parentPort?.postMessage(told);

function planned({ document, operationName }: PlanAsked): PlanTold {
  try {
    const question = parse(document);
    const operation = operationFromDocument(schema, question, operationName === undefined ? {} : { operationName });
    const { node } = planner.buildQueryPlan(operation);
    return { plan: JSON.stringify(node ? corrected(withoutDocuments(node), { question, operationName }) : null) };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

const withoutDocuments = (node: object): PlanNode =>
  JSON.parse(JSON.stringify(node, (key, value) => (key === 'operationDocumentNode' ? undefined : value)));

function corrected(plan: PlanNode, asked: AskedQuestion): PlanNode {
  const restored = partial.isEmpty ? plan : restoreMembers(plan, asked, partial);
  return argued.fields.size > 0 ? arguePlan(restored, argued) : restored;
}

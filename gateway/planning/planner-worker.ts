import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { PlanAsked, PlanTold } from './planner-thread.ts';

// Plans apart from the event loop that answers: a question that takes long to plan holds up nobody else.
const supergraph = Supergraph.build(String(workerData));
const schema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph);

parentPort?.on('message', (asked: PlanAsked) => parentPort?.postMessage(planned(asked)));
parentPort?.postMessage('ready');

function planned({ document, operationName }: PlanAsked): PlanTold {
  try {
    const operation = operationFromDocument(schema, parse(document), operationName === undefined ? {} : { operationName });
    const { node = null } = planner.buildQueryPlan(operation);
    return { plan: JSON.stringify(node, (key, value) => (key === 'operationDocumentNode' ? undefined : value)) };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from '#shared/subgraph.ts';
import { fetchEntities } from './fetch-entities.ts';
import { fetchRoot } from './fetch-root.ts';
import type { Path } from './places.ts';
import type { PreparedFetch, Step } from './prepared-plan.ts';
import type { Tree } from './take-answer.ts';

/** What a request brings along to have its plan run. */
export interface Running {
  /** The variables as the client gave them: what subgraphs are told. */
  readonly given: Readonly<Record<string, unknown>>;
  /** The same with their defaults: what conditions go by. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Asks a subgraph; whatever goes wrong on the way there comes back as errors. */
  readonly ask: (fetch: PreparedFetch, variables: Record<string, unknown>) => Promise<Answer>;
  /** Told of an answer that cannot be one to what was asked. */
  readonly reportLie: (subgraph: string, fault: Error) => void;
  readonly isOfType: (type: string, typename: string) => boolean;
}

/** A field that was not told because of an error that names no place of its own. */
export interface Loss {
  readonly path: Path;
  readonly error: GraphQLFormattedError;
}

/** What the subgraphs told, before it is shaped, and what they said went wrong, at places of the client's answer. */
export interface Gathered {
  readonly tree: Tree;
  readonly errors: GraphQLFormattedError[];
  readonly losses: Loss[];
}

/** Runs a plan: asks each subgraph what it is to be asked, and puts its answers where they belong. */
export async function runPlan(step: Step | undefined, running: Running): Promise<Gathered> {
  const gathered: Gathered = { tree: {}, errors: [], losses: [] };
  if (step) await run(step, gathered, running);
  return gathered;
}

async function run(step: Step, gathered: Gathered, running: Running): Promise<void> {
  switch (step.kind) {
    case 'sequence':
      for (const each of step.steps) await run(each, gathered, running);
      return;
    case 'parallel':
      await Promise.all(step.steps.map((each) => run(each, gathered, running)));
      return;
    case 'choice': {
      const chosen = running.variables[step.variable] === true ? step.ifTrue : step.ifFalse;
      if (chosen) await run(chosen, gathered, running);
      return;
    }
    case 'fetch':
      await (step.requires ? fetchEntities(step, step.requires, gathered, running) : fetchRoot(step, gathered, running));
  }
}

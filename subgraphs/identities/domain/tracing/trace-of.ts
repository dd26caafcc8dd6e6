import { fetchedStep } from './fetched-step.ts';
import { sentStep } from './sent-step.ts';
import { takenInStep } from './taken-in-step.ts';
import type { PersonTrace, TraceFacts, TraceStep, TraceStepKind } from './trace.ts';
import { NOBODY, stepDone, stepOpen } from './trace-step.ts';

/** Whose step holds the others up: a login is the person's own, and comes last. */
const asked = ['REGISTERED', 'SENT', 'TAKEN_IN', 'IDENTITY_ISSUED', 'FETCHED', 'ACTIVATED'] as const satisfies readonly TraceStepKind[];

/** The support question answered: is it registered, was it sent, was it taken in, who fetched it, and who helps on. */
export function traceOf(facts: TraceFacts): PersonTrace {
  const steps = [registeredStep(facts), sentStep(facts), takenInStep(facts), issuedStep(facts), activatedStep(facts), fetchedStep(facts)];
  const [open] = asked.flatMap((kind) => steps.filter((step) => step.kind === kind && !step.done));
  return open
    ? { steps, next: `${open.message} To be put right by: ${open.whoCanFix}.`, contact: open.whoCanFix }
    : { steps, next: 'All is done. What a system shows of the person is its supplier’s to explain.', contact: null };
}

/** Whether the placement system knows the person shows only by what it sends. */
function registeredStep({ tie, notices }: TraceFacts): TraceStep {
  if (tie || notices.length > 0) return stepDone('REGISTERED', null, 'A source system has told of the person.');
  return stepOpen(
    'REGISTERED',
    'No source system has told of the person here. It cannot be seen from here whether the person is registered there: look first whether they are, at this daycare, with a day of beginning that has come.',
    'who keeps the daycare’s persons in the source system',
  );
}

function issuedStep({ tie }: TraceFacts): TraceStep {
  if (tie) return stepDone('IDENTITY_ISSUED', tie.from, 'The person has an identity.');
  return stepOpen('IDENTITY_ISSUED', 'The identity is made when the person is taken in.', NOBODY);
}

function activatedStep({ tie }: TraceFacts): TraceStep {
  const state = tie?.person.state;
  if (state === 'ACTIVATED') return stepDone('ACTIVATED', null, 'The identity is in use.');
  if (state === 'BLOCKED')
    return stepOpen('ACTIVATED', 'The identity is stopped.', 'the daycare, or the municipality’s daycare responsible');
  if (state === 'RETIRED') return stepOpen('ACTIVATED', 'The identity is erased.', NOBODY);
  return stepOpen('ACTIVATED', 'Nobody has logged in with the identity yet.', 'the person, with a national e-ID or a code of activation');
}

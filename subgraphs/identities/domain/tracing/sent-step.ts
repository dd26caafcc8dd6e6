import { freshnessOf } from '../reading/freshness.ts';
import type { TraceFacts, TraceStep } from './trace.ts';
import { inWords, stepDone, stepOpen, supplierOf } from './trace-step.ts';

const deciders = 'who decides the daycare’s requests for access';
const keeper = 'who keeps the daycare’s persons in the source system';

/** Whether a document named the person; if not, what became of what was sent. */
export function sentStep(facts: TraceFacts): TraceStep {
  const { tie, notices, sources } = facts;
  const [notice] = notices;
  if (notice) return stepDone('SENT', notice.at, `The last document of ${notice.system} names the person.`);
  if (tie && tie.to === null) {
    const source = sources.find(({ system, source }) => system === tie.system && source === tie.source);
    return stepDone('SENT', source?.takenAt ?? tie.from, `The last document of ${tie.system} names the person.`);
  }
  return heldUp(facts) ?? leftOut(facts);
}

/** Something newer than what was taken in last, which was not: it may name the person. */
function heldUp({ runs, sources, tried }: TraceFacts): TraceStep | undefined {
  const takenAt = Math.max(0, ...sources.map((source) => source.takenAt ?? 0));
  const [run] = runs.filter(({ state, receivedAt }) => receivedAt > takenAt && (state === 'REFUSED' || state === 'HELD'));
  const [last] = tried.filter(({ at }) => at > takenAt && at > (run?.receivedAt ?? 0));
  if (last)
    return stepOpen(
      'SENT',
      `System ${last.system} tried to send at ${inWords(last.at)}, without an access to (${last.code}, I13).`,
      deciders,
      last.at,
    );
  if (run?.state === 'HELD')
    return stepOpen(
      'SENT',
      `A document of ${run.system} waits to be released, since it would end many ties.`,
      'who may release it',
      run.receivedAt,
    );
  if (run)
    return stepOpen(
      'SENT',
      `The last document of ${run.system} was refused (${run.refusal?.code ?? 'INVALID_INPUT'}).`,
      run.refusal?.code === 'DAYCARE_TAKES_NO_USERS' ? 'who keeps the daycare in the register' : supplierOf(run.system),
      run.receivedAt,
    );
  return undefined;
}

/** What was taken in does not name the person, or nothing ever was. */
function leftOut({ sources, tie, now }: TraceFacts): TraceStep {
  const taken = sources.flatMap(({ system, takenAt }) => (takenAt === null ? [] : [{ system, takenAt }]));
  const [last] = taken.sort((one, other) => other.takenAt - one.takenAt);
  if (!last) return stepOpen('SENT', 'Nothing was ever sent for this daycare.', `${keeper}, and its supplier`);
  if (freshnessOf(last.takenAt, now) === 'STALE')
    return stepOpen('SENT', `Nothing has come since ${inWords(last.takenAt)} (P21).`, supplierOf(last.system), last.takenAt);
  const when = `The last document, taken in at ${inWords(last.takenAt)},`;
  const what = tie ? 'leaves out the person, who was in an earlier one.' : 'does not name the person under this key.';
  return stepOpen('SENT', `${when} ${what}`, keeper, last.takenAt);
}

import { type NoticeCode, noticeCodes } from '../importing/import-notice.ts';
import type { TracedNotice, TraceFacts, TraceStep } from './trace.ts';
import { inWords, NOBODY, stepDone, stepOpen, supplierOf } from './trace-step.ts';

/** Numbers that were not expected wait for a decision here (I10, I20); all else is put right where it comes from. */
const decidedHere: readonly NoticeCode[] = ['NATIONAL_NUMBER_CHANGED', 'NATIONAL_NUMBER_UNCONFIRMED'];

const fixerOf = ({ code }: TracedNotice): string =>
  decidedHere.includes(code)
    ? 'the daycare’s controller, by reidentifying, or who keeps the person in the source system'
    : 'who keeps the person in the source system';

const inSentence = ({ code }: TracedNotice): string => `${code}: ${noticeCodes[code].message} ${noticeCodes[code].remedy}`;

/** Whether what was sent of the person stands here; if not, the notice that says why (I9, I10, I11). */
export function takenInStep({ tie, notices }: TraceFacts): TraceStep {
  const refused = notices.find(({ severity }) => severity === 'ERROR');
  if (tie && tie.to === null) {
    if (refused)
      return stepDone(
        'TAKEN_IN',
        tie.from,
        `What came before stands, but the newest line was left out. ${inSentence(refused)}`,
        fixerOf(refused),
      );
    if (tie.frozenSince !== null)
      return stepDone(
        'TAKEN_IN',
        tie.from,
        `Taken in; but ${tie.system} may send no more since ${inWords(tie.frozenSince)}, so nothing new comes (Q5).`,
        supplierOf(tie.system),
      );
    const [notice] = notices;
    return notice
      ? stepDone('TAKEN_IN', tie.from, `Taken in, but for a field. ${inSentence(notice)}`, fixerOf(notice))
      : stepDone('TAKEN_IN', tie.from, 'Taken in.');
  }
  if (refused) return stepOpen('TAKEN_IN', `The line was left out. ${inSentence(refused)}`, fixerOf(refused), refused.at);
  if (tie && tie.to !== null)
    return stepOpen(
      'TAKEN_IN',
      `The tie ended at ${inWords(tie.to)}, when the source left the person out (I4).`,
      'who keeps the person in the source system',
      tie.to,
    );
  return stepOpen('TAKEN_IN', 'Nothing of the person was taken in here.', NOBODY);
}

import type { DocumentMeasures, Rule } from '../rule.ts';

export const fragmentCircles: Rule<DocumentMeasures> = {
  code: 'FRAGMENT_CIRCLE',
  status: 400,
  asked: ({ circles }) => circles,
  limit: () => 0,
  because: () => 'A fragment does not lead back to itself.',
};

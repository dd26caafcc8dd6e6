import type { Reader } from '#shared/config.ts';
import { type Terms, usualTerms } from './domain/terms.ts';

/** The terms an operator has set: `REMIND_AFTER_DAYS` (as 7,21), `EXPIRE_AFTER_DAYS`, `CONFIRM_WITHIN_DAYS`, `CONFIRM_EVERY_DAYS`, `UNUSED_AFTER_DAYS`. */
export function termsFrom({ text, number }: Reader): Terms {
  return {
    ...usualTerms,
    remindAfterDays: text('REMIND_AFTER_DAYS', usualTerms.remindAfterDays.join(','))
      .split(',')
      .map(Number)
      .filter((days) => days > 0),
    expireAfterDays: number('EXPIRE_AFTER_DAYS', usualTerms.expireAfterDays),
    confirmWithinDays: number('CONFIRM_WITHIN_DAYS', usualTerms.confirmWithinDays),
    confirmEveryDays: number('CONFIRM_EVERY_DAYS', usualTerms.confirmEveryDays),
    unusedAfterDays: number('UNUSED_AFTER_DAYS', usualTerms.unusedAfterDays),
  };
}

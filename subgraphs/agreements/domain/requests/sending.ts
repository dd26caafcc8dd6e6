import { type Refusal, refusal, refuse } from '#shared/refusal.ts';
import type { KnownDaycare } from '../known-daycare.ts';
import type { DataCategory, Service } from '../systems/service.ts';
import type { PurposeKind } from './request.ts';

const MOST_DAYCARES = 500;

/** What a supplier sends: one request to many daycares (A1). */
export interface RequestAccess {
  readonly system: string;
  readonly service: string;
  readonly categories?: readonly DataCategory[] | null | undefined;
  readonly purposeKind: PurposeKind;
  readonly purpose: string;
  readonly processingAgreement: string;
  readonly daycares: readonly { readonly number: string; readonly comment?: string | null | undefined }[];
}

/** Ends a sending that is not fit as a whole; answers what it asks to be opened. */
export function judgeSending(
  { categories, purpose, processingAgreement, daycares }: RequestAccess,
  service: Service,
): readonly DataCategory[] {
  if (daycares.length < 1 || daycares.length > MOST_DAYCARES)
    refuse('LIMIT_EXCEEDED', `One sending goes to 1 to ${MOST_DAYCARES} daycares.`, {
      facts: { limit: MOST_DAYCARES, asked: daycares.length },
    });
  const strange = (categories ?? []).filter((category) => !service.categories.includes(category));
  if (strange.length > 0)
    refuse('INVALID_INPUT', `${service.code} does not open ${strange.join(', ')}.`, { facts: { field: 'categories' } });
  for (const [field, value, longest] of [
    ['purpose', purpose, 1000],
    ['processingAgreement', processingAgreement, 200],
  ] as const) {
    if (value.trim() === '' || value.length > longest)
      refuse('INVALID_INPUT', `${field} is required, with at most ${longest} characters.`, { facts: { field, limit: longest } });
  }
  if (daycares.some(({ comment }) => (comment ?? '').length > 1000))
    refuse('INVALID_INPUT', 'A comment has at most 1000 characters.', { facts: { field: 'comment', limit: 1000 } });
  return categories?.length ? service.categories.filter((category) => categories.includes(category)) : service.categories;
}

/** Why users cannot be asked for at this daycare; undefined where they can. */
export function unfit(daycare: KnownDaycare | undefined): Refusal | undefined {
  if (!daycare) return refusal('NOT_FOUND', 'There is no such daycare.');
  if (daycare.status === 'CLOSED') return refusal('DAYCARE_CLOSED', `${daycare.number} is closed.`, { rule: 'R28' });
  return daycare.acceptsUsers
    ? undefined
    : refusal(
        'DAYCARE_TAKES_NO_USERS',
        `No users can be tied to ${daycare.number}: a cluster has none, and a unit needs company and production unit number.`,
        { rule: 'I12' },
      );
}

import type { Asked } from './request.ts';

type Same = Pick<Asked, 'system' | 'service' | 'daycareNumber' | 'categories'>;

/** Whether two are about the same system, service and daycare. */
export const isOfTheSame = (one: Same, other: Same): boolean =>
  one.system === other.system && one.service === other.service && one.daycareNumber === other.daycareNumber;

/** Whether an access opens less than a request asks for: then it needs a new approval, which takes the access's place (A24). */
export const opensLess = (access: Same, request: Same): boolean =>
  isOfTheSame(access, request) && request.categories.some((category) => !access.categories.includes(category));

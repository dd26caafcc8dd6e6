import type { DataCategory } from '../category.ts';
import type { PlannedChange } from '../deciding/planned-change.ts';
import type { Affiliation, PostalAddress, TieFacts } from '../people/affiliation.ts';
import { shownName } from '../people/person.ts';
import { categoryOf } from './category-of-field.ts';

/** One field as it was and would be; null where there is nothing. */
export interface ShownField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A change of a plan as its reader may see it; the tie where it stands and the reader may read the daycare's people. */
export interface ShownChange {
  readonly place: number;
  readonly kind: PlannedChange['kind'];
  readonly localPersonId: string | null;
  readonly changes: readonly ShownField[];
  readonly tie: Affiliation | null;
}

type Shown = (facts: TieFacts, hidden: boolean) => string | null;

const joined = (texts: readonly (string | null)[], by = ', '): string | null => texts.filter(Boolean).join(by) || null;
const addressText = ({ street, postalCode, town, countryCode, municipalityCode }: PostalAddress) =>
  joined([street, joined([postalCode, town], ' '), countryCode, municipalityCode]);

/** How each field of a tie is told in a plan. National numbers and the real names of the protected never are. */
const shown: Readonly<Record<string, Shown>> = {
  localPersonId: ({ localPersonId }) => localPersonId,
  name: (facts, hidden) => joined(Object.values(shownName({ ...facts, isProtected: hidden })), ' '),
  isProtected: ({ isProtected }) => String(isProtected),
  birthDate: ({ birthDate }) => birthDate,
  gender: ({ gender }) => gender,
  email: ({ email }, hidden) => (hidden ? null : email),
  phones: ({ phones }, hidden) => (hidden ? null : joined(phones.map(({ number }) => number))),
  address: ({ address }, hidden) => (hidden || !address ? null : addressText(address)),
  positions: ({ positions }) => joined(positions),
  mainGroup: ({ mainGroup }) => mainGroup,
  groups: ({ groupIds }) => joined(groupIds),
  shortName: ({ shortName }) => shortName,
  occupation: ({ occupation }) => occupation,
  level: ({ level }) => level,
  contacts: () => null,
  children: () => null,
};

/**
 * What of a change is told under these categories. Whoever is protected before or after it, or is by what anybody else says, is told
 * of by alias and without address, telephone and e-mail. No contact's address is told: whose child is protected, is not known yet.
 */
export function shownFields(
  { role, before, after, fields }: PlannedChange,
  { isProtected, categories }: { readonly isProtected: boolean; readonly categories: ReadonlySet<DataCategory> },
): ShownField[] {
  const hidden = isProtected || Boolean(before?.isProtected) || Boolean(after?.isProtected);
  const held: Readonly<Record<string, DataCategory>> = categoryOf;
  const wanted = fields.length > 0 ? fields.filter((field) => field in shown) : Object.keys(shown);
  return wanted
    .filter((field) => categories.has(held[field] ?? 'IDENTITY') && !(role === 'CONTACT' && field === 'address'))
    .map((field) => {
      const told = (facts: TieFacts | null) => (facts ? (shown[field]?.(facts, hidden) ?? null) : null);
      return { field, before: told(before), after: told(after) };
    })
    .filter((each) => fields.length > 0 || each.before !== null || each.after !== null);
}

import { refuse } from '#shared/refusal.ts';

const encoder = new TextEncoder();
const widths = {
  name: 132,
  street: 132,
  houseNumber: 20,
  town: 132,
  supplementaryTown: 132,
  email: 132,
  phone: 20,
  addressId: 60,
  legacyNumber: 20,
  reason: 1000,
} as const;
const shapes = { companyNumber: /^\d{8}$/, productionUnitNumber: /^\d{10}$/, postalCode: /^\d{4}$/ } as const;
const inWords = { companyNumber: 'eight digits', productionUnitNumber: 'ten digits', postalCode: 'four digits' } as const;

const texts = [
  'name',
  'street',
  'houseNumber',
  'town',
  'supplementaryTown',
  'email',
  'phone',
  'addressId',
  'legacyNumber',
  'reason',
] as const satisfies readonly (keyof typeof widths)[];
const unprintable = /\p{Cc}/u;

type Told = Readonly<Partial<Record<keyof typeof widths | keyof typeof shapes, string | null | undefined>>>;

/** What an actor tells the register: what can be printed on a line, and a reason on several, of the right width and shape (R13). */
export function judgeTold(told: Told): void {
  judgeCarried(told);
  const garbled = texts.find((field) => {
    const value = told[field] ?? '';
    return unprintable.test(field === 'reason' ? value.replaceAll(/[\t\n\r]/g, ' ') : value) || !value.isWellFormed();
  });
  if (garbled) refuse('INVALID_INPUT', `${garbled} has a character that cannot be printed.`, { rule: 'R13', facts: { field: garbled } });
}

/** What the register's own file carries, judged by width (in bytes, as the format has it) and shape (R13). */
export function judgeCarried(told: Told): void {
  for (const field of texts) {
    const value = told[field];
    if (typeof value === 'string' && encoder.encode(value).length > widths[field])
      refuse('INVALID_INPUT', `${field} has at most ${widths[field]} bytes.`, { rule: 'R13', facts: { field, limit: widths[field] } });
  }
  for (const field of ['companyNumber', 'productionUnitNumber', 'postalCode'] as const) {
    const value = told[field];
    if (typeof value === 'string' && !shapes[field].test(value))
      refuse('INVALID_INPUT', `${field} has ${inWords[field]}.`, { rule: 'R13', facts: { field } });
  }
  if (told.name !== undefined && told.name !== null && told.name.trim() === '')
    refuse('INVALID_INPUT', 'name must not be empty.', { rule: 'R13', facts: { field: 'name' } });
}

/** Refuses to take away what may not be absent. */
export function judgeKept<Field extends string>(changes: Readonly<Partial<Record<Field, unknown>>>, required: readonly Field[]): void {
  const gone = required.filter((field) => changes[field] === null);
  if (gone.length > 0)
    refuse('INVALID_INPUT', `${gone.join(', ')} cannot be taken away; leave it out to keep it.`, {
      rule: 'R13',
      facts: { field: gone.join(' ') },
    });
}

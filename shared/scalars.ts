import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const wrong = (expected: string) => new GraphQLError(`Expected ${expected}.`);

function textScalar(name: string, expected: string, read: (text: string) => string | undefined): GraphQLScalarType<string, string> {
  const parse = (given: unknown) => {
    const value = typeof given === 'string' ? read(given) : undefined;
    if (value === undefined) throw wrong(expected);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
  });
}

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

/** The instant that an ISO 8601 text with a zone names, in milliseconds. */
export function instantOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Whether the text is a day of the calendar, as 2026-02-28. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

function parseInstant(given: unknown): number {
  const instant = typeof given === 'string' ? instantOf(given) : undefined;
  if (instant === undefined) throw wrong('a date and time with its zone, as 2026-11-23T08:00:00Z');
  return instant;
}

/** The scalars that all subgraphs share; each reads what is meant and refuses without repeating what it was given. */
export const scalars = {
  InstitutionNumber: textScalar('InstitutionNumber', 'an institution number: a letter and five digits', (text) =>
    matching(/^[A-Z]\d{5}$/)(text.replace(/\s/g, '').toUpperCase()),
  ),
  MunicipalityCode: textScalar('MunicipalityCode', 'a municipality code: four digits', (text) =>
    matching(/^\d{4}$/)(text.trim().padStart(4, '0')),
  ),
  Cursor: textScalar('Cursor', 'a cursor', matching(/^[\w-]{1,400}$/)),
  Date: textScalar('Date', 'a day, as 2026-11-23', (text) => (isDay(text) ? text : undefined)),
  DateTime: new GraphQLScalarType<number, string>({
    name: 'DateTime',
    serialize: (instant) => new Date(Number(instant)).toISOString(),
    parseValue: parseInstant,
    parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
  }),
  // Whatever is given goes through: the action judges it, since a refusal here would refuse the whole document and print the value.
  NationalNumber: new GraphQLScalarType<string, string>({
    name: 'NationalNumber',
    serialize: String,
    parseValue: (given) => (typeof given === 'string' || typeof given === 'number' ? String(given) : ''),
    parseLiteral: () => {
      throw wrong('a national number in a variable, never in the document itself');
    },
  }),
};

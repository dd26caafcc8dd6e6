import { nationalNumberOf } from '#shared/national-number.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { FoundByNumber, NumberDesk } from '../../domain/identifying/number-desk.ts';
import type { Affiliation } from '../../domain/people/affiliation.ts';
import { type NewRead, readOf } from '../../domain/reading/logged-read.ts';
import type { Readings } from '../../domain/reading/readings.ts';
import { systemsOf } from '../reading/grants-to.ts';

type Logging = Pick<Readings, 'log'>;

/**
 * The tie by which a system sees whom a number belongs to. Every look-up is logged, what it found and that it found nothing; a number
 * that is nobody's and one of somebody out of reach are the same statements and the same answer.
 */
export async function lookUpPerson(desk: NumberDesk & Logging, actor: Actor, written: string): Promise<Affiliation> {
  const number = nationalNumberOf(written);
  if (!number) return refuse('INVALID_INPUT', 'A national number is ten digits that begin with a day and a month.', { rule: 'I17' });
  const found = await desk.lookUp(number, systemsOf(actor));
  await desk.log(found.length > 0 ? found.map((each) => foundRead(actor, each)) : [nothingFound(actor)]);
  const [first] = found;
  if (!first)
    return refuse('NOT_FOUND', 'There is no person of that number at a daycare where you may look up by number.', { rule: 'A25' });
  return { ...first.tie, categories: new Set(first.access.categories) };
}

const foundRead = (actor: Actor, { tie, daycare, access }: FoundByNumber): NewRead =>
  readOf(actor, { daycare, as: 'supplier system', reading: 'PEOPLE', accesses: [access] }, access.categories, {
    what: 'look-up by number',
    filter: { ties: [tie.id] },
    page: [tie.id],
  });

const nothingFound = (actor: Actor): NewRead => ({
  reader: actor.id,
  standing: 'supplier system',
  daycare: '',
  accesses: [],
  categories: [],
  what: 'look-up by number',
  filter: '{}',
  first: null,
  last: null,
  shown: 0,
  purpose: 'Look-up by number',
});

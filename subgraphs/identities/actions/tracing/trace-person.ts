import type { Actor } from '#shared/actor.ts';
import type { Refusal } from '#shared/refusal.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import type { NewRead } from '../../domain/reading/logged-read.ts';
import type { Readings, TieWithPerson } from '../../domain/reading/readings.ts';
import { type OneKey, oneKeyOf, type PersonKey, severalOf } from '../../domain/tracing/person-key.ts';
import type { PersonTrace, TraceFacts, TraceReader } from '../../domain/tracing/trace.ts';
import { traceOf } from '../../domain/tracing/trace-of.ts';
import { notTraceable, tracesAs, type TraceStanding } from '../../domain/tracing/trace-policy.ts';

interface Asked {
  readonly daycare: string;
  readonly by: PersonKey;
}

type Stores = { readonly readings: Readings; readonly traces: TraceReader };

/** Answers where a person of a daycare is on the way in, or where it stopped; logged before it is told, whoever asks. */
export async function tracePerson(
  { readings, traces }: Stores,
  actor: Actor,
  { daycare: number, by }: Asked,
): Promise<PersonTrace | Refusal> {
  const daycare = (await readings.known([number], [])).get(number);
  const standing = daycare && tracesAs(actor, daycare);
  if (!daycare || !standing) return notTraceable(number);
  const key = oneKeyOf(by);
  if ('because' in key) return key;
  const ties = await traces.tiesBy(number, key);
  const people = new Set(ties.map(({ uniId }) => uniId));
  await readings.log([traceRead(actor, standing, number, { key, ties })]);
  if (people.size > 1) return severalOf(people.size);
  return traceOf(await factsOf({ readings, traces }, daycare, key, ties));
}

async function factsOf(
  { readings, traces }: Stores,
  daycare: KnownDaycare,
  key: OneKey,
  ties: readonly TieWithPerson[],
): Promise<TraceFacts> {
  const { number } = daycare;
  const [tie] = ties;
  const told = ties.flatMap(({ localPersonId }) => localPersonId ?? []);
  const localIds = [...new Set([...told, ...(key.kind === 'localPersonId' ? [key.value] : [])])];
  const sources = (await readings.sourcesOf([number])).get(number) ?? [];
  return {
    daycare,
    now: readings.clock(),
    tie,
    notices: await traces.noticesOf(number, localIds),
    sources,
    runs: await traces.lastRuns(number),
    tried: await traces.triedSending(number),
    readers: await traces.readersOf(number, tie),
  };
}

const purposes = {
  agency: 'Support',
  'daycare responsible': 'Tracing a person on the way in',
  'daycare employee': 'Tracing a person on the way in',
} as const satisfies Record<TraceStanding, string>;

/** What was looked for is not kept, only by which kind of key, and whom it found. */
function traceRead(
  actor: Actor,
  standing: TraceStanding,
  daycare: string,
  { key, ties }: { key: OneKey; ties: readonly TieWithPerson[] },
): NewRead {
  const ids = ties.map(({ id }) => id);
  return {
    reader: actor.id,
    standing,
    daycare,
    accesses: [],
    categories: [],
    what: 'trace',
    filter: JSON.stringify({ by: key.kind, ties: ids }),
    first: ids[0] ?? null,
    last: ids.at(-1) ?? null,
    shown: ids.length,
    purpose: purposes[standing],
  };
}

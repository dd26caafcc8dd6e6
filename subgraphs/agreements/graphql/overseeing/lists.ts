import { type Page, readPage } from '#shared/page.ts';
import { type Refusal, Refused, refusal, refuse } from '#shared/refusal.ts';
import { type AnswerState, answerFrom } from '../../domain/accesses/access-answer.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import type { ProcessingRecord, RecordPlace } from '../../domain/overseeing/processing-record.ts';
import type { AccessWithRequest, PublicPlace } from '../../domain/overseeing/public-access.ts';
import { holdsRecordOf, notTheirRecord, recordReachOf } from '../../domain/overseeing/record-reach.ts';
import { unfit } from '../../domain/requests/sending.ts';
import { readWords } from '../../domain/searching/folded-words.ts';
import { suppliersFor } from '../../domain/searching/sought.ts';
import { serviceOf } from '../../domain/systems/service.ts';
import type { Supplier } from '../../domain/systems/system.ts';
import type { Context } from '../context.ts';

interface Asked {
  readonly first: number;
  readonly after?: string | null | undefined;
}
type Told = string | null | undefined;

export type SupplierPage = Page<Supplier>;
export type PublicAccessPage = Page<AccessWithRequest>;
export type RecordPage = Page<ProcessingRecord>;
/** A daycare with what stands there already, and why it cannot be asked, if it cannot. */
export interface FoundDaycare extends KnownDaycare {
  readonly state: AnswerState;
  readonly because: string;
  readonly refusal: Refusal | null;
}
export type FoundDaycarePage = Page<FoundDaycare>;

/** A page of the suppliers in which a text is found. */
export async function supplierPage({ oversight: { reader } }: Context, text: Told, asked: Asked): Promise<SupplierPage> {
  const numbers = text ? suppliersFor(text, await reader.parties()) : undefined;
  return readPage('suppliers', asked, {
    rows: (place) => reader.suppliers(numbers, place),
    keyOf: ({ number }) => [number],
    total: () => reader.countSuppliers(numbers),
  });
}

interface OnePlace {
  readonly daycare?: Told;
  readonly municipality?: Told;
}

/** A page of who has a daycare's or a municipality's data. */
export async function publicPage(context: Context, { daycare, municipality, ...asked }: OnePlace & Asked): Promise<PublicAccessPage> {
  const of: PublicPlace = onePlace({ daycare, municipality });
  if ('daycare' in of && !(await context.loaders.daycare.load(of.daycare))) refuse('NOT_FOUND', 'There is no such daycare.');
  const { reader } = context.oversight;
  return readPage('public accesses', asked, {
    rows: (place) => reader.publicAccesses(of, place),
    keyOf: ({ daycareNumber, system, service }) => [daycareNumber, system, service],
    total: () => reader.countPublicAccesses(of),
  });
}

/** A page of a record of processing, to whom it is the own one. */
export async function recordPage(context: Context, { daycare, municipality, ...asked }: OnePlace & Asked): Promise<RecordPage> {
  const of: RecordPlace = onePlace({ daycare, municipality });
  const reach = recordReachOf(context.actor);
  const known = 'daycare' in of ? await context.loaders.daycare.load(of.daycare) : of;
  if (!known || !holdsRecordOf(reach, known)) throw new Refused(notTheirRecord());
  const { reader } = context.oversight;
  return readPage('records', asked, {
    rows: (place) => reader.records(of, reach, place),
    keyOf: ({ daycareNumber, id }) => [daycareNumber, id],
    total: () => reader.countRecords(of, reach),
  });
}

function onePlace({ daycare, municipality }: OnePlace): { readonly daycare: string } | { readonly municipality: string } {
  if (daycare && !municipality) return { daycare };
  if (municipality && !daycare) return { municipality };
  return refuse('INVALID_INPUT', 'Name a daycare or a municipality: one of the two.', { facts: { argument: 'daycare' } });
}

interface DaycaresAsked extends Asked {
  readonly system: string;
  readonly service: string;
  readonly text?: Told;
  readonly municipality?: Told;
}

/** A page of daycares that a system may ask, with what stands there already (P8). */
export function daycarePage({ oversight: { reader } }: Context, { system, service, ...asked }: DaycaresAsked): Promise<FoundDaycarePage> {
  if (!serviceOf(service)) refuse('INVALID_INPUT', 'There is no such service; `services` lists them.', { facts: { argument: 'service' } });
  const sought = { words: asked.text ? readWords(asked.text) : [], municipality: asked.municipality ?? null };
  return readPage('daycares to ask', asked, {
    rows: async (place) => {
      const found = await reader.daycaresSought(sought, place);
      const standings = await reader.standings(
        system,
        service,
        found.map(({ number }) => number),
      );
      return found.map((daycare) => {
        const { request = null, access = null } = standings.get(daycare.number) ?? {};
        const { state, because } = answerFrom(request, access);
        return { ...daycare, state, because, refusal: unfit(daycare) ?? taken(state) };
      });
    },
    keyOf: ({ number }) => [number],
    total: () => reader.countDaycaresSought(sought),
  });
}

const live: readonly AnswerState[] = ['WAITING', 'ACTIVE', 'SUSPENDED'];
const taken = (state: AnswerState): Refusal | null =>
  live.includes(state) ? refusal('ALREADY_REQUESTED', 'There is a live request or access already.') : null;

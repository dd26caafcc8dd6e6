import { nationalNumberOf } from '#shared/national-number.ts';
import type { Actor } from '#shared/actor.ts';
import { Refused, refuse } from '#shared/refusal.ts';
import { statedReason } from '../../domain/identifying/purpose.ts';
import { type Change, CONSENTS_WITHIN, type Consequence, consequencesOf, controllerOf } from '../../domain/identifying/reidentification.ts';
import type { Reidentifying } from '../../domain/identifying/reidentify-store.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import { actsAs } from '../../domain/people/person-policy.ts';
import { readingOf } from '../../domain/reading/reading-policy.ts';

export interface Reidentify {
  readonly uniId: string;
  readonly nationalNumber: string;
  readonly daycare: string;
  readonly reason: string;
}

/** What a change of number came to, or would. */
export interface Reidentified {
  readonly uniId: string;
  readonly mergesWith: string | null;
  readonly consequences: readonly Consequence[];
  /** The controllers whose consent is still wanted. */
  readonly needsConsentOf: readonly string[];
  readonly daycare: KnownDaycare;
  readonly tie: string;
}

/**
 * Says, as the controller of one of the person's daycares, that this number is the person's (I20). It holds when the controllers of
 * all their daycares have said the same, each by giving the number themselves; where it is somebody's, the two become one (P4).
 */
export async function reidentifyPerson(store: Reidentifying, actor: Actor, told: Reidentify): Promise<Reidentified> {
  const reason = statedReason(told.reason, 'reason');
  const number = nationalNumberOf(told.nationalNumber);
  if (!number) return refuse('INVALID_INPUT', 'A national number is ten digits that begin with a day and a month.', { rule: 'I11' });
  const owner = await store.ownerOf(number);
  const open = await store.openFor(told.uniId, number);
  const subject = open?.uniId ?? told.uniId;
  const change = await store.lock(subject, owner === subject ? undefined : owner);
  const { daycares, here, standing, tie } = await place(store, actor, told, change);
  if (!change || (owner === told.uniId && !open))
    return refuse('STATE_CONFLICT', 'This is the number that the person has.', { rule: 'I20' });
  for (const { person } of [change.subject, ...(change.other ? [change.other] : [])])
    if (person.state === 'BLOCKED')
      refuse('STATE_CONFLICT', 'An identity that takes part is blocked; the block is lifted first.', { rule: 'N15' });
  const id = open?.id ?? store.newId();
  const own = controllerOf(here);
  const agreed = new Set([own, ...(open ? await store.consentsTo(open.id) : []).map(({ controller }) => controller)]);
  const wanted = [...new Set(daycares.map(controllerOf))].filter((controller) => !agreed.has(controller)).sort();
  const { at } = store;
  if (!open) {
    const times = { openedBy: actor.id, openedAt: at, expiresAt: at + CONSENTS_WITHIN, doneAt: null, stays: null, retired: null };
    await store.open({ id, uniId: subject, daycare: here.number, reason, ...times }, number);
  }
  await store.consent({ reidentification: id, controller: own, daycare: here.number, actor: actor.id, standing, at });
  store.record({ kind: 'ReidentificationAgreed', actor: actor.id, uniId: subject, facts: { reidentification: id, controller: own } });
  const stays = wanted.length === 0 ? await store.carryOut(id, change, number, actor.id) : subject;
  return {
    uniId: stays,
    mergesWith: change.other?.person.uniId ?? null,
    consequences: consequencesOf(change),
    needsConsentOf: wanted,
    daycare: here,
    tie,
  };
}

/** Where the caller stands to the person: at a daycare of theirs where the caller is the controller. Out of reach and not there answer alike. */
async function place(store: Reidentifying, actor: Actor, { uniId, daycare }: Reidentify, change: Change | undefined) {
  const known = change ? [change.subject, ...(change.other ? [change.other] : [])] : [];
  const ties = known.flatMap((each) => each.ties.filter(({ to }) => to === null));
  const daycares = await store.daycares([...new Set(ties.map((tie) => tie.daycare))]);
  const here = daycares.find(({ number }) => number === daycare);
  const tie = ties.find((each) => each.uniId === uniId && each.daycare === daycare);
  if (!here || !tie || readingOf(actor, here).reading !== 'PEOPLE') return refuse('NOT_FOUND', 'There is no such person in your reach.');
  const standing = actsAs('REIDENTIFY', actor, [here]);
  if (typeof standing !== 'string') throw new Refused(standing);
  return { daycares, here, standing, tie: tie.id };
}

import { digestOf, linkTo } from '#shared/event-log.ts';
import { rowsIn } from '../../support/store-rows.ts';

const statements = [
  'SELECT id, state, `system`, service, daycareNumber, decision FROM access_request',
  'SELECT id, requestId, state, suspensionReason, `system`, service, daycareNumber FROM data_access',
  'SELECT * FROM live_agreement',
  'SELECT id, state FROM supplier_system',
  'SELECT number, status FROM known_daycare',
  'SELECT event_log.*, event_facts.salt, event_facts.facts FROM event_log LEFT JOIN event_facts ON event_facts.position = event_log.position ORDER BY event_log.position',
  'SELECT position, hash FROM event_log_head',
];

const live = (state: string) => state === 'ACTIVE' || state === 'SUSPENDED';
const ended: Readonly<Record<string, string>> = {
  AgreementApproved: 'APPROVED',
  AgreementRejected: 'REJECTED',
  AgreementWithdrawn: 'WITHDRAWN',
  AgreementExpired: 'EXPIRED',
};

/** What does not hold together in a store of agreements, in sentences; nothing where all does. */
export async function unsoundIn(url: string): Promise<string[]> {
  const [requests, accesses, places, systems, daycares, events, heads] = await rowsIn(url, ...statements);
  return [
    ...misplaced(requests!, accesses!, places!),
    ...halfDone(requests!, accesses!),
    ...outOfStep(
      requests!,
      accesses!,
      new Map(systems!.map(({ id, state }) => [id, state])),
      new Map(daycares!.map(({ number, status }) => [number, status])),
    ),
    ...toldOtherwise(requests!, accesses!, events!),
    ...brokenChain(events!, heads![0]),
  ];
}

/** Whatever waits or is live has exactly one place, and nothing else has any. */
function misplaced(requests: any[], accesses: any[], places: any[]): string[] {
  const placed = Map.groupBy(places, ({ requestId }) => requestId);
  const entitled = new Set([
    ...requests.filter(({ state }) => state === 'WAITING').map(({ id }) => id),
    ...accesses.filter(({ state }) => live(state)).map(({ requestId }) => requestId),
  ]);
  const abouts = places.map(({ system, service, daycareNumber }) => `${system} ${service} ${daycareNumber}`);
  return [
    ...[...entitled].filter((id) => placed.get(id)?.length !== 1).map((id) => `${id} has ${placed.get(id)?.length ?? 0} places`),
    ...[...placed.keys()].filter((id) => !entitled.has(id)).map((id) => `${id} has a place and neither waits nor is live`),
    ...abouts.filter((about, index) => abouts.indexOf(about) !== index).map((about) => `${about} is taken twice`),
  ];
}

/** An approved request began an access, a live access rests on an approved request, and no request has two that are live. */
function halfDone(requests: any[], accesses: any[]): string[] {
  const begun = Map.groupBy(accesses, ({ requestId }) => requestId);
  return requests.flatMap(({ id, state, decision }) => {
    const its = begun.get(id) ?? [];
    const going = its.filter((access) => live(access.state)).length;
    return [
      ...(state === 'APPROVED' && its.length === 0 ? [`${id} is approved and began no access`] : []),
      ...(state !== 'APPROVED' && going > 0 ? [`${id} is ${state} and has a live access`] : []),
      ...(going > 1 ? [`${id} has ${going} live accesses`] : []),
      ...((state === 'WAITING') === (decision !== null) ? [`${id} is ${state} and its decision is ${decision}`] : []),
      ...(decision !== null && JSON.parse(decision).state !== state ? [`${id} is ${state}, and decided otherwise`] : []),
    ];
  });
}

/** What is live goes with its system's state, and nothing goes on at a closed daycare. */
function outOfStep(requests: any[], accesses: any[], systems: Map<string, string>, daycares: Map<string, string>): string[] {
  const going = [...requests.filter(({ state }) => state === 'WAITING'), ...accesses.filter(({ state }) => live(state))];
  const atClosed = going
    .filter(({ daycareNumber }) => daycares.get(daycareNumber) === 'CLOSED')
    .map(({ id, state }) => `${id} is ${state} at a closed daycare`);
  const bySystem = accesses
    .filter(({ state }) => live(state))
    .filter(({ system, state, suspensionReason }) =>
      systems.get(system) === 'ACTIVE'
        ? String(suspensionReason).startsWith('SYSTEM')
        : state === 'ACTIVE' || !String(suspensionReason).startsWith('SYSTEM'),
    );
  return [...atClosed, ...bySystem.map(({ id, state, system }) => `${id} is ${state} under a system that is ${systems.get(system)}`)];
}

/** The log tells each decision once, and leads to what is there. */
function toldOtherwise(requests: any[], accesses: any[], events: any[]): string[] {
  const told = new Map<string, string>();
  const toldOfAccess = new Map<string, string>();
  const wrong: string[] = [];
  for (const { kind, subject, facts: text } of events) {
    if (!kind.startsWith('Agreement')) continue;
    const { accessId, state, previousState } = JSON.parse(text);
    const to = kind === 'AgreementLapsed' && !accessId ? 'LAPSED' : ended[kind];
    if (to && told.get(subject) !== 'WAITING') wrong.push(`${subject} is told to be ${to} while it is ${told.get(subject)}`);
    if (to) told.set(subject, to);
    if (kind === 'AgreementRequested' || kind === 'AgreementUndone') told.set(subject, 'WAITING');
    if (!accessId) continue;
    if ((toldOfAccess.get(accessId) ?? null) !== previousState)
      wrong.push(`${accessId} is told to have been ${previousState}, and was ${toldOfAccess.get(accessId)}`);
    if (state) toldOfAccess.set(accessId, state);
  }
  return [
    ...wrong,
    ...requests
      .filter(({ id, state }) => told.get(id) !== state)
      .map(({ id, state }) => `${id} is ${state} and told to be ${told.get(id)}`),
    ...accesses
      .filter(({ id, state }) => toldOfAccess.get(id) !== state)
      .map(({ id, state }) => `${id} is ${state} and told to be ${toldOfAccess.get(id)}`),
  ];
}

/** Each event follows upon the one before it and binds its facts, up to the head. */
export function brokenChain(events: any[], head: any): string[] {
  let before = { position: 0, hash: '0'.repeat(64) };
  for (const { position, at, actor, kind, subject, factsDigest, hash, salt, facts } of events) {
    const digest = digestOf(salt, facts);
    const link = linkTo(before.hash, { position: Number(position), at: Number(at), actor, kind, subject, factsDigest });
    if (Number(position) !== before.position + 1 || digest !== factsDigest || link.hash !== hash)
      return [`the chain breaks at ${position}`];
    before = { position: Number(position), hash };
  }
  return Number(head.position) === before.position && head.hash === before.hash
    ? []
    : [`the head is ${head.position}, the last event ${before.position}`];
}

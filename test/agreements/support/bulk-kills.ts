import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#shared/actor.ts';
import { type TwoProcesses, startTwoProcesses } from '../../support/agreements-process.ts';
import { dice } from '../../support/hammer.ts';
import { agency, row } from '../../support/installation.ts';
import { rowsIn } from '../../support/store-rows.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { type Arrived, openPostOffice } from './post-office.ts';
import { unsoundIn } from './sound-store.ts';

const employee = actorWith([{ role: 'MUNICIPAL_EMPLOYEE', municipality: '0751' }]);
const services = ['ws17-small', 'ws17-medium'];
const DAYCARES = 400;
const MOST_AT_ONCE = 200;
const CALLS_AT_ONCE = 3;
const LONGEST_LIFE = 450;
const SUPPLIERS_POST = 'post@supplier.example';

/** What became of the bulk approvals that were under way when their process was killed. */
export interface KillFigures {
  readonly kills: number;
  readonly calls: number;
  readonly approvals: number;
  /** Answered before the kill; done and not answered; not done. */
  readonly answered: number;
  readonly doneUnanswered: number;
  readonly undone: number;
  readonly events: number;
  /** Letters that came, and those of them that came once more: killed between the server's taking it and our knowing. */
  readonly letters: number;
  readonly lettersOnceMore: number;
  readonly seconds: number;
}

interface Call {
  readonly key: string;
  readonly ids: readonly string[];
  answer: string | undefined;
}

/**
 * Approves in bulk, a few calls at once, and kills the process at random moments meanwhile; whoever called sends each call again with
 * its key once the process is back. Ends with an error wherever a decision is half done, lost or done twice.
 */
export async function killBulkApprovals(store: string, { kills, seed }: { kills: number; seed: number }): Promise<KillFigures> {
  const roll = dice(seed);
  const began = performance.now();
  const figures = { calls: 0, approvals: 0, answered: 0, doneUnanswered: 0, undone: 0 };
  const office = await openPostOffice();
  const processes = await startTwoProcesses(store, office.url);
  try {
    const requests = waitingRequests(processes, await daycares(processes));
    const decided = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      const calls: Call[] = [];
      for (let nth = 0; nth < CALLS_AT_ONCE; nth++)
        calls.push({ key: `${seed} ${kill} ${nth}`, ids: await requests(1 + roll(MOST_AT_ONCE)), answer: undefined });
      const sent = calls.map((call) =>
        send(processes, call).then(
          (answer) => Object.assign(call, { answer }),
          () => undefined,
        ),
      );
      // At any moment, and now and then just when the first answer comes, while others are on their way.
      await Promise.race([pause(roll(LONGEST_LIFE)), ...(roll(3) === 0 ? sent : [])]);
      await processes.killAgreements();
      await Promise.all(sent);
      for (const call of calls) figures[await becameOf(store, call)] += 1;
      await processes.startAgreements();
      await Promise.all(calls.map((call) => sendAgain(processes, call)));
      for (const { ids } of calls) for (const id of ids) decided.add(id);
      figures.calls += calls.length;
    }
    figures.approvals = decided.size;
    await endsWhole(store, decided);
    await toldOnce(store, decided, office.arrived);
    const letters = office.arrived.length;
    const lettersOnceMore = letters - new Set(office.arrived.map(({ messageId }) => messageId)).size;
    const [[head]] = (await rowsIn(store, 'SELECT position FROM event_log_head')) as [[{ position: number }]];
    assert.ok(!processes.output().includes('"INTERNAL"'), processes.output());
    return { kills, ...figures, events: Number(head.position), letters, lettersOnceMore, seconds: (performance.now() - began) / 1000 };
  } finally {
    await processes.stop();
    await office.close();
  }
}

/** The supplier is told of each approval by one notice, in one mail, and no letter comes under two Message-IDs. */
async function toldOnce(store: string, decided: ReadonlySet<string>, arrived: readonly Arrived[]): Promise<void> {
  const [notices] = await eventuallyRows(
    store,
    `SELECT requestId, COUNT(*) AS times, COUNT(mailId) AS mailed FROM notice WHERE kind = 'APPROVED' AND side = 'supplier' GROUP BY requestId`,
    (rows) => rows.length >= decided.size,
  );
  assert.deepEqual(new Set(notices!.map(({ requestId }) => requestId)), new Set(decided));
  assert.equal(notices!.filter(({ times, mailed }) => Number(times) !== 1 || Number(mailed) > 1).length, 0);
  const [left] = await eventuallyRows(
    store,
    `SELECT 1 FROM notice WHERE state = 'WAITING' AND dueAt <= ${Date.now()} UNION ALL SELECT 1 FROM notice_mail WHERE state = 'WAITING'`,
    (rows) => rows.length === 0,
  );
  assert.equal(left!.length, 0, 'Somebody is still to be told.');
  const told = new Map<string, Set<string>>();
  for (const { to, messageId, subject, text } of arrived) {
    const [, request] = /requests\/([0-9a-f-]+)/.exec(text) ?? [];
    const letter = `${to} ${subject} ${request}`;
    if (request) told.set(letter, (told.get(letter) ?? new Set()).add(messageId));
  }
  assert.deepEqual(
    [...told].filter(([, messageIds]) => messageIds.size > 1),
    [],
  );
}

async function eventuallyRows(store: string, query: string, wanted: (rows: readonly Record<string, unknown>[]) => boolean) {
  for (let tries = 0; ; tries++) {
    const rows = await rowsIn(store, query);
    if (wanted(rows[0] ?? []) || tries === 600) return rows;
    await pause(50);
  }
}

async function send({ ask }: TwoProcesses, { ids, key }: Call): Promise<string> {
  const { data, errors } = await ask(
    'agreements',
    employee,
    'mutation($ids: [ID!]!, $key: String!) { approveRequests(ids: $ids, idempotencyKey: $key) { results { id request { state decision { at } access { id state } } refusal { code } } } }',
    { ids, key },
  );
  if (errors) throw Object.assign(new Error(JSON.stringify(errors)), { code: errors[0]?.extensions?.code });
  return JSON.stringify(data.approveRequests.results);
}

/** Sends a call again until it is answered: all is approved, and what was answered before is answered again. */
async function sendAgain(processes: TwoProcesses, call: Call): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await send(processes, call).catch((fault) => {
      if (fault.code !== 'UNAVAILABLE' || tries === 200) throw fault;
      return undefined;
    });
    if (answer === undefined) await pause(25);
    else {
      if (call.answer !== undefined) assert.equal(answer, call.answer, `${call.key} is answered otherwise the second time`);
      const results: { request: { state: string } | null }[] = JSON.parse(answer);
      assert.ok(
        results.every(({ request }) => request?.state === 'APPROVED'),
        `${call.key}: ${answer.slice(0, 500)}`,
      );
      return;
    }
  }
}

/** What is kept of a call whose process is gone, seen in one statement: all of it or nothing. */
async function becameOf(store: string, { key, ids, answer }: Call): Promise<'answered' | 'doneUnanswered' | 'undone'> {
  const list = ids.map((id) => `'${id}'`).join(', ');
  const [rows] = await rowsIn(
    store,
    `SELECT r.state AS state,
      (SELECT COUNT(*) FROM data_access a WHERE a.requestId = r.id AND a.state = 'ACTIVE') AS accesses,
      (SELECT COUNT(*) FROM event_log e WHERE e.subject = r.id AND e.kind = 'AgreementApproved') AS events,
      (SELECT COUNT(*) FROM live_agreement p WHERE p.requestId = r.id) AS places
      FROM access_request r WHERE r.id IN (${list})`,
  );
  const pictures = new Set(rows!.map(({ state, accesses, events, places }) => `${state} ${accesses} ${events} ${places}`));
  assert.equal(rows!.length, ids.length);
  assert.equal(pictures.size, 1, `${key} is half done: ${[...pictures]}`);
  const [picture] = [...pictures];
  assert.ok(picture === 'APPROVED 1 1 1' || picture === 'WAITING 0 0 1', `${key} is ${picture}`);
  if (answer !== undefined) assert.equal(picture, 'APPROVED 1 1 1', `${key} was answered and is lost`);
  if (picture === 'WAITING 0 0 1') return 'undone';
  return answer === undefined ? 'doneUnanswered' : 'answered';
}

/** Each request that was decided is approved once, with one access and one event; all others wait; the log's chain holds. */
async function endsWhole(store: string, decided: ReadonlySet<string>): Promise<void> {
  const [approved, events] = await rowsIn(
    store,
    "SELECT id FROM access_request WHERE state = 'APPROVED'",
    "SELECT subject FROM event_log WHERE kind = 'AgreementApproved'",
  );
  const all = [...decided].sort().join('\n');
  assert.equal(
    approved!
      .map(({ id }) => id)
      .sort()
      .join('\n'),
    all,
  );
  assert.equal(
    events!
      .map(({ subject }) => subject)
      .sort()
      .join('\n'),
    all,
  );
  assert.deepEqual(await unsoundIn(store), []);
}

async function daycares({ ask }: TwoProcesses): Promise<string[]> {
  const numbers = Array.from({ length: DAYCARES }, (_, nth) => `G92${100 + nth}`);
  const rows = [row('G91001'), ...numbers.map((number) => row(number, { institution: 'G91001', email: `${number}@daycare.example` }))];
  const { data } = await mustDo(
    ask(
      'institutions',
      agency,
      'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { outcome refusal { because } } } }',
      {
        rows,
      },
    ),
  );
  const refused = data.loadRegisterRows.results.filter(({ outcome }: { outcome: string }) => outcome !== 'CREATED');
  assert.deepEqual(refused.slice(0, 3), []);
  return numbers;
}

/** Answers as many requests that wait as are wanted; sends more where there are none left, by a new system each time. */
function waitingRequests({ ask }: TwoProcesses, numbers: readonly string[]): (count: number) => Promise<string[]> {
  const left: string[] = [];
  let systems = 0;
  const sendMore = async () => {
    const system = `S${2001 + systems++}`;
    const supplier = actorWith([{ role: 'SUPPLIER_SYSTEM', system }]);
    if (systems === 1) {
      await mustDo(
        ask(
          'agreements',
          agency,
          'mutation { registerSupplier(input: { number: "2001", name: "Supplier", companyNumber: "92000001" }) { number } }',
        ),
      );
      await mustDo(
        ask(
          'agreements',
          actorWith([{ role: 'SUPPLIER', supplier: '2001' }]),
          `mutation { addNoticeRecipient(owner: { supplier: "2001" }, email: "${SUPPLIERS_POST}") { id } }`,
        ),
      );
    }
    await mustDo(
      ask('agreements', agency, 'mutation($i: RegisterSystemInput!) { registerSystem(input: $i) { id } }', {
        i: { id: system, name: system, supplier: '2001', services },
      }),
    );
    for (const service of services) {
      const input = {
        system,
        service,
        purposeKind: 'OTHER',
        purpose: 'x',
        processingAgreement: 'y',
        daycares: numbers.map((number) => ({ number })),
      };
      left.push(...(await sentBy(ask, supplier, input)));
    }
  };
  return async (count) => {
    while (left.length < count) await sendMore();
    return left.splice(0, count);
  };
}

/** Sends until the daycares are known there. */
async function sentBy(ask: TwoProcesses['ask'], actor: Actor, input: object): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const { data } = await mustDo(
      ask(
        'agreements',
        actor,
        'mutation($input: RequestDataAccessInput!) { requestDataAccess(input: $input) { results { request { id } refusal { code } } } }',
        { input },
      ),
    );
    const results: { request: { id: string } | null; refusal: { code: string } | null }[] = data.requestDataAccess.results;
    const ids = results.flatMap(({ request }) => request?.id ?? []);
    if (ids.length > 0) return ids;
    assert.ok(tries < 200, JSON.stringify(results[0]));
    await pause(25);
  }
}

async function mustDo(asked: ReturnType<TwoProcesses['ask']>) {
  const answer = await asked;
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer;
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellingConfig } from '../../subgraphs/agreements/telling-config.ts';
import { readConfig } from '#shared/config.ts';
import { engines } from '../support/databases.ts';
import {
  agency,
  eventually,
  type Installation,
  load,
  registerSuppliers,
  requestAccess,
  row,
  startRegisterAndAgreements,
} from '../support/installation.ts';
import { actorWith } from '../support/subgraphs.ts';
import { openPostOffice } from './support/post-office.ts';
import { isFromTilslut, openReceiver } from './support/receiver.ts';

test('how people are told is read from the environment; what is missing or no address stops the start', () => {
  const read = (environment: Record<string, string>, own?: string) => readConfig(environment, (reader) => tellingConfig(reader, own));
  expect(read({})).toMatchObject({ publicUrl: 'http://127.0.0.1:4000', digestHour: 7, mail: undefined, webhooks: undefined });
  expect(read({ PUBLIC_URL: 'https://t.example/' }).publicUrl).toBe('https://t.example');
  expect(() => read({ SMTP_URL: 'smtps://u:p@mail.example' })).toThrow('MAIL_FROM is missing; PUBLIC_URL is missing');
  expect(read({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.dk' }, 'http://here:1').publicUrl).toBe('http://here:1');
  expect(() => read({ SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.dk', PUBLIC_URL: 'https://t.example' })).toThrow('SMTP_URL');
  expect(() => read({ PUBLIC_URL: 't.example' })).toThrow('PUBLIC_URL');
  expect(() => read({ NOTICE_DIGEST_HOUR: '24' })).toThrow('NOTICE_DIGEST_HOUR');
});

describe('through the door', () => {
  let here: Installation;
  let office: Awaited<ReturnType<typeof openPostOffice>>;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  const folder = mkdtempSync(join(tmpdir(), 'tilslut-'));
  const responsible = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0751' }]);
  const neighbour = actorWith([{ role: 'DAYCARE_RESPONSIBLE', municipality: '0101' }]);
  const staff = actorWith([{ role: 'DAYCARE_EMPLOYEE', daycare: 'G92001' }]);
  const learning = actorWith([{ role: 'SUPPLIER', supplier: '1003' }]);
  const others = actorWith([{ role: 'SUPPLIER', supplier: '1001' }]);
  beforeAll(async () => {
    office = await openPostOffice();
    receiver = await openReceiver();
    here = await startRegisterAndAgreements(engines[0]!, {
      telling: {
        publicUrl: 'https://tilslut.example',
        digestHour: 7,
        mail: { url: office.url, from: 'notices@tilslut.example' },
        webhooks: { keyFile: join(folder, 'webhook-key'), isTrial: true },
        lookEvery: 20,
      },
    });
    await load(here.register, [
      row('G91001', { ownership: 'SELF_OWNED' }),
      row('G92001', { institution: 'G91001', ownership: 'SELF_OWNED', email: 'House@Daycare.example', name: 'Skovhytten' }),
    ]);
    await registerSuppliers(here.ask);
    await eventually(
      () => here.ask(staff, '{ accessState(system: "S1001", service: "ws10-import", daycare: "G92001") { state } }'),
      ({ data }) => data?.accessState?.state === 'NONE',
    );
  });
  afterAll(async () => {
    await here.stop();
    await office.close();
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const add = 'mutation($o: NoticeOwnerInput!, $e: String!) { addNoticeRecipient(owner: $o, email: $e) { id email kinds } }';
  const list = 'query($o: NoticeOwnerInput!) { noticeRecipients(owner: $o) { owner registerAddress registered { id email } } }';
  const code = (answer: { errors?: any[] }) => answer.errors?.[0].extensions.code;

  test("the register's address is heard, told of a request, and shown to whoever keeps the recipients, and to no other", async () => {
    const [{ request }] = await requestAccess(here.ask, 'S1001', 'ws10-import', ['G92001']);
    await eventually(
      async () => office.arrived,
      (arrived) => arrived.length === 1,
    );
    expect(office.arrived[0]).toMatchObject({
      to: 'house@daycare.example',
      text: expect.stringContaining(`https://tilslut.example/requests/${request.id}`),
    });
    const o = { daycare: 'G92001' };
    expect((await here.ask(staff, list, { o })).data.noticeRecipients).toEqual({
      owner: 'G92001',
      registerAddress: 'house@daycare.example',
      registered: [],
    });
    for (const actor of [responsible, neighbour, learning]) {
      expect(code(await here.ask(actor, list, { o }))).toBe('NOT_FOUND');
      expect(await here.ask(actor, list, { o })).toEqual(await here.ask(actor, list, { o: { daycare: 'G99999' } }));
      expect(code(await here.ask(actor, add, { o, e: 'mine@elsewhere.example' }))).toBe('NOT_PERMITTED');
    }
  });

  test('one is added and taken out by whoever keeps them; a stranger cannot tell it from one that is not there', async () => {
    const o = { municipality: '751' };
    const { data } = await here.ask(responsible, add, { o, e: 'Inbox@aarhus.example' });
    const { id, email } = data.addNoticeRecipient;
    expect(email).toBe('inbox@aarhus.example');
    expect(code(await here.ask(responsible, add, { o, e: 'inbox@AARHUS.example' }))).toBe('STATE_CONFLICT');
    expect(code(await here.ask(responsible, add, { o, e: 'a@b.dk\nBcc: c@d.dk' }))).toBe('INVALID_INPUT');
    expect(code(await here.ask(responsible, add, { o: { ...o, supplier: '1003' }, e: 'a@b.dk' }))).toBe('INVALID_INPUT');
    expect(code(await here.ask({ ...responsible, assurance: 'LOW' }, add, { o, e: 'a@b.dk' }))).toBe('ASSURANCE_TOO_LOW');
    expect(code(await here.ask(agency, add, { o: { municipality: '0999' }, e: 'a@b.dk' }))).toBe('NOT_FOUND');
    const remove = 'mutation($id: ID!) { removeNoticeRecipient(id: $id) { email } }';
    expect(await here.ask(neighbour, remove, { id })).toEqual(await here.ask(neighbour, remove, { id: 'none' }));
    expect((await here.ask(responsible, remove, { id })).data.removeNoticeRecipient.email).toBe(email);
    expect((await here.ask(responsible, list, { o })).data.noticeRecipients.registered).toEqual([]);
  });

  test('who was not told is seen by those concerned: counted, since when and why', async () => {
    await requestAccess(here.ask, 'S1003', 'ws17-small', ['G92001']);
    const gaps = (actor: typeof staff) => here.ask(actor, '{ noticeGaps { totalCount nodes { ownerKind owner reason count because } } }');
    const { data } = await eventually(
      () => gaps(responsible),
      (answer) => answer.data.noticeGaps.totalCount > 0,
    );
    expect(data.noticeGaps.nodes).toEqual([
      { ownerKind: 'MUNICIPALITY', owner: '0751', reason: 'NOBODY', count: 1, because: expect.stringContaining('addNoticeRecipient') },
    ]);
    for (const actor of [neighbour, staff, others]) expect((await gaps(actor)).data.noticeGaps.nodes).toEqual([]);
    expect((await gaps(agency)).data.noticeGaps.totalCount).toBe(1);
  });

  test('a supplier sets a webhook, is told its secret once, is called, and can replay; nobody else knows of it', async () => {
    const set = 'mutation($u: String!) { setWebhook(system: "S1003", url: $u) { secret webhook { state url } } }';
    const { data } = await here.ask(learning, set, { u: receiver.url });
    const { secret } = data.setWebhook;
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    expect((await here.ask(learning, set, { u: receiver.url })).data.setWebhook).toEqual({
      secret: null,
      webhook: { state: 'ACTIVE', url: receiver.url },
    });
    const { position } = (await here.ask(learning, '{ webhook(system: "S1003") { position } }')).data.webhook;
    await requestAccess(here.ask, 'S1003', 'ws17-medium', ['G92001']);
    await eventually(
      async () => receiver.got,
      (got) => got.length === 1,
    );
    expect(isFromTilslut(secret, receiver.got[0]!.signature, receiver.got[0]!.body)).toBe(true);
    const feed = await here.ask(learning, 'query($a: Cursor) { dataAccessChanges(after: $a) { changes { kind } } }', { a: position });
    expect(feed.data.dataAccessChanges.changes).toEqual([{ kind: 'REQUESTED' }]);
    const replay = 'mutation($a: Cursor!) { replayWebhook(system: "S1003", after: $a) { secret webhook { waiting } } }';
    expect((await here.ask(learning, replay, { a: position })).data.replayWebhook.secret).toBeNull();
    await eventually(
      async () => receiver.got,
      (got) => got.length === 2,
    );
    expect(receiver.got[1]!.event).toBe(receiver.got[0]!.event);
    const see = (system: string) => `{ webhook(system: "${system}") { url } }`;
    const letters = (system: string) => `{ webhookDeadLetters(system: "${system}") { totalCount nodes { id } } }`;
    for (const actor of [others, responsible, staff]) {
      expect(code(await here.ask(actor, see('S1003')))).toBe('NOT_FOUND');
      expect(await here.ask(actor, see('S1003'))).toEqual(await here.ask(actor, see('S9999')));
      expect(await here.ask(actor, letters('S1003'))).toEqual(await here.ask(actor, letters('S9999')));
      expect(code(await here.ask(actor, set, { u: receiver.url }))).toBe('NOT_PERMITTED');
      expect(code(await here.ask(actor, replay, { a: position }))).toBe('NOT_PERMITTED');
    }
    expect((await here.ask(agency, letters('S1003'))).data.webhookDeadLetters).toEqual({ totalCount: 0, nodes: [] });
    expect(code(await here.ask(learning, set, { u: 'http://supplier.example/' }))).toBe('INVALID_INPUT');
    const rotated = (await here.ask(learning, 'mutation { rotateWebhookSecret(system: "S1003") { secret } }')).data.rotateWebhookSecret
      .secret;
    expect(rotated).not.toBe(secret);
    expect((await here.ask(learning, 'mutation { removeWebhook(system: "S1003") { id } }')).data.removeWebhook.id).toBe('S1003');
    expect(code(await here.ask(learning, see('S1003')))).toBe('NOT_FOUND');
  });

  test('no address, no secret and no word of a mail stands in a log', () => expect(here.log).toEqual([]));
});

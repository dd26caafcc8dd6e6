import { expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { engines } from '../support/databases.ts';
import { daycare, openTown, settle } from './support/notice-town.ts';
import { killWhileTelling } from './support/kill-while-telling.ts';
import { openPostOffice } from './support/post-office.ts';

test('a slow server is waited for, and one that offers STARTTLS is spoken to in secret', async () => {
  const { key, cert } = await selfSigned();
  const office = await openPostOffice({ slow: 300, key, cert });
  const place = await engines[0]!.place();
  const town = await openTown(place.url);
  await settle(town, [daycare('G92001', { ownership: 'SELF_OWNED' })]);
  await town.ask(['G92001'], { system: 'S1001', service: 'ws10-import' });
  await town.tell();
  expect(await town.deliver(`${office.url}?tls.rejectUnauthorized=false`)).toEqual({ outcome: 'ACCEPTED' });
  expect(office.sessions.secured).toBe(1);
  await town.close();
  await place.remove();
  await office.close();
});

test('whoever sends is killed twenty times at random: each notice arrives, under one Message-ID, at most once more for each kill', async () => {
  const seed = randomBytes(4).readUInt32LE();
  const place = await engines[0]!.place();
  const told = await killWhileTelling({ url: place.url, kills: 20, seed, houses: 40 });
  await place.remove();
  console.log(`seed ${seed}: ${told.messageIds.size} notices, ${told.arrivals} arrivals, by each kill ${told.atKills.join(' ')}`);
  expect([...told.messageIds.values()].map(({ size }) => size)).toEqual(Array.from({ length: 120 }, () => 1));
  expect(told.arrivals - 120).toBeLessThanOrEqual(20);
  expect(told.atKills.at(-1)).toBeGreaterThan(0);
  expect(told.atKills.at(-1)).toBeLessThan(120);
  expect(told.notices).toEqual([{ state: 'SENT', count: 120 }]);
}, 120_000);

async function selfSigned() {
  const { execFileSync } = await import('node:child_process');
  const pem = execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', '-', '-subj', '/CN=localhost', '-days', '2'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return {
    key: /-----BEGIN PRIVATE KEY[\s\S]*?END PRIVATE KEY-----/.exec(pem)![0],
    cert: /-----BEGIN CERTIFICATE[\s\S]*?END CERTIFICATE-----/.exec(pem)![0],
  };
}

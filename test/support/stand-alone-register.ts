import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Client } from '#shared/graphql-client.ts';
import { daycarePages } from '../../subgraphs/institutions/commands/daycare-pages.ts';
import type { Progress } from '../../subgraphs/institutions/commands/progress.ts';
import { standAlone } from '../../subgraphs/institutions/stand-alone.ts';

export const silent: Progress = { begins: () => {}, at: () => {}, ends: () => {} };

/** A place for files, and empty registers in it, that go away when a test file is done. */
export function emptyRegisters() {
  const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
  const opened: { stop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const { stop } of opened) await stop();
    rmSync(place, { recursive: true, force: true });
  });
  const open = async () => {
    const folder = mkdtempSync(join(place, 'register-'));
    const register = await standAlone(folder);
    opened.push(register);
    return { ask: register.client, folder };
  };
  return { place, open };
}

const address = 'address { street houseNumber postalCode town supplementaryTown municipalityCode latitude longitude addressId }';
const selection = `number level name status ownership municipality { code }
  ... on PlacementUnit { institution { number } type email phone companyNumber productionUnitNumber acceptsUsers ${address} }
  ... on AlternativeAddress { unit { number institution { number } } companyNumber productionUnitNumber acceptsUsers ${address} }`;

/** All that a register says of its daycares but their legal bases, by number. */
export async function everyDaycare(ask: Client): Promise<Record<string, any>> {
  const found: Record<string, any> = {};
  for await (const { nodes } of daycarePages<{ number: string }>(ask, { filter: { status: ['ACTIVE', 'CLOSED', 'PLANNED'] }, selection }))
    for (const node of nodes) found[node.number] = node;
  return found;
}

/** Hands rows in as they are, and what became of each. */
export async function takeRows(ask: Client, rows: readonly object[]): Promise<{ outcome: string; refusal: { code: string } | null }[]> {
  const { data, errors } = await ask({
    query: 'mutation($rows: [RegisterRowInput!]!) { loadRegisterRows(rows: $rows) { results { outcome refusal { code because } } } }',
    variables: { rows: rows.map((row, line) => ({ line, ...row })) },
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.loadRegisterRows.results;
}

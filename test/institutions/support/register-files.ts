import { afterAll } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AddressVerdict, AskedAddress } from '../../../subgraphs/institutions/domain/upkeep/other-registers.ts';

const place = mkdtempSync(join(tmpdir(), 'tilslut-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
let count = 0;

/** A register over a file of its own, where there is something to write there, and what it had to report. */
export function opened<Register>(open: (path: string, report: (because: string) => void) => Register, content?: string | Buffer) {
  const path = join(place, `${++count}.csv`);
  const tell = (more: string | Buffer) => writeFileSync(path, more);
  if (content !== undefined) tell(content);
  const reports: string[] = [];
  return { path, reports, register: open(path, (because) => reports.push(because)), tell };
}

/** When a changed file has been read. */
export async function settled(register: { edition(): Promise<string> }): Promise<void> {
  while ((await register.edition()).endsWith('+')) await setTimeout(5);
}

export const id = (number: number) => `0a3f507a-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const header = 'id,vejnavn,husnr,postnr,postnrnavn';
export const lines = [
  `${id(1)},Søndergade,2,8000,Aarhus C`,
  `${id(2)},Søndergade,12A,8000,Aarhus C`,
  `${id(3)},Søndergade,12B,8000,Aarhus C`,
  `${id(4)},Søndergade,41,8000,Aarhus C`,
  `${id(5)},Aaboulevarden,007,8000,Aarhus C`,
  `${id(6)},Gamle Kirkevej,3,8000,Aarhus C`,
  `${id(7)},H.C. Testsens Allé,5,8000,Aarhus C`,
  `${id(8)},Nørregade,1,8200,Aarhus N`,
  `${id(9)},Skolevej,3,8200,Aarhus N`,
  `${id(10)},Skovevej,9,8200,Aarhus N`,
  `${id(11)},Skorevej,5,8200,Aarhus N`,
];
export const extract = [header, ...lines, ''].join('\n');

export const asked = (
  street: string | null,
  houseNumber: string | null,
  postalCode: string | null = '8000',
  addressId: string | null = null,
): AskedAddress => ({ street, houseNumber, postalCode, town: null, addressId });
export const there = asked('Søndergade', '2');
export const known: AddressVerdict = { answer: 'KNOWN' };
export const unknown = (nearest: string | null = null): AddressVerdict => ({ answer: 'UNKNOWN', nearest });
export const unasked = { answer: 'UNASKED' };

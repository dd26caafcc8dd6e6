import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '#shared/config.ts';
import { handOverLetters } from '../../../subgraphs/identities/actions/logins/hand-over-letters.ts';
import { lettersConfig, lettersFor } from '../../../subgraphs/identities/letters-config.ts';
import { codeIn, printed } from '../../../subgraphs/identities/domain/logins/activation.ts';
import type { SealedLetter } from '../../../subgraphs/identities/domain/logins/activation-letter.ts';
import { letterFolder } from '../../../subgraphs/identities/outside/letter-folder.ts';
import { root } from '../../support/sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'tilslut-letters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const letter = {
  to: 'Mor Testsen',
  address: { street: 'Vej 1', postalCode: '8000', town: null, countryCode: null, municipalityCode: null },
  code: 'ABCDE-FGHJK-MNPQR-STUVW',
  validUntil: '2026-12-02T10:00:00.000Z',
  lines: ['A line.'],
};

describe('letters with codes', () => {
  test('tried out, a print service is made once, and the command opens its letters; another key opens none', async () => {
    const letters = lettersFor({ dataFolder: folder }, true);
    if (!letters) throw new Error('There is no print service.');
    const again = lettersFor({ dataFolder: folder }, true);
    await letters.tray.put({ id: 'one', sealed: letters.seal(letter), at: 1 });
    await again?.tray.put({ id: 'two', sealed: again.seal(letter), at: 2 });
    const open = (file: string, key: string) =>
      spawnSync(process.execPath, ['subgraphs/identities/commands/open-letter.ts', file, key], { cwd: root, encoding: 'utf8' });
    for (const file of ['one.jwe', 'two.jwe'])
      expect(JSON.parse(open(join(folder, 'letters', file), join(folder, 'print-service-private.pem')).stdout)).toEqual(letter);
    mkdirSync(join(folder, 'other'));
    lettersFor({ dataFolder: join(folder, 'other') }, true)?.seal(letter);
    const stranger = open(join(folder, 'letters', 'one.jwe'), join(folder, 'other', 'print-service-private.pem'));
    expect([stranger.status, stranger.stdout]).toEqual([1, '']);
    for (const file of readdirSync(join(folder, 'letters'))) expect(statSync(join(folder, 'letters', file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'letters', 'one.jwe'), 'utf8')).not.toMatch(/ABCDE|Vej/);
    expect(() => execFileSync(process.execPath, ['subgraphs/identities/commands/open-letter.ts'], { cwd: root, stdio: 'pipe' })).toThrow(
      /Which letter/,
    );
  });

  test('where no print service is set up there are none, and a folder without a key is a fault of the configuration', () => {
    expect(lettersFor({ dataFolder: folder }, false)).toBeUndefined();
    expect(readConfig({}, lettersConfig)).toBeUndefined();
    expect(() => readConfig({ ACTIVATION_LETTERS: '/letters' }, lettersConfig)).toThrow('ACTIVATION_LETTERS_KEY is missing');
  });

  test('a letter is struck off once it is there, and one that cannot be put down waits', async () => {
    const waiting = new Map<string, SealedLetter>(['a', 'b', 'c'].map((id) => [id, { id, sealed: id, at: 1 }]));
    const desk = { waiting: async () => [...waiting.values()], handedOver: async (id: string) => void waiting.delete(id) };
    const full = { put: async ({ id }: SealedLetter) => (id === 'b' ? Promise.reject(new Error('The disk is full.')) : undefined) };
    await expect(handOverLetters(desk, full)).rejects.toThrow('full');
    expect([...waiting.keys()]).toEqual(['b', 'c']);
    const place = join(folder, 'put');
    await handOverLetters(desk, letterFolder(place));
    expect([waiting.size, readdirSync(place).sort()]).toEqual([0, ['b.jwe', 'c.jwe']]);
  });

  test('a code is read in whatever case and grouping, and nothing else is one', () => {
    const code = { selector: 'ABCDEFGH', secret: 'JKMNPQRSTUVW' };
    expect(printed(code)).toBe('ABCDE-FGHJK-MNPQR-STUVW');
    for (const written of ['ABCDE-FGHJK-MNPQR-STUVW', ' abcdefghjkmnpqrstuvw ', 'ABCDE FGHJK MNPQR STUVW'])
      expect(codeIn(written)).toEqual(code);
    for (const none of ['', 'ABCDE', 'ABCDE-FGHJK-MNPQR-STUV0', 'ABCDE-FGHJK-MNPQR-STUVWX', 'ABCDE_FGHJK_MNPQR_STUVW'])
      expect(codeIn(none)).toBeUndefined();
  });
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { Refused } from '#shared/refusal.ts';
import { documentReaders } from '../../../subgraphs/identities/outside/uni-login/document-readers.ts';
import { engines } from '../../support/databases.ts';
import { importTown } from '../support/import-town.ts';
import { largeXml } from '../support/large-document.ts';
import { longestTurn } from '../support/longest-turn.ts';
import { placement, submitDocument } from '../support/neighbourhood.ts';

const MB = 1024 * 1024;
const CUT = '</Institution></UNILoginImport>';
/** As it comes off the wire: one text, not the pieces it was put together of. */
const flat = (xml: string): string => Buffer.from(xml).toString();

/** The fault by which reading was refused. */
const faultOf = (reading: Promise<unknown>): Promise<string | undefined> =>
  reading.then(
    () => undefined,
    (thrown) => {
      if (!(thrown instanceof Refused)) throw thrown;
      return `${thrown.refusal.code} ${thrown.refusal.facts.find(({ name }) => name === 'fault')?.value}`;
    },
  );

describe('a large document', () => {
  const largest = flat(largeXml('G10001', 4_900, Date.now()));
  const medium = flat(largeXml('G10001', 250, Date.now()));
  const small = flat(largeXml('G10001', 3, Date.now()));
  const readers = documentReaders({ deadline: 120_000 });
  afterAll(() => readers.stop());

  test('of nearly 16 MB is read while nobody waits 50 ms for it', async () => {
    expect(Buffer.byteLength(largest) / MB).toBeGreaterThan(15);
    // A turn in which this process's own memory was tidied up says nothing of reading; one that reading makes long is so each time.
    const turns: number[] = [];
    while (turns.length < 3 && !turns.some((longest) => longest < 50)) {
      const { result, longest } = await longestTurn(() => readers.read(largest));
      expect(result.document.persons).toHaveLength(4_900);
      expect(result.fault).toBeUndefined();
      turns.push(longest);
    }
    expect(Math.min(...turns)).toBeLessThan(50);
    const onTheLoop = documentReaders({ large: Number.POSITIVE_INFINITY });
    expect((await longestTurn(() => onTheLoop.read(medium))).longest).toBeGreaterThan(50);
  }, 120_000);

  test('reads the same on a thread as at once, its faults too', async () => {
    const onTheLoop = documentReaders({ large: Number.POSITIVE_INFINITY });
    expect(await readers.read(medium)).toEqual(await onTheLoop.read(medium));
    const broken = medium.replace(CUT, `<Kitchen/>${CUT}`);
    expect((await readers.read(broken)).fault).toMatchObject({ code: 'INVALID_INPUT', rule: 'I16' });
    expect(await readers.read(broken)).toEqual(await onTheLoop.read(broken));
    const nobodys = medium.replace('source="Large"', '');
    expect(await faultOf(readers.read(nobodys))).toBe('INVALID_INPUT MISSING');
    expect(await faultOf(onTheLoop.read(nobodys))).toBe('INVALID_INPUT MISSING');
  });

  test.each([
    ['more time', { deadline: 1_000 }],
    ['more memory', { memory: 48 }],
  ])('that takes %s than it may is refused, and the next one is read on a new thread', async (_, limits) => {
    const narrow = documentReaders({ ...limits, threads: 1, large: 1_000 });
    expect(await faultOf(narrow.read(largest))).toBe('LIMIT_EXCEEDED TOO_COSTLY');
    expect((await narrow.read(small)).document.persons).toHaveLength(3);
    await narrow.stop();
  });

  test('waits its turn, and is refused where too many wait', async () => {
    const narrow = documentReaders({ threads: 1, waiting: 1 });
    const [first, second, third] = [narrow.read(medium), narrow.read(medium), faultOf(narrow.read(medium))];
    expect(await third).toBe('UNAVAILABLE BUSY');
    expect((await first).document.persons).toHaveLength(250);
    expect((await second).document.persons).toHaveLength(250);
    await narrow.stop();
  });
});

describe.each(engines)('a large document on $engine', (engine) => {
  const { town, tiesOf } = importTown(engine);

  test('is taken in, and whoever asks while it is read is answered before', async () => {
    const document = flat(largeXml('G10003', 200, Date.now()));
    expect(document.length).toBeGreaterThan(512 * 1024);
    const order: string[] = [];
    const sent = town()
      .ask(placement, submitDocument, { document })
      .then(({ data }) => {
        order.push('the document');
        return data.submitImportDocument;
      });
    await tiesOf('G10003').then(() => order.push('the question'));
    expect(await sent).toMatchObject({ state: 'APPLIED', counts: { begun: 1_000, refused: 0 } });
    expect(order).toEqual(['the question', 'the document']);
  });
});

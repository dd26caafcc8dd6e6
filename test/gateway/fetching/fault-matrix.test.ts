import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SubgraphName, subgraphNames } from '../../../gateway/subgraphs.ts';
import { type Behaviour, sound } from '../support/faulty-subgraphs.ts';
import { type StandingGateway, startStandingGateway } from '../support/standing-gateway.ts';

const AWAY = 'UNAVAILABLE';
const WRONG = 'INTERNAL';
const html = '<html><body>SELECT * FROM person; at Object.resolve (/app/identities.ts:12)</body></html>';
const leaking = {
  message: `connect ECONNREFUSED 127.0.0.1:3306 ${html}`,
  extensions: { code: 'ER_DUP_ENTRY', stacktrace: ['at q'], url: 'http://x' },
};

/** What a subgraph may do, and the code by which the fields that it should have answered are told to be missing. */
const faults: readonly (readonly [string, Behaviour, string])[] = [
  ['closes the connection', (_, __, request) => request.socket.destroy(), AWAY],
  [
    'breaks off in the middle of its answer',
    (_, response) => {
      response.writeHead(200, { 'content-length': 500 });
      response.write('{"data":{');
      setTimeout(() => response.destroy(), 5);
    },
    AWAY,
  ],
  ['is behind a proxy that says 503', (_, response) => response.writeHead(503, { 'content-type': 'text/html' }).end(html), AWAY],
  ['fails with 500 and a page', (_, response) => response.writeHead(500, { 'content-type': 'text/html' }).end(html), WRONG],
  ['answers a page with 200', (_, response) => response.setHeader('content-type', 'text/html').end(html), WRONG],
  ['answers nothing', (_, response) => response.end(), WRONG],
  ['answers a list', (_, response) => response.end('[{"data":{}}]'), WRONG],
  ['answers another object', (_, response) => response.end('{"status":"ok"}'), WRONG],
  ['answers errors of another shape', (_, response) => response.end('{"errors":"Table person does not exist"}'), WRONG],
  ['answers half a document', async (answer, response) => response.end(JSON.stringify(await answer()).slice(0, -9)), WRONG],
  ['answers more than any answer has', (_, response) => response.end(`{"data":{"x":"${'x'.repeat(3_000_000)}"}}`), WRONG],
  [
    'answers a fault of its own, with all its insides',
    (_, response) => response.end(JSON.stringify({ data: null, errors: [leaking] })),
    WRONG,
  ],
  ['redirects elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), WRONG],
];

/** What can only be told by the time it takes. */
const delays: typeof faults = [
  ['answers too late', () => {}, AWAY],
  [
    'is stuck in the middle of its answer',
    (_, response) => {
      response.write('{"data":');
    },
    AWAY,
  ],
];

/** Which places of the answer are lost with a subgraph, for each question. */
const questions: readonly {
  readonly asks: string;
  readonly query: string;
  readonly lost: Readonly<Record<SubgraphName, readonly string[]>>;
}[] = [
  {
    asks: 'daycares with their agreements and people',
    query:
      '{ daycares(first: 20, after: "c1") { nodes { number name dataAccesses(first: 1) { nodes { id } } people(first: 1) { nodes { id role } } } } }',
    lost: { institutions: ['daycares'], agreements: ['daycares.nodes.*.dataAccesses'], identities: ['daycares.nodes.*.people'] },
  },
  {
    asks: 'the inbox, with the names of its daycares',
    query: '{ inbox(first: 3) { nodes { id daycareNumber daycare { name people(first: 1) { nodes { id } } } } } }',
    lost: { institutions: ['inbox.nodes.*.daycare'], agreements: ['inbox'], identities: ['inbox.nodes.*.daycare.people'] },
  },
  {
    asks: 'the overview, with the names of its units',
    query:
      '{ userOverview(municipality: "0751") { municipalityCode municipality { name } units { nodes { daycareNumber daycare { name dataAccesses(first: 1) { nodes { id } } } } } } }',
    lost: {
      institutions: ['userOverview.municipality', 'userOverview.units.nodes.*.daycare'],
      agreements: ['userOverview.units.nodes.*.daycare.dataAccesses'],
      identities: ['userOverview'],
    },
  },
  {
    asks: 'two parts of the system side by side',
    query:
      '{ daycares(first: 20, after: "c1") { nodes { number } } inbox(first: 1) { nodes { id } } userOverview(municipality: "0751") { municipalityCode } }',
    lost: { institutions: ['daycares'], agreements: ['inbox'], identities: ['userOverview'] },
  },
];

const insides = /ECONN|127\.0\.0\.1|localhost|SELECT|html|stack|\.ts|institutions|agreements|identities|http:|\bat \w+\.|Table/i;

const never = { outcomes: 50, leastOutcomes: 1_000, rememberedMs: 1_000, failing: 1, firstPauseMs: 1, longestPauseMs: 1 };

describe.each([
  { what: 'fails', faults, within: 20_000 },
  { what: 'is slow', faults: delays, within: 500 },
])('a subgraph that $what costs its own fields only', ({ faults: these, within }) => {
  let gateway: StandingGateway;
  beforeAll(async () => {
    gateway = await startStandingGateway({
      http: { within: { read: within, write: within, wait: within }, answerBytes: 1_000_000 },
      asking: { breaker: never, retry: { share: 0, most: 0 } },
    });
  });
  afterAll(() => gateway.close());

  describe.each(questions)('asked for $asks', ({ query, lost }) => {
    let healthy: any;
    beforeAll(async () => {
      healthy = (await gateway.ask(query)).told;
      expect(healthy.errors).toBeUndefined();
    });

    test.each(subgraphNames.flatMap((name) => these.map((fault) => [name, ...fault] as const)))(
      '%s %s',
      async (name, _, behaviour, code) => {
        gateway.subgraphs.behave(name, behaviour);
        const { status, text, told } = await gateway.ask(query);
        gateway.subgraphs.behave(name, sound);
        expect(status).toBe(200);
        const places = lost[name].flatMap((path) => placesAt(healthy.data, path.split('.')));
        expect(places.length).toBeGreaterThan(0);
        expect(told.data).toEqual(places.reduce(without, healthy.data));
        const errors: { path: Place; message: string; extensions: object }[] = told.errors;
        for (const place of places) expect(errors.some(({ path }) => isWithin(path, place))).toBe(true);
        for (const { path, message, extensions } of errors) {
          expect(places.some((place) => isWithin(path, place))).toBe(true);
          expect(extensions).toMatchObject({ code, requestId: expect.any(String) });
          expect(JSON.stringify([message, extensions])).not.toMatch(insides);
        }
        expect(text).not.toContain('ER_DUP');
      },
    );
  });
});

type Place = readonly (string | number)[];

function placesAt(data: any, [first, ...rest]: readonly string[], at: Place = []): Place[] {
  if (first === undefined) return [at];
  if (first === '*') return data.flatMap((each: unknown, index: number) => placesAt(each, rest, [...at, index]));
  return placesAt(data[first], rest, [...at, first]);
}

function without(data: any, [first, ...rest]: Place): any {
  const copy = Array.isArray(data) ? [...data] : { ...data };
  if (first !== undefined) copy[first] = rest.length === 0 ? null : without(copy[first], rest);
  return copy;
}

const isWithin = (path: Place, place: Place) => place.every((step, index) => path[index] === step);

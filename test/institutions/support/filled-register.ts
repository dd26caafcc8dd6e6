import { address, agency, DAY, registerHere, type RegisterHere } from './register-here.ts';

export const MANY = 60;
const numbered = (letter: string, nth: number) => `${letter}${10_000 + nth}`;
const nths = Array.from({ length: MANY }, (_, nth) => nth);

/** Clusters of Aarhus with a unit, a location and a unit that closed; one great cluster with many units; and a small one in Odense. */
export const there = {
  clusters: nths.map((nth) => numbered('C', nth)),
  units: nths.map((nth) => numbered('U', nth)),
  closed: nths.map((nth) => numbered('V', nth)),
  great: 'C20000',
  underGreat: nths.map((nth) => numbered('W', 2 * nth)),
  small: 'C30000',
};

const own = { municipality: '0751', ownership: 'MUNICIPAL' };
const unitOf = (institution: string) => ({
  ...{ ...own, level: 'UNIT', institution, type: 'AGE_INTEGRATED', address },
  ...{ companyNumber: '90000001', productionUnitNumber: '9000000001' },
});
const clusterRow = (number: string, name: string) => ({ ...own, level: 'INSTITUTION', number, name });

/** The rows of the register when everything in it has this name. */
function rowsNamed(name: string): object[] {
  const families = there.clusters.flatMap((institution, nth) => [
    { ...clusterRow(institution, `Område ${name}`), legacyNumbers: [numbered('A', nth)] },
    { ...unitOf(institution), number: there.units[nth], name },
    { ...unitOf(institution), number: there.closed[nth], name: `${name} II` },
    { ...unitOf(institution), level: 'LOCATION', number: numbered('L', nth), unit: there.units[nth], type: null, name },
  ]);
  const great = there.underGreat.flatMap((number, nth) => [
    { ...unitOf(there.great), number, name: `${name} ${nth}` },
    { ...unitOf(there.great), level: 'LOCATION', number: numbered('W', 2 * nth + 1), unit: number, type: null, name: `${name} ${nth}` },
  ]);
  const odense = { municipality: '0461' };
  const small = [
    { ...clusterRow(there.small, name), ...odense },
    ...[1, 2].map((nth) => ({ ...unitOf(there.small), number: `S1000${nth}`, name, ...odense })),
  ];
  return [...families, clusterRow(there.great, `Område ${name}`), ...great, ...small];
}

/** A register in which each daycare has a past, a finding and mostly a future. */
export async function filledRegister(engine: Parameters<typeof registerHere>[0]): Promise<RegisterHere> {
  const here = await registerHere(engine, { lookEvery: 3_600_000 });
  for (const name of ['Solsikken', 'Mælkebøtten']) {
    here.clock.now += 10 * DAY;
    for (let from = 0, rows = rowsNamed(name); from < rows.length; from += 250) await here.load(rows.slice(from, from + 250));
  }
  // As many rows of one unit at once as make a long history.
  const [longest] = there.underGreat;
  await here.load(nths.map((nth) => ({ ...unitOf(there.great), number: longest, name: `Mælkebøtten ${nth} gange` })));
  for (const [nth, number] of there.clusters.entries()) {
    const successor = there.units[nth] ?? '';
    await here.close(agency, there.closed[nth] ?? '', 2, { succeededBy: [successor] });
    await here.changeUnit(agency, successor, 2, { name: 'Ærtebælgen' }, { on: here.day(20) });
    await here.propose(agency, number, '0101', here.day(30));
  }
  return here;
}

import { joinValues } from '../../../subgraphs/institutions/outside/csv-line.ts';

/** A line of the register's file by its columns. */
export type Line = Record<string, string>;

/** How many of each kind of change a second file has; five hundred in all. */
export const kinds = {
  name: 100,
  address: 80,
  type: 60,
  place: 50,
  productionUnit: 60,
  move: 40,
  closing: 40,
  ownership: 10,
  closingOfCluster: 10,
  newCluster: 5,
  newUnit: 30,
  newLocation: 15,
} as const;

// The first few units are left alone.
const SPARED = 10;
const numbered = (first: number, nth: number) => `G${first + nth}`;

/** The lines of a file after five hundred changes, and what they come to. */
export function secondLines(lines: readonly Line[]): { lines: Line[]; changed: number; created: number } {
  const all = lines.map((line) => ({ ...line }));
  const clusters = all.filter(({ dagtilbudsType }) => dagtilbudsType === 'daginstitution');
  const units = all.filter(({ dagtilbudsType }) => dagtilbudsType === 'anvisningsenhed');
  const under = Map.groupBy(units, ({ daginstitutionsNummer }) => daginstitutionsNummer);
  const unitsOf = ({ daginstitutionsNummer }: Line) => under.get(daginstitutionsNummer) ?? [];
  const municipal = clusters.filter((cluster) => cluster.ejerformKode === '1' && unitsOf(cluster).length > 1).slice(SPARED);
  const [regoverned, closed] = [municipal.splice(0, kinds.ownership), municipal.splice(0, kinds.closingOfCluster)];
  const touched = new Set([...regoverned, ...closed].map(({ daginstitutionsNummer }) => daginstitutionsNummer));
  const free = units.slice(SPARED).filter(({ daginstitutionsNummer }) => !touched.has(daginstitutionsNummer));
  change(free, clusters, touched);
  for (const cluster of regoverned) for (const line of [cluster, ...unitsOf(cluster)]) line.ejerformKode = '2';
  const closing = closed.flatMap((cluster) => [cluster, ...unitsOf(cluster)]);
  for (const line of closing) line.aktivitetsstatus = 'Nedlagt';
  const fresh = newLines(free.at(-1) ?? {}, municipal);
  const { ownership, name, address, type, place, productionUnit, move, closing: closings } = kinds;
  return {
    lines: [...all, ...fresh],
    // The units of a cluster that changes hands have come along when their own lines are read.
    changed: name + address + type + place + productionUnit + move + closings + ownership + closing.length,
    created: fresh.length,
  };
}

/** Changes each of these units in one thing, so many of each kind. */
function change(units: readonly Line[], clusters: readonly Line[], touched: ReadonlySet<string | undefined>): void {
  const queue = [...units];
  const each = (kind: keyof typeof kinds, work: (unit: Line, nth: number) => void) => queue.splice(0, kinds[kind]).forEach(work);
  each('name', (unit) => Object.assign(unit, { dagtilbudsNavn: `${unit.dagtilbudsNavn} ved Åen` }));
  each('address', (unit, nth) => Object.assign(unit, { vejNavn: 'Prøvevej', husNummer: `${nth + 1} B` }));
  each('type', (unit) => Object.assign(unit, { instType3: unit.instType3 === '6011' ? '6010' : '6011' }));
  each('place', (unit, nth) => Object.assign(unit, { geoBredde: `55,${1000 + nth}`, geoLaengde: `9,${1000 + nth}` }));
  each('productionUnit', (unit, nth) => Object.assign(unit, { pNummer: String(9_900_000_000 + nth) }));
  each('closing', (unit) => Object.assign(unit, { aktivitetsstatus: 'Nedlagt' }));
  const moved = queue.flatMap((unit) => {
    const to = clusters.find(
      (cluster) =>
        cluster.admKommuneKode === unit.admKommuneKode &&
        cluster.ejerformKode === unit.ejerformKode &&
        cluster.daginstitutionsNummer !== unit.daginstitutionsNummer &&
        !touched.has(cluster.daginstitutionsNummer),
    );
    return to ? [{ unit, to }] : [];
  });
  for (const { unit, to } of moved.slice(0, kinds.move)) unit.daginstitutionsNummer = to.daginstitutionsNummer ?? '';
}

/** New clusters with units, new units of old clusters, and locations of the new units. */
function newLines(like: Line, old: readonly Line[]): Line[] {
  const [first] = old;
  const clusters = Array.from({ length: kinds.newCluster }, (_, nth) => ({
    ...first,
    daginstitutionsNummer: numbered(95_000, nth),
    dagtilbudsNavn: `Nyt område ${nth}`,
  }));
  const parents = [...clusters, ...clusters, ...old].slice(0, kinds.newUnit);
  const units = parents.map(({ daginstitutionsNummer, admKommuneKode, ejerformKode }: Line, nth) => ({
    ...{ ...like, daginstitutionsNummer, admKommuneKode, ejerformKode },
    anvisningsenhedsNummer: numbered(96_000, nth),
    dagtilbudsNavn: `Ny enhed ${nth}`,
  }));
  const locations = units.slice(0, kinds.newLocation).map((unit, nth) => ({
    ...unit,
    ...{ dagtilbudsType: 'alternativAdresse', alternativAdresseNummer: numbered(97_000, nth), dagtilbudsNavn: `Ny adresse ${nth}` },
    instType3: '',
  }));
  return [...clusters, ...units, ...locations].map((line): Line => line as Line);
}

/** The lines as a file of the register. */
export function fileOf(lines: readonly Line[]): string {
  const columns = Object.keys(lines[0] ?? {});
  return [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))].map((values) => joinValues(values)).join('');
}

import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Database } from '#shared/database.ts';
import type { Daycare } from '../../domain/daycares/daycare.ts';
import type { Lens, Pictures } from '../../domain/register-reader.ts';
import { findings } from '../findings/finding-table.ts';
import { daycares, type DaycareVersion, daycareVersions, successions } from '../tables/daycare-tables.ts';
import { askTogether } from './ask-together.ts';
import { countedBy, grouped } from './grouped.ts';
import { histories } from './histories.ts';

/** Daycares as they were at a moment, or will be, as was known at another: rows valid then, believed then. */
export function picturesAt(database: Database, lens: Lens, present: Pictures): Pictures {
  const { read } = database;
  const versions = (manager: EntityManager) =>
    manager
      .createQueryBuilder(daycareVersions, 'v')
      .where('v.validFrom <= :asOf AND v.validTo > :asOf AND v.recordedFrom <= :knownAt AND v.recordedTo > :knownAt', { ...lens });
  const units = (manager: EntityManager, institutions: readonly string[]) =>
    versions(manager).andWhere("v.institution IN (:...institutions) AND v.unit IS NULL AND v.status <> 'CLOSED'", { institutions });
  const lineage = (by: 'predecessor' | 'successor', of: 'predecessor' | 'successor') => (numbers: readonly string[]) =>
    read(async (manager) => {
      const known = manager
        .createQueryBuilder(successions, 's')
        .where(`s.${by} IN (:...numbers) AND s.validFrom <= :asOf AND s.recordedFrom <= :knownAt`, { numbers, ...lens });
      return grouped(await known.orderBy(`s.${of}`).getMany(), by, of);
    });
  return {
    byNumbers: (numbers) =>
      read(async (manager) => {
        const found = await picturesOf(manager, versions(manager).andWhere('v.number IN (:...numbers)', { numbers }));
        return new Map(found.map((daycare) => [daycare.number, daycare]));
      }),
    openChildren: (parents) =>
      read(async (manager) => {
        const under = "((v.unit IS NULL AND v.institution IN (:...parents)) OR v.unit IN (:...parents)) AND v.status <> 'CLOSED'";
        const found = await picturesOf(manager, versions(manager).andWhere(under, { parents }).orderBy('v.number'));
        return Map.groupBy(found, ({ institution, unit }) => unit ?? institution ?? '');
      }),
    openUnits: (institutions, { after, limit }) =>
      read(async (manager) => {
        const answers = await askTogether(
          manager,
          institutions.map((institution) => {
            const query = units(manager, [institution]).select('v.id', 'answer');
            if (after) query.andWhere('v.number > :after', { after: after[0] });
            return query.orderBy('v.number').limit(limit);
          }),
        );
        if (answers.length === 0) return new Map();
        const shown = manager.createQueryBuilder(daycareVersions, 'v').where('v.id IN (:...answers)', { answers }).orderBy('v.number');
        return Map.groupBy(await picturesOf(manager, shown), ({ institution }) => institution ?? '');
      }),
    countOpenUnits: (institutions) => read((manager) => countedBy(units(manager, institutions), 'v.institution')),
    history: histories(database, lens.knownAt),
    legacyNumbers: present.legacyNumbers,
    successors: lineage('predecessor', 'successor'),
    predecessors: lineage('successor', 'predecessor'),
    findings: (numbers) =>
      read(async (manager) => {
        const stood = manager
          .createQueryBuilder(findings, 'found')
          .where('found.number IN (:...numbers) AND found.since <= :knownAt AND found.until > :knownAt', { numbers, knownAt: lens.knownAt })
          .orderBy('found.code');
        return Map.groupBy(await stood.getMany(), ({ number }) => number);
      }),
    planned: async () => new Map(),
  };
}

/** The rows as daycares; their level, which never changes, stands with the present. */
async function picturesOf(manager: EntityManager, query: SelectQueryBuilder<DaycareVersion>): Promise<Daycare[]> {
  const rows = await query.getMany();
  if (rows.length === 0) return [];
  const numbers = rows.map(({ number }) => number);
  const levels = await manager
    .createQueryBuilder(daycares, 'd')
    .select(['d.number', 'd.level'])
    .where('d.number IN (:...numbers)', { numbers })
    .getMany();
  const levelOf = new Map(levels.map(({ number, level }) => [number, level]));
  return rows.flatMap(({ id: _, validTo: __, recordedFrom, recordedTo: ___, ...row }) => {
    const level = levelOf.get(row.number);
    return level ? [{ ...row, level, recordedAt: recordedFrom }] : [];
  });
}

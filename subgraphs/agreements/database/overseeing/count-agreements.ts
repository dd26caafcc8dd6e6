import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { RequestRow } from '../../domain/requests/request.ts';
import type { AgreementTally, CountQuestion } from '../../domain/statistics/agreement-count.ts';
import { restricting } from '../agreement-reader.ts';
import { accesses, knownDaycares, requests } from '../tables.ts';
import { withinReach } from '../within-reach.ts';
import { type KeyExpression, keyExpression } from './key-expressions.ts';

const HOUR = 60 * 60 * 1000;

/** Counts requests and how long deciding took, in two statements however many they are, in the order of the keys. */
export async function countAgreements(manager: EntityManager, question: CountQuestion): Promise<AgreementTally[]> {
  const keys = question.by.map((dimension) => keyExpression(dimension, question));
  const [counted, timed] = await Promise.all([counts(manager, question, keys), timesToDecide(manager, question, keys)]);
  const times = new Map(timed.map((row) => [groupOf(row, keys), row]));
  return counted
    .map((row) => ({ row, group: valuesOf(row, keys) }))
    .sort((one, other) => compare(one.group, other.group))
    .map(({ row }) => tallyOf(row, times.get(groupOf(row, keys)), keys));
}

type Row = Readonly<Record<string, unknown>>;

async function counts(manager: EntityManager, question: CountQuestion, keys: readonly KeyExpression[]): Promise<Row[]> {
  const query = counted(manager, question, keys)
    .leftJoin(accesses.options.name, 'granted', "granted.requestId = row.id AND granted.state = 'ACTIVE'")
    .addSelect('COUNT(*)', 'requests')
    .addSelect("SUM(CASE WHEN row.state = 'WAITING' THEN 1 ELSE 0 END)", 'waiting')
    .addSelect('COUNT(granted.id)', 'active');
  if (question.by.includes('MUNICIPALITY')) query.addSelect('MAX(daycare.municipalityName)', 'municipalityName');
  for (const [index] of keys.entries()) query.addGroupBy(`key${index}`);
  return query.getRawMany();
}

/** Nearest rank: the time of the decision before which, or with which, half of them, or nine in ten, were made. */
async function timesToDecide(manager: EntityManager, question: CountQuestion, keys: readonly KeyExpression[]): Promise<Row[]> {
  const decided = counted(manager, question, keys)
    .addSelect("JSON_EXTRACT(row.decision, '$.at') - row.requestedAt", 'taken')
    .andWhere("row.state IN ('APPROVED', 'REJECTED')");
  const [sql, parameters] = decided.getQueryAndParameters();
  const names = keys.map((_, index) => `key${index}`).join(', ');
  const grouped = names ? ` GROUP BY ${names}` : '';
  const apart = names ? `PARTITION BY ${names}` : '';
  const listed = names ? `${names}, ` : '';
  return manager.query(
    `SELECT ${listed}MIN(CASE WHEN place * 2 >= total THEN taken END) AS median, MIN(CASE WHEN place * 10 >= total * 9 THEN taken END) AS p90 ` +
      `FROM (SELECT ${listed}taken, ROW_NUMBER() OVER (${apart} ORDER BY taken) AS place, COUNT(*) OVER (${apart}) AS total FROM (${sql}) decided) placed${grouped}`,
    parameters,
  );
}

/** The requests that are counted, each with its keys. By age only what waits has any. */
function counted(manager: EntityManager, question: CountQuestion, keys: readonly KeyExpression[]): SelectQueryBuilder<RequestRow> {
  const { by, criteria, reach, from, until, now } = question;
  const query = manager
    .createQueryBuilder(requests, 'row')
    .select([])
    .innerJoin(knownDaycares.options.name, 'daycare', 'daycare.number = row.daycareNumber');
  withinReach(restricting(() => now)(query, criteria), reach);
  if (from !== undefined) query.andWhere('row.requestedAt >= :from', { from });
  if (until !== undefined) query.andWhere('row.requestedAt < :until', { until });
  if (by.includes('AGE')) query.andWhere("row.state = 'WAITING'");
  for (const [index, { sql, parameters }] of keys.entries()) query.addSelect(sql, `key${index}`).setParameters(parameters);
  return query;
}

function tallyOf(row: Row, time: Row | undefined, keys: readonly KeyExpression[]): AgreementTally {
  return {
    keys: keys.map(({ keyOf }, index) => keyOf(row[`key${index}`])),
    municipalityName: typeof row.municipalityName === 'string' ? row.municipalityName : undefined,
    requests: Number(row.requests),
    waiting: Number(row.waiting ?? 0),
    activeAccesses: Number(row.active),
    medianHoursToDecide: hours(time?.median),
    p90HoursToDecide: hours(time?.p90),
  };
}

const hours = (milliseconds: unknown): number | null =>
  milliseconds === null || milliseconds === undefined ? null : Math.round((Number(milliseconds) / HOUR) * 100) / 100;

const valuesOf = (row: Row, keys: readonly KeyExpression[]): string[] =>
  keys.map((_, index) => String(row[`key${index}`] ?? '').padStart(6, '0'));
const groupOf = (row: Row, keys: readonly KeyExpression[]): string => JSON.stringify(valuesOf(row, keys));

function compare(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((value, place) => value !== other[place]);
  return (one[index] ?? '') < (other[index] ?? '') ? -1 : Number(index >= 0);
}

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose';
import { publishedKeys } from '#shared/checkpoint-file.ts';
import { databaseOf } from '#shared/database-url.ts';
import { trustedKeys } from '#shared/keys.ts';
import { type SubgraphName, subgraphNames } from '../gateway/subgraphs.ts';
import type { Evidence } from './read-checkpoints.ts';
import type { LogPlace } from './verify-one-log.ts';

export const usage = `npm run verify-log [-- --database NAME=URL ... --checkpoints FOLDER --key FILE]
  --database     a subgraph's database, as often as there are: agreements=mysql://user:password@host:3306/name, or =sqlite:FILE;
                 without it those of DATABASE_URL, or the files in TILSLUT_DATA (.data)
  --checkpoints  the folder they are in; without it that of CHECKPOINTS, or checkpoints in the data folder
  --key          the public keys they are verified by (a JWK, or a set of them); without it the key.json beside them`;

/** The command was not understood, or names what is not there. */
export class WrongUse extends Error {}

export interface Options {
  readonly logs: readonly LogPlace[];
  readonly evidence: Evidence;
  /** Whether the keys are only those that lie beside what they verify. */
  readonly keysLieBeside: boolean;
}

/** What is to be verified, by what. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const { database = [], checkpoints, key } = argumentsIn(args);
  const dataFolder = resolve(environment.TILSLUT_DATA || '.data');
  const folder = resolve(checkpoints ?? (environment.CHECKPOINTS || join(dataFolder, 'checkpoints')));
  if (checkpoints !== undefined && !existsSync(folder)) throw new WrongUse(`There is no folder ${folder}.`);
  const beside = publishedKeys(folder);
  return {
    logs: database.length > 0 ? database.map(namedDatabase) : ownDatabases(environment.DATABASE_URL ?? '', dataFolder),
    evidence: { folder, trusted: key === undefined && !existsSync(beside) ? { keys: [] } : keysIn(key ?? beside) },
    keysLieBeside: key === undefined,
  };
}

function argumentsIn(args: readonly string[]) {
  try {
    const options = { database: { type: 'string', multiple: true }, checkpoints: { type: 'string' }, key: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (fault) {
    throw new WrongUse(fault instanceof Error ? fault.message : 'That was not understood.');
  }
}

function namedDatabase(told: string): LogPlace {
  const at = told.indexOf('=');
  const subgraph = subgraphNames.find((name) => name === told.slice(0, at));
  const url = told.slice(at + 1);
  if (!subgraph || !/^(sqlite:|mysql:\/\/|mariadb:\/\/)./.test(url))
    throw new WrongUse(`--database is NAME=URL, with NAME one of ${subgraphNames.join(', ')}.`);
  return { subgraph, url };
}

function ownDatabases(databaseUrl: string, dataFolder: string): LogPlace[] {
  if (databaseUrl && !URL.canParse(databaseUrl)) throw new WrongUse('DATABASE_URL is not a URL.');
  const placed = subgraphNames.map((subgraph) => ({ subgraph, url: databaseOf(subgraph, { databaseUrl, dataFolder }) }));
  if (!databaseUrl && !subgraphNames.some((name) => existsSync(fileOf(name, dataFolder))))
    throw new WrongUse(`There are no databases in ${dataFolder}; set TILSLUT_DATA to the folder they are in, or DATABASE_URL.`);
  return placed;
}

const fileOf = (name: SubgraphName, folder: string): string => join(folder, `${name}.sqlite`);

function keysIn(file: string): JSONWebKeySet {
  try {
    const told: Partial<JSONWebKeySet> & JWK = JSON.parse(readFileSync(file, 'utf8'));
    const keys = trustedKeys(told.keys ?? [told]);
    createLocalJWKSet(keys);
    return keys;
  } catch {
    throw new WrongUse(`${file} holds no public keys, or is not there.`);
  }
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseOf } from '#shared/database-url.ts';
import { holderOf } from '#shared/lock-file.ts';
import { type SubgraphName, subgraphNames } from '../../gateway/subgraphs.ts';
import { WrongUse } from '../verify-options.ts';

export const usage = `npm run doctor [-- --database NAME=URL ... --keys FOLDER --process URL ...]
  It looks at what the same environment would start: npm start's by TILSLUT_DATA or DATABASE_URL, or a process's own settings
  (TRUSTED_KEYS, SIGNING_KEY, VAULT_KEYS, NUMBER_HASH_KEYS, CHECKPOINTS, CHECKPOINT_KEY, WEBHOOK_KEY, OIDC_ISSUER, OIDC_AUDIENCE, REDIS_URL, SMTP_URL).
  --database     a subgraph's database where each has its own: agreements=mysql://user:password@host:3306/name, or =sqlite:FILE
  --keys         the folder that npm run make-keys made, for all the files in it that the environment does not name
  --process      where a process listens that should be ready: http://gateway:4000, http://institutions:4000`;

export interface Place {
  readonly subgraph: SubgraphName;
  readonly url: string;
}

/** What is to be looked at; a setting that is empty is not set up. */
export interface Installation {
  readonly databases: readonly Place[];
  /** The folder of npm start's own files; undefined where processes were described. */
  readonly dataFolder: string | undefined;
  readonly issuer: string;
  readonly audience: string;
  readonly trustedKeys: string;
  readonly signingKeys: readonly string[];
  readonly vaultKeys: string;
  readonly numberHashKeys: string;
  readonly checkpoints: string;
  readonly checkpointKey: string;
  readonly webhookKey: string;
  readonly redis: string;
  readonly smtp: string;
  readonly processes: readonly string[];
  /** Whether something is known to run, so that followers ought to be up to date. */
  readonly runs: boolean;
}

/** What a command line and an environment describe. */
export function readInstallation(args: readonly string[], environment: NodeJS.ProcessEnv): Installation {
  const { database = [], keys, process: told = [] } = argumentsIn(args);
  const set = (name: string) => environment[name] ?? '';
  if (keys !== undefined && !existsSync(keys)) throw new WrongUse(`There is no folder ${keys}.`);
  if (set('DATABASE_URL') && !URL.canParse(set('DATABASE_URL'))) throw new WrongUse('DATABASE_URL is not a URL.');
  for (const url of told) if (!/^https?:$/.test(protocolOf(url))) throw new WrongUse('--process is an address as http://gateway:4000.');
  const isServed = database.length > 0 || keys !== undefined || set('TRUSTED_KEYS') !== '';
  const dataFolder = isServed ? undefined : resolve(set('TILSLUT_DATA') || '.data');
  const holder = dataFolder === undefined ? undefined : holderOf(dataFolder);
  const kept = keptFiles(keys, dataFolder);
  const ownUrl = holder ? holder.url : undefined;
  const processes = told.length === 0 && ownUrl ? [ownUrl] : told;
  return {
    databases: database.length > 0 ? database.map(namedDatabase) : ownDatabases(set('DATABASE_URL'), dataFolder),
    dataFolder,
    issuer: set('OIDC_ISSUER'),
    audience: set('OIDC_AUDIENCE'),
    trustedKeys: set('TRUSTED_KEYS') || (keys ? join(keys, 'trusted.json') : ''),
    signingKeys: set('SIGNING_KEY') ? [set('SIGNING_KEY')] : signersIn(keys),
    vaultKeys: set('VAULT_KEYS') || kept('vault-keys.json'),
    numberHashKeys: set('NUMBER_HASH_KEYS') || (keys ? join(keys, 'number-hash-keys.json') : ''),
    checkpoints: set('CHECKPOINTS') || (dataFolder ? join(dataFolder, 'checkpoints') : ''),
    checkpointKey: set('CHECKPOINT_KEY') || kept('checkpoint-key.json'),
    webhookKey: set('WEBHOOK_KEY') || kept('webhook-key'),
    redis: set('REDIS_URL'),
    smtp: set('SMTP_URL'),
    processes,
    runs: processes.length > 0 || holder !== undefined,
  };
}

/** Who has a key by which the others know it. */
export const signers = ['gateway', 'agreements', 'identities'] as const;

const signersIn = (keys: string | undefined): string[] => (keys === undefined ? [] : signers.map((name) => join(keys, `${name}.json`)));

/** Files of an installation that are there without being named. */
function keptFiles(keys: string | undefined, dataFolder: string | undefined): (name: string) => string {
  return (name) => {
    if (keys !== undefined) return join(keys, name);
    const own = dataFolder === undefined ? '' : join(dataFolder, name);
    return own && existsSync(own) ? own : '';
  };
}

function argumentsIn(args: readonly string[]) {
  try {
    const many = { type: 'string', multiple: true } as const;
    return parseArgs({ args: [...args], options: { database: many, keys: { type: 'string' }, process: many } }).values;
  } catch (fault) {
    throw new WrongUse(fault instanceof Error ? fault.message : 'That was not understood.');
  }
}

function namedDatabase(told: string): Place {
  const at = told.indexOf('=');
  const subgraph = subgraphNames.find((name) => name === told.slice(0, at));
  const url = told.slice(at + 1);
  if (!subgraph || !/^(sqlite:|mysql:\/\/|mariadb:\/\/)./.test(url))
    throw new WrongUse(`--database is NAME=URL, with NAME one of ${subgraphNames.join(', ')}.`);
  return { subgraph, url };
}

/** Those of npm start. A process's own DATABASE_URL does not say whose it is, so there they are named. */
function ownDatabases(databaseUrl: string, dataFolder: string | undefined): Place[] {
  if (dataFolder === undefined) return [];
  const places = { databaseUrl, dataFolder };
  return subgraphNames.map((subgraph) => ({ subgraph, url: databaseOf(subgraph, places) }));
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');

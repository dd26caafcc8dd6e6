import { join } from 'node:path';

/** Where the databases of one installation are: `mysql://.../NAME`, or SQLite files in the data folder if that is empty. */
export interface DatabasePlaces {
  readonly databaseUrl: string;
  readonly dataFolder: string;
}

/** Each subgraph has a database of its own: NAME_institutions and so on, or institutions.sqlite. */
export function databaseOf(subgraph: string, { databaseUrl, dataFolder }: DatabasePlaces): string {
  if (!databaseUrl) return `sqlite:${join(dataFolder, `${subgraph}.sqlite`)}`;
  const url = new URL(databaseUrl);
  url.pathname = `${url.pathname}_${subgraph}`;
  return url.href;
}

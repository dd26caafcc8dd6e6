import { resolve } from 'node:path';
import { type Client, clientOf, commandToken } from '#shared/graphql-client.ts';
import { holderOf, holdFolder } from '#shared/lock-file.ts';
import { holdsRegister, standAlone } from '../stand-alone.ts';

/** The register as a command asks it. */
export interface ReachedRegister {
  readonly client: Client;
  /** By what way, to tell whoever runs the command. */
  readonly where: string;
  end(): Promise<void>;
}

/** Reaches the register through the running server if one has the data folder, else on the files themselves. */
export async function reachRegister(expected: 'may be new' | 'is there'): Promise<ReachedRegister> {
  const folder = resolve(process.env.TILSLUT_DATA ?? '.data');
  const url = process.env.TILSLUT_URL || holderOf(folder)?.url;
  if (url) return { client: clientOf(url, commandToken(url, 'agency')), where: `the server at ${url}`, end: async () => {} };
  if (expected === 'is there' && !holdsRegister(folder))
    throw new Error(`There is no register in ${folder}; load one first, or set TILSLUT_DATA to the folder it is in.`);
  return onTheFiles(folder);
}

async function onTheFiles(folder: string): Promise<ReachedRegister> {
  const held = holdFolder(folder);
  const { client, stop } = await standAlone(folder);
  const end = async () => {
    await stop();
    held.release();
  };
  return { client, where: `the files in ${folder}`, end };
}

import { readFileSync } from 'node:fs';
import { supergraphFile } from '../../compose.ts';
import type { ReadSupergraph } from '../../planning/supergraph.ts';
import { readSupergraph } from '../../planning/tell-supergraph.ts';
import { startJudge } from '../judge.ts';
import { kindsOf } from '../limits.ts';
import { readManifest } from './read-manifest.ts';
import type { RegisteredOperations } from './registered-operations.ts';

/** What of the registered operations does not fit a supergraph: each fault with the id and the client of its operation. */
export function misfitsOf(registered: RegisteredOperations, supergraph: Pick<ReadSupergraph, 'sdl' | 'schema'>): string[] {
  const documents = [...registered.values()].map(({ document }) => document);
  const judge = startJudge({ supergraph, kinds: kindsOf(true), registered: documents });
  return [...registered].flatMap(([id, { document, client }]) => {
    const judgement = judge.judge(document);
    const faults = judgement.errors().map(({ message }) => message);
    return (judgement.document || faults.length > 0 ? faults : ['is too much even for a registered operation']).map(
      (fault) => `${id} of ${client}: ${fault}`,
    );
  });
}

if (import.meta.main) {
  const [manifest, supergraph = supergraphFile] = process.argv.slice(2);
  if (!manifest) throw new Error('Say which list of operations is to be checked: npm run check-operations -- FILE [SUPERGRAPH]');
  const registered = readManifest(manifest);
  const misfits = misfitsOf(registered, readSupergraph(readFileSync(supergraph, 'utf8')));
  console.log(misfits.length > 0 ? misfits.join('\n') : `${registered.size} operations fit.`);
  process.exitCode = misfits.length > 0 ? 1 : 0;
}

import { resolve } from 'node:path';
import { holderOf } from '#shared/lock-file.ts';
import { playAgreements } from './play-agreements.ts';
import { playIdentities } from './play-identities.ts';
import { playOwnIdentity } from './play-own-identity.ts';
import { chooseDaycares } from './play-register.ts';
import { castAt, storyteller } from './steps.ts';

/** `npm run demo`: plays the main job against a running server over HTTP, a line a step; ends non-zero if any step answers otherwise. */
async function main(): Promise<number> {
  const url =
    process.env.TILSLUT_URL ||
    holderOf(resolve(process.env.TILSLUT_DATA ?? '.data'))?.url ||
    `http://127.0.0.1:${process.env.PORT ?? 4000}`;
  const story = storyteller();
  try {
    await fetch(`${url}/health`);
  } catch {
    console.error(`No server answers at ${url}. Start one with npm start, or set TILSLUT_URL.`);
    return 2;
  }
  console.log(`The main job, played against ${url}.`);
  const cast = castAt(url);
  const daycares = await chooseDaycares(cast, story);
  if (!daycares) return 1;
  await playAgreements(cast, story, daycares);
  await playIdentities(cast, story, daycares);
  await playOwnIdentity(cast, story, daycares);
  console.log(story.failed === 0 ? '\nAll steps answered as they should.' : `\n${story.failed} steps answered otherwise.`);
  return story.failed === 0 ? 0 : 1;
}

process.exitCode = await main();

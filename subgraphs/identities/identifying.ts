import type { Actor } from '#shared/actor.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { lookUpPerson } from './actions/identifying/look-up-person.ts';
import { reidentifyPerson } from './actions/identifying/reidentify-person.ts';
import { revealNationalNumber } from './actions/identifying/reveal-national-number.ts';
import { continuationOf } from './database/identifying/continuation.ts';
import { numberDesk } from './database/identifying/number-desk.ts';
import { reidentifyingIn } from './database/identifying/reidentify-store.ts';
import type { ImportParts } from './database/importing/import-store.ts';
import { matchedNumber } from './domain/identifying/matched-number.ts';
import type { Readings } from './domain/reading/readings.ts';
import type { IdentifyingActs } from './graphql/identifying/identifying-acts.ts';

interface Identifying {
  readonly database: Database;
  readonly readings: Readings;
  readonly parts: ImportParts;
  readonly actor: Actor;
}

/** What is done by and to national numbers, put together for one actor. */
export function identifyingActs({ database, readings, parts, actor }: Identifying): IdentifyingActs {
  const desk = { ...numberDesk(database, parts.cipher), log: readings.log };
  return {
    reveal: (told) => revealNationalNumber(readings, actor, told),
    reidentify: async (told, dryRun) => {
      const attempt = { actor: actor.id, act: 'reidentifyPerson', input: null, dryRun };
      const done = await conduct(database, attempt, (transaction) => reidentifyPerson(reidentifyingIn(transaction, parts), actor, told));
      await readings.log([matchedNumber(actor, done, told.reason)]);
      return done;
    },
    continuationOf: (uniId) => continuationOf(database, uniId),
    lookUp: (number) => lookUpPerson(desk, actor, number),
  };
}

import type { Database } from '#shared/database.ts';
import type { FoundByNumber, NumberDesk } from '../../domain/identifying/number-desk.ts';
import { LOOK_UP_SERVICE, type KnownAccess } from '../../domain/known-access.ts';
import type { KnownDaycare } from '../../domain/known-daycare.ts';
import type { Tie } from '../../domain/people/affiliation.ts';
import type { NumberCipher } from '../../domain/people/number-cipher.ts';
import type { Person } from '../../domain/people/person.ts';
import { AGREEMENTS, INSTITUTIONS, underLease } from '../copies/gate.ts';
import { ties } from '../people/people-tables.ts';

/** A tie with what was asked for together with it. */
type Joined = Tie & { readonly person?: Person; readonly at?: KnownDaycare; readonly access?: KnownAccess };

/** Finds persons by number. */
export const numberDesk = ({ read, clock }: Database, cipher: NumberCipher): NumberDesk => ({
  lookUp: (number, systems) =>
    read(async (manager) => {
      const query = manager
        .createQueryBuilder(ties, 't')
        .innerJoin('number_hash', 'h', 'h.uniId = t.uniId')
        .innerJoinAndMapOne('t.person', 'person', 'p', 'p.uniId = t.uniId')
        .innerJoinAndMapOne('t.at', 'known_daycare', 'd', 'd.number = t.daycare AND d.acceptsUsers = :yes', { yes: true })
        .innerJoinAndMapOne(
          't.access',
          'known_access',
          'a',
          "a.daycare = t.daycare AND a.system IN (:...systems) AND a.service = :service AND a.direction = 'FETCH' AND a.state = 'ACTIVE'",
          { systems: ['', ...systems], service: LOOK_UP_SERVICE },
        )
        .where('t.to IS NULL AND h.hash IN (:...hashes)', { hashes: cipher.hashes(number).map(({ hash }) => hash) })
        .orderBy('t.id');
      return (await underLease(query, [INSTITUTIONS, AGREEMENTS], clock())).flatMap(foundIn);
    }),
});

function foundIn({ person, at: daycare, access, ...tie }: Joined): FoundByNumber[] {
  return person && daycare && access ? [{ tie: { ...tie, person }, daycare, access }] : [];
}

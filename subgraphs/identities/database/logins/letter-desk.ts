import type { Database } from '#shared/database.ts';
import type { LetterDesk } from '../../domain/logins/letter-desk.ts';
import { activationLetters } from './activation-tables.ts';

/** Sealed letters on their way. */
export const letterDesk = ({ read, transaction }: Database): LetterDesk => ({
  waiting: (most) => read((manager) => manager.createQueryBuilder(activationLetters, 'l').orderBy('l.id').limit(most).getMany()),
  handedOver: async (id) => {
    await transaction(({ manager }) => manager.delete(activationLetters, { id }));
  },
});

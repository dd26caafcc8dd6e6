import type { EntityManager } from 'typeorm';
import type { ImportAttempt } from '../../domain/reading/import-attempt.ts';
import { importAttempts } from '../importing/attempt-table.ts';

const MOST = 5;

/** Which systems tried to send to a daycare without an access, and when last, the latest first. */
export const triedSending = (manager: EntityManager, daycare: string): Promise<ImportAttempt[]> =>
  manager.createQueryBuilder(importAttempts, 'a').where('a.daycare = :daycare', { daycare }).orderBy('a.at', 'DESC').limit(MOST).getMany();

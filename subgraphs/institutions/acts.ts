import type { Actor } from '#shared/actor.ts';
import { conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { changeInstitution } from './actions/changing/change-institution.ts';
import { changeLocation } from './actions/changing/change-location.ts';
import { changeUnit } from './actions/changing/change-unit.ts';
import { closeDaycare } from './actions/changing/close-daycare.ts';
import { moveDaycare } from './actions/changing/move-daycare.ts';
import { loadRegisterRows } from './actions/loading/load-register-rows.ts';
import { cancelPlanned } from './actions/planning/cancel-planned.ts';
import { registerInstitution } from './actions/registering/register-institution.ts';
import { registerLocation } from './actions/registering/register-location.ts';
import { registerUnit } from './actions/registering/register-unit.ts';
import { dismissDouble } from './actions/reviewing/dismiss-double.ts';
import { answerTransfer } from './actions/transferring/answer-transfer.ts';
import { proposeTransfer } from './actions/transferring/propose-transfer.ts';
import { registerIn } from './database/keeping/register.ts';
import { takesAway } from './domain/daycares/daycare-event.ts';
import type { DaycarePayload } from './domain/daycares/daycare-payload.ts';
import type { Register } from './domain/register-store.ts';
import { type AskedOf, askOthers, type OtherRegisters } from './domain/upkeep/ask-others.ts';
import { unasked, type Verdicts } from './domain/upkeep/judge-by-others.ts';
import type { Acts, Sent } from './graphql/context.ts';
import { timeOrderedId } from './outside/time-ordered-id.ts';

/** What every act works with: the store, the registers beside ours, and what is due before anything else is done. */
export interface ActsParts {
  readonly database: Database;
  readonly others: OtherRegisters;
  readonly executeDue: () => Promise<void>;
}

type Work<Told> = (register: Register, actor: Actor, told: Told, verdicts: Verdicts) => Promise<DaycarePayload>;

/** The register's acts as one actor. What was planned for today is done before what is asked today; other registers are asked before any lock. */
export function actsOf({ database, others, executeDue }: ActsParts, actor: Actor): Acts {
  const act =
    <Told>(name: string, work: Work<Told>, asked: (told: Told) => AskedOf = () => ({})) =>
    async (told: Told, sent: Sent): Promise<DaycarePayload> => {
      await executeDue();
      const [verdicts = unasked] = await askOthers(others, [asked(told)]);
      const payload = await conduct(
        database,
        { actor: actor.id, act: name, input: told, ...sent, takesAway: (result: DaycarePayload) => result.takesAway },
        (transaction) => work(registerIn(transaction, timeOrderedId), actor, told, verdicts),
      );
      return { ...payload, dryRun: sent.dryRun ?? false };
    };
  const once = async <Result>(
    name: string,
    work: (register: Register) => Promise<Result>,
    takes: (result: Result) => boolean = () => false,
  ) => {
    await executeDue();
    return conduct(database, { actor: actor.id, act: name, input: null, takesAway: takes }, (transaction) =>
      work(registerIn(transaction, timeOrderedId)),
    );
  };
  const cancel = act('cancelPlanned', cancelPlanned);
  return {
    registerInstitution: act('registerInstitution', registerInstitution),
    registerUnit: act('registerUnit', registerUnit, (told) => told),
    registerLocation: act('registerLocation', registerLocation, (told) => told),
    changeInstitution: act('changeInstitution', changeInstitution),
    changeUnit: act('changeUnit', changeUnit, ({ changes }) => changes),
    changeLocation: act('changeLocation', changeLocation, ({ changes }) => changes),
    moveUnit: act('moveUnit', (register, who, told) => moveDaycare(register, who, 'UNIT', told)),
    moveLocation: act('moveLocation', (register, who, told) => moveDaycare(register, who, 'LOCATION', told)),
    closeDaycare: act('closeDaycare', closeDaycare),
    cancelPlanned: (told) => cancel(told, {}),
    proposeTransfer: (told) => once('proposeTransfer', (register) => proposeTransfer(register, actor, told)),
    answerTransfer: async (told) => {
      const answered = await once(
        'answerTransfer',
        (register) => answerTransfer(register, actor, told),
        (result) => result.takesAway,
      );
      return answered.transfer;
    },
    dismissDuplicate: async (told) => {
      await once('dismissDuplicate', (register) => dismissDouble(register, actor, told));
      return true;
    },
    loadRegisterRows: (rows) =>
      once(
        'loadRegisterRows',
        (register) => loadRegisterRows(register, actor, rows),
        ({ steps }) => steps.some(takesAway),
      ),
  };
}

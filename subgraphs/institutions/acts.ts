import type { Actor } from '#shared/actor.ts';
import { type Conduct, conduct } from '#shared/conduct.ts';
import type { Database } from '#shared/database.ts';
import { changeInstitution } from './actions/changing/change-institution.ts';
import { changeLocation } from './actions/changing/change-location.ts';
import { type ChangeUnit, changeUnit } from './actions/changing/change-unit.ts';
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
import { registerReader } from './database/reading/register-reader.ts';
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
  /** Judges daycares anew by what the other registers say. */
  readonly review: (numbers: readonly string[]) => Promise<void>;
  /** Told after each act, for whoever remembers what was read before it. */
  readonly done: () => void;
}

type Work<Told> = (register: Register, actor: Actor, told: Told, verdicts: Verdicts) => Promise<DaycarePayload>;

/** How acts are done as one actor. What was planned for today is done before what is asked today; other registers are asked before any lock. */
function doneAs({ database, others, executeDue, done }: ActsParts, actor: Actor) {
  const carryOut = async <Result>(conducted: Omit<Conduct<Result>, 'actor'>, work: (register: Register) => Promise<Result>) => {
    try {
      return await conduct(database, { actor: actor.id, ...conducted }, async (transaction) =>
        work(registerIn(transaction, timeOrderedId)),
      );
    } finally {
      done();
    }
  };
  const act =
    <Told>(name: string, work: Work<Told>, asked: (told: Told) => AskedOf | Promise<AskedOf> = () => ({})) =>
    async (told: Told, sent: Sent): Promise<DaycarePayload> => {
      await executeDue();
      const [verdicts = unasked] = await askOthers(others, [await asked(told)]);
      const payload = await carryOut<DaycarePayload>(
        { act: name, input: told, ...sent, takesAway: (result) => result.takesAway },
        (register) => work(register, actor, told, verdicts),
      );
      return { ...payload, dryRun: sent.dryRun ?? false };
    };
  const once = async <Result>(
    name: string,
    work: (register: Register) => Promise<Result>,
    takes: (result: Result) => boolean = () => false,
  ) => {
    await executeDue();
    return carryOut<Result>({ act: name, input: null, takesAway: takes }, work);
  };
  return { act, once };
}

/** The register's acts as one actor. */
export function actsOf(parts: ActsParts, actor: Actor): Acts {
  const { database, others, review } = parts;
  const { act, once } = doneAs(parts, actor);
  const cancel = act('cancelPlanned', cancelPlanned);
  const change = act('changeUnit', changeUnit, (told) => askedOfUnit(database, told));
  return {
    registerInstitution: act('registerInstitution', registerInstitution),
    registerUnit: act('registerUnit', registerUnit, (told) => told),
    registerLocation: act('registerLocation', registerLocation, (told) => told),
    changeInstitution: act('changeInstitution', changeInstitution),
    changeUnit: async (told, sent) => reviewed(await change(told, sent), review),
    changeLocation: act('changeLocation', changeLocation, ({ changes }) => changes),
    moveUnit: act('moveUnit', (register, who, told) => moveDaycare(register, who, 'UNIT', told)),
    moveLocation: act('moveLocation', (register, who, told) => moveDaycare(register, who, 'LOCATION', told)),
    closeDaycare: act('closeDaycare', closeDaycare),
    cancelPlanned: (told) => cancel(told, {}),
    proposeTransfer: (told) => once('proposeTransfer', (register) => proposeTransfer(register, actor, told)),
    answerTransfer: async (told) =>
      (
        await once(
          'answerTransfer',
          (register) => answerTransfer(register, actor, told),
          (result) => result.takesAway,
        )
      ).transfer,
    dismissDuplicate: async (told) => {
      await once('dismissDuplicate', (register) => dismissDouble(register, actor, told));
      return true;
    },
    loadRegisterRows: async (rows) => {
      const verdicts = await askOthers(others, rows);
      return once(
        'loadRegisterRows',
        (register) => loadRegisterRows(register, actor, rows, verdicts),
        ({ steps }) => steps.some(takesAway),
      );
    },
  };
}

/** Locations whose company number went along have production units of their own, which nobody was asked about yet. */
async function reviewed(payload: DaycarePayload, review: ActsParts['review']): Promise<DaycarePayload> {
  if (!payload.dryRun) await review(payload.affected.slice(1).map(({ number }) => number));
  return payload;
}

/** What is told; a company number that is told alone is looked at together with the production unit that is there. */
async function askedOfUnit(database: Database, { number, changes }: ChangeUnit): Promise<AskedOf> {
  if (!changes.companyNumber || changes.productionUnitNumber !== undefined) return changes;
  const present = await registerReader(database).present.byNumbers([number]);
  return { ...changes, productionUnitNumber: present.get(number)?.productionUnitNumber };
}

import { expect } from '@jest/globals';
import type { asking } from '../../support/subgraphs.ts';
import { actorWith } from '../../support/subgraphs.ts';
import { type Command, moveFrom } from './random-history.ts';
import { nothing, type World } from './register-model.ts';

const agency = actorWith([{ role: 'AGENCY' }]);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A register, its clock, and what went wrong in it. */
export interface Living {
  readonly ask: ReturnType<typeof asking>;
  readonly clock: { now: number };
  readonly faults: readonly object[];
}

/** What a history came to: the world at its end and after each command, and where the feed stood when it began. */
export interface Lived {
  readonly world: World;
  readonly past: readonly { readonly at: number; readonly world: World }[];
  readonly start: string;
}

const refusals = /^(STATE_CONFLICT|INVALID_INPUT|CROSS_VALIDATION|HAS_OPEN_CHILDREN|DAYCARE_CLOSED|MOVE_ACROSS_MUNICIPALITY)$/;

/** Lives a history, command by command, beside the model; each command is taken or refused as the model says. */
export async function liveHistory(
  { ask, clock, faults }: Living,
  commands: readonly Command[],
  between: (world: World) => Promise<void> = async () => {},
): Promise<Lived> {
  const { data: begins } = await ask(agency, '{ daycares(first: 0) { feedPosition } }');
  let world: World = nothing;
  const plans = new Map();
  const past: { at: number; world: World }[] = [];
  for (const command of commands) {
    clock.now += command.pause * HOUR + MINUTE;
    // What is due is done before anything else; a try that keeps nothing will do.
    await ask(
      agency,
      'mutation { registerInstitution(dryRun: true, input: { name: "x", municipality: "0751", ownership: MUNICIPAL, legalBasis: DAYCARE_19_2 }) { dryRun } }',
    );
    await between(world);
    const versions = await versionsOf(ask, [...world.levels.keys()]);
    const move = moveFrom(command, world, plans, clock.now, (number) => versions.get(number)!);
    if (!move) continue;
    const { data, errors } = await act(ask, move.query, move.variables);
    const pending = new Map(plans);
    const expected = move.after(data?.act?.daycare?.number ?? 'G00000');
    if (!expected) {
      plans.clear();
      for (const [id, plan] of pending) plans.set(id, plan);
    }
    expect({ command, on: move.variables, taken: Boolean(data?.act), code: errors?.[0].extensions.code, faults }).toEqual({
      command,
      on: move.variables,
      taken: expected !== undefined,
      code: expected ? undefined : expect.stringMatching(refusals),
      faults: [],
    });
    if (expected) world = expected;
    past.push({ at: clock.now, world });
  }
  return { world, past, start: begins.daycares.feedPosition };
}

/** The version of each, in one question. */
async function versionsOf(ask: Living['ask'], numbers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (numbers.length === 0) return new Map();
  const { data } = await ask(agency, `{ ${numbers.map((number) => `${number}: daycare(number: "${number}") { version }`).join(' ')} }`);
  return new Map(numbers.map((number) => [number, data[number].version]));
}

/** Does what is asked; a transfer is proposed and consented to, and taken back where that is refused. */
async function act(ask: Living['ask'], query: string, variables: Record<string, unknown>) {
  if (query !== 'transfer') return ask(agency, query, variables);
  const proposed = await ask(
    agency,
    'mutation($n: InstitutionNumber!, $to: MunicipalityCode!, $on: Date!) { act: proposeTransfer(number: $n, to: $to, on: $on, reason: "border") { id } }',
    variables,
  );
  if (!proposed.data?.act) return proposed;
  const answered = await ask(agency, 'mutation($id: ID!) { act: answerTransfer(id: $id, accept: true) { daycare { number } } }', {
    id: proposed.data.act.id,
  });
  if (!answered.data?.act)
    await ask(agency, 'mutation($id: ID!) { answerTransfer(id: $id, accept: false) { id } }', { id: proposed.data.act.id });
  return answered;
}

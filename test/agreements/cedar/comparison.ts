import { asked, type Policy } from './cedar.ts';
import { decisionIn, isAbout, isForeseen } from './decision.ts';
import { knownDifferences } from './known-differences.ts';
import { type Asker, askers, classes, grounds, whose } from './product.ts';
import { type Row, rows, type Setting } from './rows.ts';

/** A case in which what Cedar decides and what one of our functions says differ. */
export interface Difference {
  readonly action: string;
  readonly asker: Asker;
  readonly setting: Setting;
  readonly voice: string;
  readonly ours: boolean;
}
/** A setting with all actions that are tried in it. */
interface Block {
  readonly setting: Setting;
  readonly rows: readonly Row[];
}

const nobodys = [{ inWords: 'no', isOwn: false, part: {} }];
const ofNoClass = [{ inWords: 'no class', agreementClass: 'OTHER', part: {} }] as const;

/** The whole product but for the askers. To a system neither daycare nor class matter; a sending has no class and nobody requested it yet. */
export const blocks: readonly Block[] = [...Map.groupBy(rows, ({ situations }) => situations)].flatMap(([situations, rows]) =>
  situations.flatMap((situation) => {
    const isAgreement = situation.about === 'Request' || situation.about === 'Access';
    return (isAgreement ? whose : nobodys).flatMap((whose) =>
      (isAgreement ? classes : ofNoClass).flatMap((agreementClass) =>
        (situation.about === 'System' ? grounds.slice(0, 1) : grounds).map((ground) => ({
          setting: { whose, ground, class: agreementClass, situation, subjects: new Map() },
          rows,
        })),
      ),
    );
  }),
);

export const numberOfCases = blocks.reduce((sum, { rows }) => sum + rows.length * askers.length, 0);

/** Where what Cedar decides and what our functions say differ. */
export function* differencesIn(among: readonly Block[]): Generator<Difference> {
  for (const { setting, rows } of among)
    for (const { action, ours } of rows) {
      const allows = decisionIn(told(action, setting));
      const voices = Object.entries(ours);
      for (const asker of askers) {
        const theirs = allows(asker.part);
        for (const [voice, says] of voices) {
          const said = says(asker, setting);
          if (said !== undefined && said !== theirs) yield { action, asker, setting, voice, ours: said };
        }
      }
    }
}

/** Which of the known differences this is, if any. */
export const knownAs = (difference: Difference) => knownDifferences.find(({ is }) => is(difference));

/** The differences of a kind in one line, with one example. */
export function tableOf(differences: readonly Difference[]): string[] {
  const kinds = Map.groupBy(
    differences,
    ({ action, voice, ours }) => `${voice} ${ours ? 'allows what Cedar denies' : 'denies what Cedar allows'} | ${action}`,
  );
  return [...kinds].map(([kind, all]) => `${kind} | ${all.length} times | as: ${inWords(all[0]!)}`);
}

const inWords = ({ asker, setting: { whose, ground, class: agreementClass, situation } }: Difference): string =>
  `${asker.inWords}; ${whose.inWords} ${situation.inWords}; ${ground.inWords}, ${agreementClass.inWords}`;

/** One asker in each setting, asked whole and of all policies at once: how many, and where that is decided otherwise than put together. */
export function askedWhole(): { cases: number; otherwise: string[] } {
  const questions = blocks.flatMap(({ setting, rows }) => rows.map(({ action }) => told(action, setting))).filter(isForeseen);
  const otherwise = questions.filter((question, index) => {
    const asker = askers[(index * 101) % askers.length]!.part;
    return (asked('all', { ...question, parts: [asker, ...question.parts] }).decision === 'allow') !== decisionIn(question)(asker);
  });
  return { cases: questions.length, otherwise: otherwise.map((question) => JSON.stringify(question)) };
}

/** Whether some case is decided otherwise without this policy. */
export const isNeeded = (policy: Policy): boolean =>
  blocks.some(({ setting, rows }) =>
    rows.some(({ action }) => {
      if (!isAbout(policy, action)) return false;
      const [withIt, without] = [decisionIn(told(action, setting)), decisionIn(told(action, setting), policy.id)];
      return askers.some(({ part }) => withIt(part) !== without(part));
    }),
  );

function told(action: string, { whose, ground, class: agreementClass, situation }: Setting) {
  return { action, about: situation.about, parts: [whose.part, ground.part, agreementClass.part, situation.part] } as const;
}

import type { KnownDaycare } from '../known-daycare.ts';
import type { Tie } from '../people/affiliation.ts';
import type { Person } from '../people/person.ts';

/** How long a proposal waits for the consent of the others. */
export const CONSENTS_WITHIN = 30 * 24 * 60 * 60 * 1000;

/** That a person gets another number, from the first controller who says so until every controller has, or it runs out. */
export interface Reidentification {
  readonly id: string;
  readonly uniId: string;
  /** What the new number is known by. */
  readonly hash: string;
  readonly keyVersion: number;
  readonly daycare: string;
  readonly reason: string;
  readonly openedBy: string;
  readonly openedAt: number;
  readonly expiresAt: number;
  readonly doneAt: number | null;
  /** Which identity went on, and which one led to it from then on; the same one twice where nobody else had the number. */
  readonly stays: string | null;
  readonly retired: string | null;
}

/** That a controller agrees, by whom and in which standing. */
export interface Consent {
  readonly reidentification: string;
  readonly controller: string;
  readonly daycare: string;
  readonly actor: string;
  readonly standing: string;
  readonly at: number;
}

/** A person with all ties that ever were. */
export interface Known {
  readonly person: Person;
  readonly ties: readonly Tie[];
}

/** Whose a number becomes: nobody else's before, or that of somebody who is the same person (P4). */
export interface Change {
  readonly subject: Known;
  readonly other: Known | undefined;
}

export interface Consequence {
  readonly kind: string;
  readonly count: number;
  readonly message: string;
}

/** Who answers for a daycare's persons (N16): the municipality for its own, else the daycare, a location's by its unit. */
export const controllerOf = ({
  ownership,
  municipality,
  unit,
  number,
}: Pick<KnownDaycare, 'ownership' | 'municipality' | 'unit' | 'number'>) =>
  ownership === 'MUNICIPAL' ? `municipality ${municipality}` : `daycare ${unit ?? number}`;

const present = ({ ties }: Known): readonly Tie[] => ties.filter(({ to }) => to === null);
const begunAt = ({ ties, person }: Known): number => Math.min(person.validFrom, ...ties.map(({ from }) => from));

/** Which of two identities of one person goes on: the one in use, so that nobody loses their login; else the one that was first (I26). */
export function whoStays({ subject, other }: Change): { readonly stays: Known; readonly retires: Known | undefined } {
  if (!other) return { stays: subject, retires: undefined };
  const inUse = [subject, other].filter(({ person }) => person.state === 'ACTIVATED');
  const [stays] = inUse.length === 1 ? inUse : [subject, other].sort((one, another) => begunAt(one) - begunAt(another));
  return stays === other ? { stays: other, retires: subject } : { stays: subject, retires: other };
}

const placeOf = ({ daycare, system, source, role }: Tie) => [daycare, system, source, role].join('\n');

/** Present ties of the one that retires that say what a tie of the other says already: same source, same role. */
export function doubledTies(change: Change): readonly { readonly double: Tie; readonly kept: Tie }[] {
  const { stays, retires } = whoStays(change);
  const standing = new Map(present(stays).map((tie) => [placeOf(tie), tie]));
  return (retires ? present(retires) : []).flatMap((double) => {
    const kept = standing.get(placeOf(double));
    return kept ? [{ double, kept }] : [];
  });
}

/** What the change comes to, as counts: nothing of persons that the asker may not read. */
export function consequencesOf(change: Change): Consequence[] {
  const { stays, retires } = whoStays(change);
  const doubles = doubledTies(change).length;
  const moved = retires ? present(retires).length - doubles : 0;
  const told = new Set([...present(stays), ...(retires ? present(retires) : [])].map(({ daycare }) => daycare)).size;
  const all: Consequence[] = [
    { kind: 'NUMBER_CHANGES', count: 1, message: 'The person is known by the new number; the former one leads to the same identity.' },
    { kind: 'IDENTITY_RETIRES', count: retires ? 1 : 0, message: 'One of two identities retires and points to the other, which stays.' },
    { kind: 'TIES_MOVE', count: moved, message: 'Ties go over to the identity that stays.' },
    { kind: 'TIES_END', count: doubles, message: 'Ties end that say the same as one of the identity that stays.' },
    { kind: 'DAYCARES_TOLD', count: told, message: 'Daycares whose feeds tell of it.' },
  ];
  return all.filter(({ count }) => count > 0);
}

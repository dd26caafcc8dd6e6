import type { DaycareType, LegalBasis, Ownership } from './daycare.ts';

interface Fitting {
  readonly legalBases: readonly LegalBasis[];
  readonly types: readonly DaycareType[];
}

const daycares = ['NURSERY', 'KINDERGARTEN', 'AGE_INTEGRATED', 'KINDERGARTEN_FROM_TWO'] as const;

/** Which section of law and which kinds fit a form of ownership (R22), as it is in force from a day on. */
export interface Matrix {
  readonly edition: string;
  readonly from: number;
  readonly fitting: Readonly<Record<Ownership, Fitting>>;
}

/**
 * The matrix through time, oldest first: a change of the law is an edition more, never a change of one. What the register holds
 * is judged anew when an edition comes into force. The official table is not published; the first is ours (Q2).
 */
export const matrices: readonly Matrix[] = [
  {
    edition: '1',
    from: Number.NEGATIVE_INFINITY,
    fitting: {
      MUNICIPAL: {
        legalBases: ['DAYCARE_19_2', 'DAYCARE_19_2_SCHOOL_24A', 'DAYCARE_21_2', 'DAYCARE_52', 'DAYCARE_66', 'SOCIAL_32', 'SOCIAL_36'],
        types: [...daycares, 'CHILDMINDING', 'LEISURE_HOME', 'CLUB', 'SPECIAL'],
      },
      SELF_OWNED: {
        legalBases: ['DAYCARE_19_3', 'DAYCARE_52', 'DAYCARE_66', 'SOCIAL_32', 'SOCIAL_36'],
        types: [...daycares, 'LEISURE_HOME', 'CLUB', 'SPECIAL'],
      },
      PRIVATE: {
        legalBases: ['DAYCARE_19_5', 'DAYCARE_21_3', 'DAYCARE_52', 'DAYCARE_66'],
        types: [...daycares, 'CHILDMINDING', 'LEISURE_HOME', 'CLUB'],
      },
      OUTSOURCED: { legalBases: ['DAYCARE_19_4', 'DAYCARE_21_3'], types: [...daycares, 'CHILDMINDING'] },
    },
  },
];

/** The matrix in force at an instant. */
export function matrixAt(instant: number): Matrix {
  const found = matrices.findLast(({ from }) => from <= instant);
  if (!found) throw new Error('No matrix is in force at that instant.');
  return found;
}

type Triple = { readonly ownership: Ownership; readonly legalBasis: LegalBasis | null; readonly type: DaycareType | null };

/** Why these do not go together at that time, in a sentence; undefined where they do. What is not known is not judged. */
export function misfit({ ownership, legalBasis, type }: Triple, instant: number): string | undefined {
  const { legalBases, types } = matrixAt(instant).fitting[ownership];
  if (legalBasis && !legalBases.includes(legalBasis)) return `${ownership} goes with one of ${legalBases.join(', ')}.`;
  if (type && !types.includes(type)) return `${ownership} goes with one of ${types.join(', ')}.`;
  return undefined;
}

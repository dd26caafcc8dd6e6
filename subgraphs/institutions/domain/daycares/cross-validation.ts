import type { DaycareType, LegalBasis, Ownership } from './daycare.ts';

interface Fitting {
  readonly legalBases: readonly LegalBasis[];
  readonly types: readonly DaycareType[];
}

const daycares = ['NURSERY', 'KINDERGARTEN', 'AGE_INTEGRATED', 'KINDERGARTEN_FROM_TWO'] as const;

/** Which section of law and which kinds fit a form of ownership (R22). The official table is not published; this is version 1 of ours. */
export const fitting = {
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
} as const satisfies Record<Ownership, Fitting>;

/** Why these do not go together, in a sentence; undefined where they do. What is not known is not judged. */
export function misfit(facts: { ownership: Ownership; legalBasis: LegalBasis | null; type: DaycareType | null }): string | undefined {
  const { legalBases, types }: Fitting = fitting[facts.ownership];
  if (facts.legalBasis && !legalBases.includes(facts.legalBasis)) return `${facts.ownership} goes with one of ${legalBases.join(', ')}.`;
  if (facts.type && !types.includes(facts.type)) return `${facts.ownership} goes with one of ${types.join(', ')}.`;
  return undefined;
}

import { foldText } from '../searching/fold-text.ts';

/** A name by what tells places apart. */
export interface NameWords {
  /** The whole name, folded. */
  readonly whole: string;
  /** Its words without those that many names have; all of them where there are no others. */
  readonly telling: readonly string[];
  /** Its figures and single letters, which set a house apart from its sister: 2, II, B. */
  readonly marks: string;
}

// What kind of place it is, whose it is, and small words; folded.
const generic = new Set(
  (
    'boernehave boernehaven boernehus boernehuset boernehuse boernehusene boernegaard boernegaarden boerneinstitution boerneinstitutionen ' +
    'boernecenter boernecentret boerneunivers boerneuniverset bh vuggestue vuggestuen daginstitution daginstitutionen daginst dii ' +
    'institution institutionen inst ins dagtilbud dagtilbuddet dagpleje dagplejen dagpl dpl flerboernsdagpleje flerboernsdagplejen ' +
    'puljedagpleje legestue legestuen fritidshjem fritidshjemmet fritidscenter fritidsklub fritidsklubben ' +
    'klub klubben integreret integrerede aldersintegreret aldersintegrerede aldersint afd afdeling afdelingen hus huset privat private ' +
    'kommunal kommunale kommune selvejende den det de i og ved paa af aar'
  ).split(' '),
);

export function nameWords(name: string): NameWords {
  const whole = foldText(name);
  const words = whole.split(' ');
  const isMark = (word: string) => /^(\d+\p{L}?|\p{L}|ii|iii|iv|vi)$/u.test(word) && word !== 'i';
  const plain = words.filter((word) => !isMark(word));
  const telling = plain.filter((word) => !generic.has(word));
  return { whole, telling: telling.length > 0 ? telling : plain, marks: words.filter(isMark).join(' ') };
}

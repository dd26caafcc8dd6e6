const letters: Readonly<Record<string, string>> = {
  'a\u030a': 'aa',
  'a\u0308': 'ae',
  'o\u0308': 'oe',
  æ: 'ae',
  ø: 'oe',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
};

/** A text as it is compared: lower case, the letters of the Danish alphabet spelt out, accents off, all but letters and figures a space. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/a\u030a|[ao]\u0308|[æøßðþł]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const spelt = /aa|ae|oe/g;
// As spelt, with all letters bare, then with some: who types ø as o may still type å as aa.
const bare: readonly (readonly string[])[] = [[], ['aa', 'ae', 'oe'], ['oe'], ['aa', 'oe'], ['ae', 'oe'], ['aa'], ['ae'], ['aa', 'ae']];

/** Every folding under which a text is found, so that København, Koebenhavn and Kobenhavn, Aarhus, Århus and Arhus are the same; the spelt one first. */
export function foldingsOf(text: string): readonly string[] {
  const folded = foldText(text);
  return [...new Set(bare.map((pairs) => folded.replaceAll(spelt, (pair) => (pairs.includes(pair) ? pair.charAt(0) : pair))))];
}

/** The words of the texts, each once: as they are spelt, and what else their foldings make of them. */
export function searchWords(texts: readonly string[]): { readonly spelt: readonly string[]; readonly otherwise: readonly string[] } {
  const spelt = new Set(texts.flatMap((text) => foldText(text).split(' ')).filter(Boolean));
  const otherwise = new Set([...spelt].flatMap(foldingsOf).filter((word) => !spelt.has(word)));
  return { spelt: [...spelt], otherwise: [...otherwise] };
}

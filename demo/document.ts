/** A made-up placement-system document: one daycare's users, whose national numbers can belong to nobody (day + 60). */
export function demoDocument(
  daycare: string,
  sourceDateTime: Date,
  { children = 12, seed = Number(daycare.slice(1)) }: { readonly children?: number; readonly seed?: number } = {},
) {
  const pick = picker(seed);
  const number = numbers(seed);
  const families = Array.from({ length: children }, () => pick(familyNames));
  const parent = (child: number, nth: number) => {
    const family = families[child] ?? 'Holm';
    const isProtected = child === 0 && nth === 0;
    return {
      localPersonId: `K${child + 1}-${nth + 1}`,
      relation: nth === 0 ? 'Mor' : 'Far',
      hasCustody: !(child === 2 && nth === 1),
      accessLevel: child === 2 && nth === 1 ? 1 : 2,
      person: {
        firstName: pick(nth === 0 ? women : men),
        familyName: family,
        nationalNumber: number(1985 + (child % 8), nth === 0),
        gender: nth === 0 ? 'K' : 'M',
        email: `${family.toLowerCase()}.${daycare.toLowerCase()}.${child + 1}.${nth + 1}@parents.example`,
        phones: [{ kind: 'MOBILE', number: `+45 00 00 ${String(child).padStart(2, '0')} ${String(nth).padStart(2, '0')}` }],
        ...(isProtected && { protected: true, aliasFirstName: 'Alva', aliasFamilyName: 'Alias' }),
      },
    };
  };
  const group = (child: number) => (child % 2 === 0 ? 'Rød stue' : 'Blå stue');
  const persons = [
    ...families.map((family, child) => ({
      localPersonId: `B${child + 1}`,
      person: {
        firstName: pick(child % 2 ? boys : girls),
        familyName: family,
        nationalNumber: number(2022 + (child % 3), child % 2 === 0),
        birthDate: null,
        gender: child % 2 ? 'M' : 'K',
      },
      child: { mainGroup: group(child), level: 'DT', contacts: [parent(child, 0), parent(child, 1)] },
    })),
    ...[
      ['Leder', 'A1'],
      ['Pædagog', 'A2'],
      ['Pædagog', 'A3'],
      ['Vikar', 'A4'],
    ].map(([position, localPersonId], nth) => ({
      localPersonId,
      person: {
        firstName: pick(women),
        familyName: pick(familyNames),
        nationalNumber: number(1970 + nth, true),
        gender: 'K',
        email: `${localPersonId?.toLowerCase()}.${daycare.toLowerCase()}@daycare.example`,
      },
      employee: { positions: [position], shortName: localPersonId, groups: [group(nth)] },
    })),
  ];
  return {
    daycare,
    source: 'Pladsanvisning',
    sourceDateTime: sourceDateTime.toISOString(),
    groups: ['Rød stue', 'Blå stue'].map((name) => ({ localId: name, name, type: 'Hovedgruppe' })),
    persons,
  };
}
export type DemoDocument = ReturnType<typeof demoDocument>;

const girls = ['Alma', 'Ella', 'Freja', 'Ida', 'Karla', 'Nora'];
const boys = ['Aksel', 'Elias', 'Felix', 'Oscar', 'Villads', 'Åge'];
const women = ['Birgit', 'Camilla', 'Dorthe', 'Helle', 'Louise', 'Maja'];
const men = ['Anders', 'Bo', 'Claus', 'Jens', 'Morten', 'Søren'];
const familyNames = ['Andersen', 'Bæk', 'Christiansen', 'Dalgård', 'Ebbesen', 'Frost', 'Gram', 'Høj', 'Iversen', 'Juhl', 'Kjær', 'Ørsted'];

/** A repeatable choice: the same seed makes the same country. */
function picker(seed: number) {
  let state = seed >>> 0;
  return (from: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[state % from.length] ?? '';
  };
}

/** National numbers of nobody: the day is 61 to 91, and the serial counts on from the seed. */
function numbers(seed: number) {
  let serial = (seed * 37) % 5000;
  return (year: number, isWoman: boolean): string => {
    serial = (serial + 1) % 5000;
    const day = 61 + (serial % 28);
    const month = 1 + (serial % 12);
    return `${day}${String(month).padStart(2, '0')}${String(year % 100).padStart(2, '0')}${String(4000 + serial - (serial % 2) + (isWoman ? 0 : 1)).slice(-4)}`;
  };
}

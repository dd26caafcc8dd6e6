import { child, contact, employee, numberOf } from './neighbourhood.ts';
import type { ImportsModel, Line, Lines, ModelDocument } from './imports-model.ts';

type Roll = (most: number) => number;

const serials: Record<string, number> = { e: 1000, k: 2000, c: 3000 };
const serialOf = (id: string) => (serials[id[0] ?? ''] ?? 0) + Number(id.slice(1));

const pick = <Item>(roll: Roll, items: readonly Item[]): Item | undefined => items[roll(items.length || 1)];

function randomLine(roll: Roll, id: string): Line {
  const contacts = id.startsWith('k') ? [...new Set(Array.from({ length: roll(3) }, () => `c${roll(6)}`))] : null;
  return { name: `${id}n${roll(3)}`, contacts };
}

/** A picture that comes of another by a few changes; now and then by losing half of it. */
function nextLines(roll: Roll, before: Lines): Lines {
  const lines = new Map(before);
  if (lines.size > 8 && roll(3) === 0) for (const id of [...lines.keys()]) if (roll(5) < 3) lines.delete(id);
  for (let change = lines.size < 6 ? 12 : roll(5); change >= 0; change--) {
    const id = roll(3) === 0 ? `k${roll(8)}` : `e${roll(16)}`;
    if (lines.has(id) && roll(3) === 0) lines.delete(id);
    else lines.set(id, randomLine(roll, id));
  }
  return lines;
}

/** A document for a source: mostly newer than all before, whole or changes, and now and then against another run than stands. */
export function randomDocument(roll: Roll, model: ImportsModel, key: string, time: number): ModelDocument {
  const before = model.source(key).lines;
  const to = nextLines(roll, before);
  const base = roll(8) === 0 ? (pick(roll, model.runs)?.id ?? 'none') : model.lastRun(key);
  if (base === null || roll(2) === 0) return { time, lines: to, base: null, ended: [] };
  const changed = new Map([...to].filter(([id, line]) => JSON.stringify(before.get(id)) !== JSON.stringify(line)));
  return { time, lines: changed, base, ended: [...before.keys()].filter((id) => !to.has(id)) };
}

/** The document as it is sent. */
export function asSent(key: string, { time, lines, base, ended }: ModelDocument) {
  const [daycare, , source] = key.split(' ');
  const persons = [...lines].map(([id, { name, contacts }]) => {
    const who = { id, first: name, number: numberOf(serialOf(id)) };
    if (contacts === null) return employee(who);
    return child(who, { contacts: contacts.map((each) => contact({ id: each, first: each, number: numberOf(serialOf(each)) })) });
  });
  return { daycare, source, sourceDateTime: new Date(time).toISOString(), persons, ...(base !== null && { baseRun: base, ended }) };
}

/** A number that belongs to nobody (day + 60), as the system may never write it anywhere. */
export interface KnownNumbers {
  /** Each as its digits, well-formed and malformed. */
  readonly digits: ReadonlySet<string>;
  /** The next number, in the next way of writing: with dash, without, with spaces. */
  next(): string;
  /** The next that is written as its ten digits alone. */
  plain(): string;
  /** The next that is none: a digit too few or too many, or a letter between. */
  malformed(): string;
  /** How many were given out so far, each one counted once. */
  readonly used: () => number;
}

const writings: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => `${digits.slice(0, 6)}-${digits.slice(6)}`,
  (digits) => `${digits.slice(0, 6)} ${digits.slice(6)}`,
  (digits) => `${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4, 6)} ${digits.slice(6)}`,
];
const faults: readonly ((digits: string) => string)[] = [
  (digits) => `${digits.slice(0, 6)}-${digits.slice(6, 9)}`,
  (digits) => `${digits}7`,
  (digits) => `${digits.slice(0, 9)}X`,
  (digits) => `99${digits.slice(2)}`,
];

/** A thousand numbers, the same each time: nine in ten well-formed, and given out again from the first when all are. */
export function knownNumbers(count = 1_000): KnownNumbers {
  const drawn = [...new Set(Array.from({ length: count * 2 }, (_, nth) => numberAt(nth)))].slice(0, count);
  const sound = drawn.slice(0, count * 0.9);
  const broken = drawn.slice(count * 0.9).map((digits, nth) => faults[nth % faults.length]!(digits));
  const given = new Set<string>();
  const turns = { sound: 0, broken: 0, writing: 0 };
  const give = (written: string) => {
    given.add(written.replaceAll(/\D/g, ''));
    return written;
  };
  const plain = () => give(sound[turns.sound++ % sound.length]!);
  return {
    digits: new Set([...sound, ...broken].map((written) => written.replaceAll(/\D/g, ''))),
    next: () => writings[turns.writing++ % writings.length]!(plain()),
    plain,
    malformed: () => give(broken[turns.broken++ % broken.length]!),
    used: () => given.size,
  };
}

/** A number by its place in a row that looks like chance. */
function numberAt(nth: number): string {
  let state = (nth + 1) * 0x9e3779b1;
  const draw = (below: number) => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
    return state % below;
  };
  const two = (number: number) => String(number).padStart(2, '0');
  return `${61 + draw(28)}${two(1 + draw(12))}${two(draw(100))}${String(1000 + draw(9000))}`;
}

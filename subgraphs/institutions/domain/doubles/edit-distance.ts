/** How many letters must be put in, left out or changed to make one word of another; where it is more than the most that matters, that plus one. */
export function editDistance(one: string, other: string, most: number): number {
  const start = sharedLength(one, other, (word, index) => word.charCodeAt(index));
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  const end = sharedLength(rest, otherRest, (word, index) => word.charCodeAt(word.length - 1 - index));
  return distance(rest.slice(0, rest.length - end), otherRest.slice(0, otherRest.length - end), most);
}

/** What two words begin, or end, with alike costs nothing; mostly it is nearly all of them. */
function sharedLength(one: string, other: string, letterAt: (word: string, index: number) => number): number {
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && letterAt(one, shared) === letterAt(other, shared)) shared += 1;
  return shared;
}

function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    above = current;
  }
  return Math.min(above[other.length] ?? 0, most + 1);
}

const HOUR = 3_600_000;
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' });
const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;

/**
 * The instant that an xs:dateTime names, in milliseconds; undefined where it names none. Without a zone it is what the clock shows
 * in Denmark: the earlier one of the hour that comes twice.
 */
export function toldInstant(text: string): number | undefined {
  const [, local, fraction = '', zone] = written.exec(text) ?? [];
  if (!local) return undefined;
  const instant = Date.parse(`${local}${fraction}${zone ?? 'Z'}`);
  if (Number.isNaN(instant)) return undefined;
  if (zone) return instant;
  const shows = local.replace('T', ' ');
  return [instant - 2 * HOUR, instant - HOUR].find((each) => clock.format(each) === shows);
}

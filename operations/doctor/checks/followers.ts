import { fromCursor } from '#shared/cursor.ts';
import { CLOCK_STEP, LEASE } from '#shared/lease.ts';
import type { SubgraphName } from '../../../gateway/subgraphs.ts';
import type { Check } from '../checks.ts';
import { fail, type Finding, ok, span, warn } from '../finding.ts';
import { hasTable, type Store } from '../stores.ts';

/** Who follows whose log. What agreements hear of uses is told by no log, and nothing rests on it. */
const follows: Readonly<Partial<Record<SubgraphName, readonly SubgraphName[]>>> = {
  agreements: ['institutions'],
  identities: ['institutions', 'agreements'],
};

const MUCH_BEHIND = 1_000;

/** How far each follower has come in the log it follows, and whether what it was told may still be gone by. */
export const checkFollowers: Check = async ({ stores, installation: { runs } }) => {
  const byName = new Map(stores.map((store) => [store.subgraph, store]));
  const pairs = stores.flatMap((follower) =>
    (follows[follower.subgraph] ?? []).map((feed) => ({ follower, feed, followed: byName.get(feed) })),
  );
  return Promise.all(pairs.map((pair) => judge(pair, runs)));
};

interface Pair {
  readonly follower: Store;
  readonly feed: SubgraphName;
  readonly followed: Store | undefined;
}

async function judge({ follower, feed, followed }: Pair, runs: boolean): Promise<Finding> {
  const about = `${follower.subgraph} follows`;
  const state = (await hasTable(follower, 'follower_state'))
    ? (await follower.ask('SELECT `cursor`, validUntil FROM follower_state WHERE feed = ?', feed))[0]
    : undefined;
  if (!state)
    return warn(
      about,
      `${feed}: it has never followed it.`,
      `Start ${follower.subgraph} with ${urlSetting(feed)} set, and look at its log for "following".`,
    );
  const behind = followed && (await distance(followed, String(state.cursor ?? '')));
  if (behind === 'OTHER LOG') return otherLog(about, feed, follower.subgraph);
  const told = `${feed}, ${behind === undefined ? 'whose database is not named' : `${behind} events behind`}`;
  const left = Number(state.validUntil) - Date.now();
  if (left > LEASE + CLOCK_STEP)
    return fail(
      about,
      `${told}; its lease ends ${span(left)} from now, as one of a clock that was set back.`,
      'Set the clocks by a time service; gated reads answer UNAVAILABLE until the lease is renewed.',
    );
  if (left > 0) return (behind ?? 0) > MUCH_BEHIND ? slow(about, told) : ok(about, `${told}; its lease holds.`);
  const since = Number(state.validUntil) === 0 ? 'it has had no lease yet' : `its lease ended ${span(left)} ago`;
  if (!runs) return ok(about, `${told}; ${since}, as it does where nothing runs.`);
  return fail(
    about,
    `${told}; ${since}, so gated reads and decisions answer UNAVAILABLE.`,
    `See whether ${feed} is ready, and look for "following" in the log of ${follower.subgraph}: the reason stands there.`,
  );
}

const urlSetting = (feed: SubgraphName): string => `${feed.toUpperCase()}_URL`;

const slow = (about: string, told: string): Finding =>
  warn(about, `${told}; its lease holds.`, 'Look again in a minute: if it grows, the follower is too slow for what is written.');

/** The register tells each daycare as it is now, so its news may be heard again from the start; what agreements tell happened once. */
const heardAgain: Readonly<Partial<Record<SubgraphName, string>>> = {
  institutions: `, or let it hear all again: UPDATE follower_state SET \`cursor\` = NULL, validUntil = 0 WHERE feed = 'institutions'`,
};

const otherLog = (about: string, feed: SubgraphName, follower: string): Finding =>
  fail(
    about,
    `${feed}, of whose log it holds a place that is not in it: a backup was put back there and not here.`,
    `Put back the backup of ${follower} that was taken before that of ${feed}${heardAgain[feed] ?? ''}.`,
  );

/** How many events of a log come behind a cursor. */
async function distance({ ask }: Store, cursor: string): Promise<number | 'OTHER LOG'> {
  const [head] = await ask('SELECT logId, `position` FROM event_log_head WHERE id = 1');
  const end = Number(head?.position ?? 0);
  if (cursor === '') return end;
  const [logId, position, prefix] = placeIn(cursor);
  if (logId !== head?.logId || Number(position) > end) return 'OTHER LOG';
  if (position === 0) return end;
  const [event] = await ask('SELECT hash FROM event_log WHERE `position` = ?', Number(position));
  return String(event?.hash ?? '').startsWith(String(prefix)) ? end - Number(position) : 'OTHER LOG';
}

function placeIn(cursor: string): readonly (string | number)[] {
  try {
    return fromCursor('feed', cursor);
  } catch {
    return [];
  }
}

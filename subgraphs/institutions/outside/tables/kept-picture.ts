import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { UnusableFile } from './unusable-file.ts';

/** What a file said when it was read, and what is to be said of the reading, if anything. */
export interface Reading<Picture> {
  readonly picture: Picture;
  readonly remark: string | undefined;
}

interface Source<Picture> {
  /** How the file is called where something is the matter with it. */
  readonly called: string;
  readonly path: string;
  readonly read: (path: string) => Promise<Reading<Picture>>;
  readonly report: (because: string) => void;
}

/** A file's picture in memory. */
export interface KeptPicture<Picture> {
  /** Which file answers; with a plus while a changed one is read and what was before may still answer. To be asked before what it is noted with. */
  edition(): Promise<string>;
  /** What answers now; undefined where there is no file that can be used. */
  current(): Promise<Picture | undefined>;
}

const absent = 'absent';

/** Keeps what a file says: read at the first question, and again when it changed; the older picture answers while a newer one is read. */
export function keptPicture<Picture>({ called, path, read, report }: Source<Picture>): KeptPicture<Picture> {
  let held: { readonly edition: string; readonly picture: Picture | undefined } | undefined;
  let reading: Promise<void> | undefined;
  const say = onceEach((because) => report(`${called} ${path} ${because}`));

  async function readNow(edition: string): Promise<void> {
    const outcome = await attempt(edition, () => read(path));
    if ((await editionOf(path)) !== edition) return say('moving', 'changed while it was read; put a finished copy in its place.');
    held = { edition: outcome.again ? absent : edition, picture: outcome.picture };
    say(edition, outcome.remark);
  }

  async function current(): Promise<Picture | undefined> {
    const there = await editionOf(path);
    if (held?.edition === there) return held.picture;
    const begun = reading;
    reading ??= readNow(there).finally(() => {
      reading = undefined;
    });
    if (held?.picture && there !== absent) return held.picture;
    await reading;
    return begun ? current() : held?.picture; // what was begun before may have been an older file
  }

  async function edition(): Promise<string> {
    const there = await editionOf(path);
    if (there === absent || !held || held.edition === there) return there;
    void current();
    return `${there}+`;
  }

  return { edition, current };
}

/** Says what is the matter with an edition once, until there is something else to say or nothing. */
function onceEach(tell: (because: string) => void): (edition: string, because: string | undefined) => void {
  let said = '';
  return (edition, because) => {
    const saying = because === undefined ? '' : `${edition} ${because}`;
    if (because !== undefined && saying !== said) tell(because);
    said = saying;
  };
}

/** How reading went; what may go better another time is tried again at the next question. */
interface Outcome<Picture> {
  readonly picture?: Picture;
  readonly remark: string | undefined;
  readonly again?: true;
}

async function attempt<Picture>(edition: string, read: () => Promise<Reading<Picture>>): Promise<Outcome<Picture>> {
  if (edition === absent) return { remark: 'cannot be read; put it there, readable, or set up none.' };
  try {
    return await read();
  } catch (fault) {
    const because = fault instanceof Error ? fault.message : String(fault);
    return fault instanceof UnusableFile ? { remark: because } : { remark: `cannot be read: ${because}`, again: true };
  }
}

async function editionOf(path: string): Promise<string> {
  try {
    const found = await stat(path, { bigint: true });
    await access(path, constants.R_OK);
    return found.isFile() ? `${found.mtimeNs}-${found.size}` : absent;
  } catch {
    return absent;
  }
}

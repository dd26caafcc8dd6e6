import { readFileSync, unwatchFile, watchFile } from 'node:fs';

const LOOKED_AT_MS = 1_000;

/** Looks whether the supergraph's file holds another text, once a second, as works on every file system; one change is seen through before the next. */
export function watchSupergraphFile(path: string, changed: (text: string) => Promise<void>): () => void {
  let known = readFileSync(path, 'utf8');
  let working = Promise.resolve();
  const look = () => {
    working = working.then(async () => {
      const text = textAt(path);
      if (text === undefined || text === known) return;
      known = text;
      await changed(text);
    });
  };
  watchFile(path, { interval: LOOKED_AT_MS, persistent: false }, look);
  return () => unwatchFile(path, look);
}

/** Nothing while somebody is putting another file in its place. */
function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8') || undefined;
  } catch {
    return undefined;
  }
}

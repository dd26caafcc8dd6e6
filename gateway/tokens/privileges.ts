import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A privilege that a national login told of somebody, and over what: a company number or a production unit's, as a URN. */
export interface Privilege {
  readonly scope: string;
  readonly privilege: string;
}

/** Basic Privilege Profile, in its versions. */
const namespaces = new Set(['http://itst.dk/oiosaml/basic_privilege_profile', 'http://digst.dk/oiosaml/basic_privilege_profile']);
const MOST_CHARACTERS = 16 * 1024;
const MOST_PRIVILEGES = 200;

/** The privileges in a claim: the profile's XML in base64, once or in a list. Nothing where any of it cannot be read whole. */
export function privilegesIn(claim: unknown): readonly Privilege[] | undefined {
  const texts = Array.isArray(claim) ? claim : [claim];
  const found: Privilege[] = [];
  for (const text of texts) {
    const read =
      typeof text === 'string' && text.length <= MOST_CHARACTERS ? privilegesOf(Buffer.from(text, 'base64').toString('utf8')) : undefined;
    if (!read) return undefined;
    found.push(...read);
  }
  return found.length > MOST_PRIVILEGES ? undefined : found;
}

interface Group {
  readonly scope: string;
  readonly privileges: string[];
  isConstrained: boolean;
}

function privilegesOf(xml: string): readonly Privilege[] | undefined {
  const groups: Group[] = [];
  const path: string[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  const stop = () => {
    throw new Error('It is not the profile.');
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('processinginstruction', stop);
  parser.on('opentag', (tag) => {
    path.push(nameIn(tag, path.length));
    text = '';
    if (isAt(path, 'PrivilegeGroup'))
      groups.push({ scope: String(tag.attributes.Scope?.value ?? ''), privileges: [], isConstrained: false });
    // What narrows a group down in a way that is not understood here gives nobody anything.
    else if (path.length > 2 && !isAt(path, 'PrivilegeGroup', 'Privilege'))
      for (const group of groups.slice(-1)) group.isConstrained = true;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    if (isAt(path, 'PrivilegeGroup', 'Privilege')) groups.at(-1)?.privileges.push(text.trim());
    path.pop();
    text = '';
  });
  try {
    parser.write(xml).close();
  } catch {
    return undefined;
  }
  return groups
    .filter(({ isConstrained }) => !isConstrained)
    .flatMap(({ scope, privileges }) => privileges.map((privilege) => ({ scope: scope.trim(), privilege })));
}

/** The root is the profile's; what stands in it has its namespace or none. */
function nameIn({ local, uri }: SaxesTagNS, depth: number): string {
  const isOfProfile = namespaces.has(uri) || (depth > 0 && uri === '');
  if (!isOfProfile || (depth === 0 && local !== 'PrivilegeList')) throw new Error('It is not the profile.');
  return local;
}

const isAt = (path: readonly string[], ...names: readonly string[]): boolean =>
  path.length === names.length + 1 && names.every((name, index) => path[index + 1] === name);

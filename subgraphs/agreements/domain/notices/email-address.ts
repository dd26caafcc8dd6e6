const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;
// Nothing that could end a line or an address stands here, so no address can write a header.
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const host = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** The address as it is kept and written to: trimmed, in small letters, its domain in ASCII; undefined where it is none. */
export function emailAddressOf(text: string): string | undefined {
  const parts = text.trim().toLowerCase().split('@');
  const [local = '', domain = ''] = parts;
  if (parts.length !== 2 || local.length > LONGEST_LOCAL_PART || !localPart.test(local)) return undefined;
  const ascii = inAscii(domain);
  const address = `${local}@${ascii}`;
  return ascii !== undefined && host.test(ascii) && address.length <= LONGEST ? address : undefined;
}

/** A domain with Danish letters has an ASCII form in which mail servers know it. */
function inAscii(domain: string): string | undefined {
  if (!/^[\p{L}\p{N}.-]+$/u.test(domain)) return undefined;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : undefined;
}

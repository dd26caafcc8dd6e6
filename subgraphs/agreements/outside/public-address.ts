import { BlockList, isIP } from 'node:net';

const notPublic = new BlockList();
// Every range that IANA sets apart: private, shared, link-local, documentation, benchmarking, multicast, reserved.
// biome-ignore format: a table
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv4');

const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
// Within what is given out: what only wraps an older address, or is for documentation and tests.
// biome-ignore format: a table
for (const [network, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) notPublic.addSubnet(network, prefix, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an address is one of the open internet's. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  return isIP(address) === 6 && given.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Whether an address is this very machine's. */
export const isLoopbackAddress = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether a host may be named: of an address that it is one of the open internet's, of a name it shows when it is called. */
export const mayBeNamed = (host: string): boolean => isIP(host) === 0 || isPublicAddress(host);

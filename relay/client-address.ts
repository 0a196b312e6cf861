import { BlockList, isIP } from 'node:net';

/** The servers in front that are believed, by address and network. */
export type Proxies = Pick<BlockList, 'check'>;

const THIS_MACHINE = '127.0.0.0/8, ::1';
const MAX_PREFIX = { ipv4: 32, ipv6: 128 } as const;

/**
 * @param text such as `10.0.0.5, 172.16.0.0/12`; empty: this machine
 * @returns `null`: that names no address
 */
export function readProxies(text: string): Proxies | null {
  const proxies = new BlockList();
  for (const named of (text || THIS_MACHINE).split(',')) {
    const [, address = '', prefix] = /^\s*([^/\s]+)(?:\/(\d{1,3}))?\s*$/.exec(named) ?? [];
    const family = familyOf(address);
    if (family === null) return null;
    const bits = prefix === undefined ? MAX_PREFIX[family] : Number(prefix);
    if (bits > MAX_PREFIX[family]) return null;
    proxies.addSubnet(address, bits, family);
  }
  return proxies;
}

/**
 * Whom a server in front asks for: each server adds the address that has asked it, so the last one that is no server of
 * ours is true. What is before that anybody can write.
 *
 * @param forwarded the header `X-Forwarded-For`
 * @returns `null`: not known, since who asks is not believed or names nobody
 */
export function toClientAddress(remote: string, forwarded: string, proxies: Proxies): string | null {
  if (!isProxy(toPlainAddress(remote), proxies)) return null;
  const client = forwarded
    .split(',')
    .map(toPlainAddress)
    .findLast((address) => !isProxy(address, proxies));
  return client === undefined || familyOf(client) === null ? null : client;
}

function isProxy(address: string, proxies: Proxies): boolean {
  const family = familyOf(address);
  return family !== null && proxies.check(address, family);
}

/** Without a port, which some servers add, and an address of version 4 as such. */
function toPlainAddress(text: string): string {
  const trimmed = text.trim().replace(/^::ffff:/i, '');
  if (isIP(trimmed) !== 0) return trimmed;
  return /^\[(.*)\](?::\d+)?$/.exec(trimmed)?.[1] ?? trimmed.replace(/:\d+$/, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6';
}

import { BlockList, isIP } from 'node:net';

/** Trusted proxies, by address and network. */
export type Proxies = Pick<BlockList, 'check'>;

const THIS_MACHINE = '127.0.0.0/8, ::1';
const MAX_PREFIX = { ipv4: 32, ipv6: 128 } as const;

/**
 * @param text such as `10.0.0.5, 172.16.0.0/12`; empty: this machine
 * @returns `null` if part of it is not an address
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
 * The client behind a trusted proxy. Each server adds the address that called it, so the last one that is not a proxy
 * of ours is true. Anyone can write what comes before it.
 *
 * @param forwarded the header `X-Forwarded-For`
 * @returns `null`: unknown, because the caller is not trusted or names no client
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

/** Removes the port, which some servers add, and the prefix of a mapped IPv4 address. */
function toPlainAddress(text: string): string {
  const trimmed = text.trim().replace(/^::ffff:/i, '');
  if (isIP(trimmed) !== 0) return trimmed;
  return /^\[(.*)\](?::\d+)?$/.exec(trimmed)?.[1] ?? trimmed.replace(/:\d+$/, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6';
}

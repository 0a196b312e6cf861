import icons, { type IconData } from 'simple-icons/icons.json';

/** A company read from an icon of https://simpleicons.org (CC0). */
interface IconCompany {
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
}

/** Below these, as below a plain ending, a name belongs to its owner: `argos.co.uk`. */
const SHARED_SECOND_LEVEL = /^(?:ac|co|com|edu|gov|ne|net|or|org)$/;
const MIN_COMMON_LETTERS = 3;
/** Customers see the sandbox, and fictional relations with these would be in poor taste. */
const LEFT_OUT: ReadonlySet<string> = new Set(['onlyfans', '4chan', 'betfair', 'rumble']);

/**
 * The icons that represent a company with its own domain: no other icon comes from the same host, the host is not a
 * subdomain, and it resembles the icon's title.
 */
export function readIconCompanies(): readonly IconCompany[] {
  const withDomains = icons.map((icon) => ({ icon, domain: hostOf(icon.source) }));
  const iconsPerHost = new Map<string, number>();
  for (const { domain } of withDomains) iconsPerHost.set(domain, (iconsPerHost.get(domain) ?? 0) + 1);
  return withDomains
    .filter(({ icon }) => !LEFT_OUT.has(icon.slug))
    .filter(({ icon, domain }) => iconsPerHost.get(domain) === 1 && isOwnDomain(domain) && resembles(icon, domain))
    .map(({ icon, domain }) => ({ slug: icon.slug, name: icon.title, domain }));
}

/** Thousands are read at each start, and `URL` takes ten times as long. */
export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)![1]!.toLowerCase();
}

function isOwnDomain(host: string): boolean {
  const [, second, ending, ...more] = host.split('.');
  if (second === undefined || more.length > 0) return false;
  return ending === undefined || (ending.length === 2 && SHARED_SECOND_LEVEL.test(second));
}

function resembles(icon: IconData, host: string): boolean {
  const label = toLetters(host.split('.')[0] ?? '');
  const title = toLetters(icon.title);
  if (label === title || label === icon.slug) return true;
  const shorter = Math.min(label.length, title.length);
  return shorter >= MIN_COMMON_LETTERS && (label.includes(title) || title.includes(label));
}

function toLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The addresses at which a server's own pages are opened. */
export interface OwnPages {
  /**
   * Whether a request's `Host` is a name of this server. Another name means that a foreign page points here (DNS
   * rebinding).
   */
  readonly isHost: (host: string) => boolean;
  /** The origin of the pages, if a server with another name is in front; `null`: the request's own origin. */
  readonly origin: string | null;
  /** A sentence that says where the pages are. */
  readonly sentence: string;
}

/** This machine, with any port. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

export function isLocalHost(host: string): boolean {
  return LOCAL_HOST.test(host);
}

/**
 * Whether a request may come from one of our own pages. Browsers name the page that sends, and no page can forge
 * that; other programs need not name one, and have no key to steal. Source:
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html.
 */
export function isFromOwnPage({ url, headers }: Pick<Request, 'url' | 'headers'>, own: OwnPages): boolean {
  const host = headers.get('host') ?? '';
  if (!own.isHost(host)) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  return origin === null || origin === (own.origin ?? `${url.slice(0, url.indexOf('://'))}://${host}`);
}

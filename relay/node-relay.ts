import { makeRelayApp, type RelayApp } from './app';
import { toBuiltFile, type BuiltFile } from './built-files';
import { toClientAddress, type Proxies } from './client-address';
import { LIMITS, type RelayLimits } from './limits';
import { nameService, PANEL_PAGE } from './name-service';
import { isLocalHost, type OwnPages } from './own-pages';
import { makePassOn } from './pass-on';
import { toSource } from './refused-keys';

interface NodeRelayOptions {
  readonly files: ReadonlyMap<string, BuiltFile>;
  /** The origin that `/v1` is forwarded to. */
  readonly apiUrl: URL;
  /** The public address, with another server in front of this one; `null`: this machine. */
  readonly addinUrl: URL | null;
  /** The proxies that are trusted to name their client; absent: none. */
  readonly proxies?: Proxies;
  readonly limits?: RelayLimits;
}

/** The relay as Node runs it. */
export function makeNodeRelay({ files, apiUrl, addinUrl, proxies, limits = LIMITS }: NodeRelayOptions): RelayApp {
  return makeRelayApp({
    files: withService(files, apiUrl.origin),
    passOn: makePassOn({ upstream: apiUrl, own: ownPages(addinUrl), limits }),
    sourceOf({ headers }, { incoming }) {
      const remote = incoming.socket.remoteAddress ?? '';
      if (addinUrl === null) return toSource(remote);
      // All requests come from the server in front: counted as one client, a few wrong keys would hold up everyone.
      const client = proxies ? toClientAddress(remote, headers.get('x-forwarded-for') ?? '', proxies) : null;
      return client === null ? null : toSource(client);
    },
    isStrict: () => addinUrl !== null,
    isPacking: true,
  });
}

function withService(files: ReadonlyMap<string, BuiltFile>, service: string): ReadonlyMap<string, BuiltFile> {
  const page = files.get(PANEL_PAGE);
  if (page === undefined) return files;
  const html = nameService(new TextDecoder().decode(page.bytes), service);
  return new Map(files).set(PANEL_PAGE, toBuiltFile(PANEL_PAGE, html));
}

/** The pages that may call `/v1`. A server in front may call it from this machine. */
function ownPages(addinUrl: URL | null): OwnPages {
  if (addinUrl === null) {
    return { isHost: isLocalHost, origin: null, sentence: 'Only pages of this server may ask.' };
  }
  const { host: name, origin } = addinUrl;
  return {
    isHost: (host) => host.toLowerCase() === name || isLocalHost(host),
    origin,
    sentence: `Only pages of ${origin} may ask. A server in front of this one has to keep the header Host.`,
  };
}

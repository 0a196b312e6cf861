import { getMimeType } from 'hono/utils/mime';
import { readApiUrl } from './api-url';
import { makeRelayApp, type AddinFiles, type RelayApp } from './app';
import { LIMITS, type RelayLimits } from './limits';
import { nameService, PANEL_PAGE } from './name-service';
import { isLocalHost } from './own-pages';
import { makePassOn, type PassOn } from './pass-on';
import { toSource } from './refused-keys';
import { V1_HEADERS } from './v1-headers';

/** https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/ */
interface RateLimit {
  limit(of: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

/** The Worker's bindings, from `wrangler.jsonc`. */
export interface WorkerSettings {
  /** The built add-in: https://developers.cloudflare.com/workers/static-assets/binding/. */
  readonly ASSETS: { fetch(request: Request): Promise<Response> };
  readonly TRACE_API_URL?: string;
  /** Limits requests below `/v1` from one address. */
  readonly REQUESTS?: RateLimit;
  /** Limits refused keys from one address. */
  readonly REFUSED_KEYS?: RateLimit;
}

export interface Worker {
  fetch(request: Request, settings: WorkerSettings): Promise<Response>;
}

const API_URL = 'https://api.tracedata.ai';
/** In seconds, the period of both bindings. */
const PERIOD = 60;

/**
 * Requests of one isolate share these counts. The bindings count across Cloudflare's machines, which also compress
 * what they send.
 */
export function makeWorker(limits: RelayLimits = LIMITS): Worker {
  const apps = new Map<string, RelayApp>();
  return {
    async fetch(request, settings) {
      const apiUrl = readApiUrl(settings.TRACE_API_URL || API_URL);
      if (!apiUrl.ok) return new Response(apiUrl.sentence, { status: 500 });
      const { origin } = apiUrl.url;
      const app =
        apps.get(origin) ??
        makeRelayApp({
          files: toFiles(settings.ASSETS, origin),
          passOn: limited(makePassOnTo(apiUrl.url, settings, limits), settings),
          sourceOf,
          isStrict,
          isPacking: false,
        });
      apps.set(origin, app);
      return app.fetch(request);
    },
  };
}

function makePassOnTo(upstream: URL, { REFUSED_KEYS }: WorkerSettings, limits: RelayLimits): PassOn {
  return makePassOn({
    upstream,
    // Cloudflare routes a request to a Worker by its host.
    own: { isHost: () => true, origin: null, sentence: 'Only pages of this server may ask.' },
    limits,
    isRefusedTooOften: async (source) => (await REFUSED_KEYS?.limit({ key: source }))?.success === false,
  });
}

function limited(passOn: PassOn, { REQUESTS }: WorkerSettings): PassOn {
  return async (request, source) => {
    const isTooOften = source !== null && (await REQUESTS?.limit({ key: source }))?.success === false;
    if (!isTooOften) return passOn(request, source);
    const body = { error: 'too_many_requests', message: 'Too many requests came from this address.' };
    const headers = { ...V1_HEADERS, 'content-type': 'application/json', 'retry-after': String(PERIOD) };
    return new Response(JSON.stringify(body), { status: 429, headers });
  };
}

function isStrict({ url }: Request): boolean {
  const { protocol, host } = new URL(url);
  return protocol === 'https:' && !isLocalHost(host);
}

/** https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-connecting-ip */
function sourceOf({ headers }: Request): string | null {
  const address = headers.get('cf-connecting-ip');
  return address === null ? null : toSource(address);
}

function toFiles(assets: WorkerSettings['ASSETS'], service: string): AddinFiles {
  return {
    async get(name) {
      const answer = await assets.fetch(new Request(`https://assets.invalid/${name}`));
      if (!answer.ok) return undefined;
      const bytes =
        name === PANEL_PAGE
          ? new TextEncoder().encode(nameService(await answer.text(), service))
          : new Uint8Array(await answer.arrayBuffer());
      return { contentType: getMimeType(name) ?? 'application/octet-stream', etag: await etagOf(bytes), bytes };
    },
  };
}

async function etagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}"`;
}

import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { makePassOn } from '../relay/pass-on';
import { makeSandbox } from '../sandbox/index';
import type { PageSettings } from './page-settings';

export interface ServiceOptions {
  /** The only service; `null`: the embedded sandbox, and the page may switch to the real service. */
  readonly apiUrl: URL | null;
  /** The service that the page may switch to. */
  readonly liveUrl: URL;
  /** Whether the sandbox's control routes can be reached; for tests. */
  readonly sandboxControl: boolean;
}

export interface Service {
  /** `/v1` and the other routes of its service. */
  readonly routes: Hono<Env>;
  readonly settings: () => PageSettings;
}

type Env = { readonly Bindings: HttpBindings };

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * The service behind `/v1`. A choice on the page lasts until the server stops, so that a start never spends credits.
 */
export function makeService({ apiUrl, liveUrl, sandboxControl }: ServiceOptions): Service {
  return apiUrl === null ? makeSwitchable(liveUrl, sandboxControl) : makeFixed(apiUrl);
}

function makeFixed(apiUrl: URL): Service {
  const passOn = makePassOn({ upstream: apiUrl });
  const routes = new Hono<Env>().all('/v1/*', ({ req }) => passOn(req.raw));
  const settings = { sandbox: false, switchable: false, live: false, answeredBy: apiUrl.origin };
  return { routes, settings: () => settings };
}

function makeSwitchable(liveUrl: URL, sandboxControl: boolean): Service {
  let live = false;
  const { app: sandbox } = makeSandbox();
  const passOn = makePassOn({ upstream: liveUrl });
  const routes = new Hono<Env>();
  routes.all('/v1/*', ({ req, env }) => (live ? passOn(req.raw) : sandbox.fetch(req.raw, env)));
  if (sandboxControl) routes.all('/_sandbox/*', ({ req, env }) => sandbox.fetch(req.raw, env));
  routes.post('/service', async (context) => {
    if (!isFromOurPage(context.req.raw)) return context.text('Only the workbook itself may switch the service.', 403);
    const service = await readService(context.req.raw);
    if (service === null) return context.text('Send {"service":"live"} or {"service":"sandbox"}.', 400);
    live = service === 'live';
    return context.json({ service });
  });
  const settings = (): PageSettings => {
    const common = { sandbox: !live, switchable: true, live };
    return live ? { ...common, answeredBy: liveUrl.origin } : common;
  };
  return { routes, settings };
}

/**
 * A foreign page can send a form here, but not JSON, and its browser reports its origin. Source:
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html.
 */
function isFromOurPage({ headers }: Request): boolean {
  const [origin, site] = [headers.get('origin'), headers.get('sec-fetch-site')];
  if (!JSON_TYPE.test(headers.get('content-type') ?? '')) return false;
  return origin === `http://${headers.get('host') ?? ''}` && (site === null || site === 'same-origin');
}

async function readService(request: Request): Promise<'live' | 'sandbox' | null> {
  try {
    const { service } = ((await request.json()) ?? {}) as { readonly service?: unknown };
    return service === 'live' || service === 'sandbox' ? service : null;
  } catch {
    return null;
  }
}

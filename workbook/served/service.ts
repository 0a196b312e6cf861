import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { LIMITS, type RelayLimits } from '../../relay/limits';
import { isFromOwnPage, isLocalHost, type OwnPages } from '../../relay/own-pages';
import { isOfOtherService, SERVICE_CHANGED } from '../../relay/name-service';
import { makePassOn, problem, type PassOn } from '../../relay/pass-on';
import { V1_HEADERS } from '../../relay/v1-headers';
import { makeSandbox } from '../../sandbox/index';
import { SANDBOX_SERVICE, type PageSettings } from '../page/page-settings';

interface ServiceOptions {
  /** The only service; `null`: the embedded sandbox, and the page may switch to the real service. */
  readonly apiUrl: URL | null;
  /** The service that the page may switch to. */
  readonly liveUrl: URL;
  /** Whether the sandbox's control routes can be reached; for tests. */
  readonly sandboxControl: boolean;
  readonly limits?: RelayLimits;
}

interface Service {
  /** Answers requests below `/v1`. */
  readonly answer: (request: Request, bindings: HttpBindings) => Promise<Response>;
  /** The other routes of the service. */
  readonly routes: Hono<Env>;
  readonly settings: () => PageSettings;
}

type Env = { readonly Bindings: HttpBindings };

const OWN: OwnPages = { isHost: isLocalHost, origin: null, sentence: 'Only the workbook itself may ask.' };
/** All requests come from this machine. */
const SOURCE = 'this machine';
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * The service behind `/v1`. A choice on the page lasts until the server stops, so that a start never spends credits.
 */
export function makeService({ apiUrl, liveUrl, sandboxControl, limits = LIMITS }: ServiceOptions): Service {
  const passOn = makePassOn({ upstream: apiUrl ?? liveUrl, own: OWN, limits });
  return apiUrl === null ? makeSwitchable(passOn, liveUrl, sandboxControl) : makeFixed(passOn, apiUrl);
}

function makeFixed(passOn: PassOn, apiUrl: URL): Service {
  const settings = { sandbox: false, switchable: false, live: false, answeredBy: apiUrl.origin };
  return { answer: (request) => passOn(request, SOURCE), routes: new Hono<Env>(), settings: () => settings };
}

function makeSwitchable(passOn: PassOn, liveUrl: URL, sandboxControl: boolean): Service {
  let live = false;
  const { app: sandbox } = makeSandbox();
  const routes = new Hono<Env>();
  const answer = async (request: Request, env: HttpBindings): Promise<Response> => {
    if (live) return passOn(request, SOURCE);
    if (!isFromOwnPage(request, OWN)) return new Response(OWN.sentence, { status: 403, headers: V1_HEADERS });
    if (isOfOtherService(request.headers, SANDBOX_SERVICE)) return problem(...SERVICE_CHANGED);
    return withHeaders(await sandbox.fetch(request, env));
  };
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
  return { answer, routes, settings };
}

function withHeaders(answer: Response): Response {
  for (const [name, value] of Object.entries(V1_HEADERS)) answer.headers.set(name, value);
  return answer;
}

/** A foreign page can send a form here, but not JSON; the page itself always names its origin. */
function isFromOurPage(request: Request): boolean {
  const { headers } = request;
  return JSON_TYPE.test(headers.get('content-type') ?? '') && headers.has('origin') && isFromOwnPage(request, OWN);
}

async function readService(request: Request): Promise<'live' | 'sandbox' | null> {
  try {
    const { service } = ((await request.json()) ?? {}) as { readonly service?: unknown };
    return service === 'live' || service === 'sandbox' ? service : null;
  } catch {
    return null;
  }
}

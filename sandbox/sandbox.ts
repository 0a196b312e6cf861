import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { LinearRouter } from 'hono/router/linear-router';
import { answerCall, isRoute } from './answer-call';
import { KEY_HEADER, keyClassOf } from './api-keys';
import { makeControl } from './control';
import { methodNotAllowed, unknownPath } from './refusal';
import type { Reply } from './reply';
import { readRequestBody } from './routes/request-body';
import type { Route } from './routes/route';
import { ROUTES } from './routes/table';
import { sendReply, type NodeBindings } from './send-reply';
import { SandboxState, type SandboxOptions } from './state';

export interface Sandbox {
  /** Answers `/v1/...` and, for tests, `/_sandbox/...`. */
  readonly app: Hono;
}

interface RoutedBindings extends Partial<HttpBindings> {
  /** What the asked sandbox knows. */
  readonly state: SandboxState;
}

type RoutedContext = Context<{ Bindings: RoutedBindings }>;

/** Which route answers: the same for every sandbox, of which tests make thousands. */
const ROUTED = makeRouted();

/** The Trace API in memory. Sandboxes share only their routes and their data, which never change. */
export function makeSandbox(options: SandboxOptions = {}): Sandbox {
  const state = new SandboxState(options);
  // The usual router builds its tables at the first request to each sandbox.
  const app = new Hono({ router: new LinearRouter() });
  app.all('/v1/*', ({ req, env }) => ROUTED.fetch(req.raw, { ...(env as NodeBindings), state }));
  app.route('/_sandbox', makeControl(state));
  app.notFound((context) => sendReply(unknownPath(), context.env as NodeBindings));
  app.onError((error) => {
    throw error;
  });
  return { app };
}

function makeRouted(): Hono<{ Bindings: RoutedBindings }> {
  const app = new Hono<{ Bindings: RoutedBindings }>();
  // A braced parameter sorts after every letter, so that /companies/batch is matched before /companies/{identifier}.
  const routes = [...ROUTES].sort((one, other) => (one.path < other.path ? -1 : 1));
  for (const route of routes) app.on(route.method, toHonoPath(route), (context) => answer(context, route));
  for (const route of routes) app.all(toHonoPath(route), (context) => answer(context, refuseMethod(route)));
  app.all('/v1/*', (context) => answer(context, unknownPath()));
  app.onError((error) => {
    throw error;
  });
  return app;
}

async function answer({ req, env }: RoutedContext, route: Route | Reply): Promise<Response> {
  const url = new URL(req.url);
  const body = readRequestBody(await req.text(), req.header('content-type'));
  const apiKey = req.header(KEY_HEADER);
  const { books } = env.state;
  const entry = books.log.begin({
    operation: isRoute(route) ? route.name : null,
    method: req.method,
    path: `${url.pathname}${url.search}`,
    keyClass: keyClassOf(apiKey),
    ...domainsIn(body),
  });
  const asked = { url, parameters: req.param(), body, nowMs: books.clock.now(), books };
  const reply = answerCall({ ...asked, route, apiKey }, books, entry);
  if (reply.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, reply.delayMs));
  entry.status = reply.sending === 'dropped' ? null : reply.status;
  return sendReply(reply, env);
}

function toHonoPath(route: Route): string {
  return `/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
}

function refuseMethod({ path }: Route): Reply {
  return methodNotAllowed(ROUTES.filter((route) => route.path === path).map(({ method }) => method));
}

function domainsIn(body: ReturnType<typeof readRequestBody>): { readonly domains?: number } {
  if (body.is !== 'json' || typeof body.value !== 'object' || body.value === null) return {};
  const { domains } = body.value as { readonly domains?: unknown };
  return Array.isArray(domains) ? { domains: domains.length } : {};
}

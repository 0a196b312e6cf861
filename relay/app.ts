import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { BuiltFile } from './built-files';
import { COMMON_HEADERS, headersFor } from './file-headers';
import { makePassOn } from './pass-on';

/** The files of the Excel add-in, by name. No others are served. */
export interface AddinFiles {
  get(name: string): BuiltFile | undefined | Promise<BuiltFile | undefined>;
}

export interface RelayOptions {
  readonly files: AddinFiles;
  /** The origin that `/v1` is passed on to. */
  readonly apiUrl: URL;
}

/** The request handler, independent of the server that runs it. */
export type RelayApp = Hono<{ readonly Bindings: HttpBindings }>;

/**
 * Serves the Excel add-in and, on the same origin, the Trace API: custom functions send `X-API-Key`, which another
 * origin would have to allow
 * (https://learn.microsoft.com/office/dev/add-ins/develop/addressing-same-origin-policy-limitations).
 */
export function makeRelayApp({ files, apiUrl }: RelayOptions): RelayApp {
  const passOn = makePassOn({ upstream: apiUrl });
  const app: RelayApp = new Hono();
  app.all('/v1/*', async ({ req }) => withHeaders(await passOn(req.raw), { ...COMMON_HEADERS, ...NOT_STORED }));
  app.get('*', async ({ req, notFound }) => {
    const name = req.path.slice(1).replace(/\/$/, '/index.html');
    const file = await files.get(name);
    if (file === undefined) return notFound();
    return new Response(await file.read(), { headers: { 'Content-Type': file.contentType, ...headersFor(name) } });
  });
  app.notFound(({ text }) => text('There is nothing here.', 404, COMMON_HEADERS));
  return app;
}

/** Answers cost credits and belong to the owner of the key. */
const NOT_STORED = { 'Cache-Control': 'no-store' };

function withHeaders(answer: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

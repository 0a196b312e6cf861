import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { BuiltFile } from './built-files';
import { COMMON_HEADERS, headersFor } from './file-headers';
import type { PassOn } from './pass-on';

/** The files of the Excel add-in, by name. No others are served. */
export interface AddinFiles {
  get(name: string): BuiltFile | undefined | Promise<BuiltFile | undefined>;
}

interface RelayOptions {
  readonly files: AddinFiles;
  readonly passOn: PassOn;
  /** The address of the client, as it is counted; `null`: unknown. */
  readonly sourceOf: (request: Request, bindings: HttpBindings) => string | null;
  /** Whether browsers must use https from their first visit on. Never for `localhost`, which other sites share. */
  readonly isStrict: (request: Request) => boolean;
  /** Whether files are compressed here, rather than by a server in front. */
  readonly isPacking: boolean;
}

/** The request handler, independent of the server that runs it. */
export type RelayApp = Hono<{ readonly Bindings: HttpBindings }>;

/** A year, as https://hstspreload.org requires. */
const STRICT = ['Strict-Transport-Security', 'max-age=31536000'] as const;

/**
 * Serves the Excel add-in and, on the same origin, the Trace API: custom functions send `X-API-Key`, which another
 * origin would have to allow
 * (https://learn.microsoft.com/office/dev/add-ins/develop/addressing-same-origin-policy-limitations).
 */
export function makeRelayApp({ files, passOn, sourceOf, isStrict, isPacking }: RelayOptions): RelayApp {
  const app: RelayApp = new Hono();
  // Registered before anything that compresses; see `V1_HEADERS`.
  app.all('/v1/*', async ({ req, env }) => {
    const answer = await passOn(req.raw, sourceOf(req.raw, env));
    if (isStrict(req.raw)) answer.headers.set(...STRICT);
    return answer;
  });
  app.use(async (context, next) => {
    await next();
    if (isStrict(context.req.raw)) context.res.headers.set(...STRICT);
  });
  app.get('/healthz', ({ text }) => text('ok', 200, { ...COMMON_HEADERS, 'Cache-Control': 'no-store' }));
  if (isPacking) app.use(compress());
  app.use(etag());
  app.get('*', async ({ req, notFound }) => {
    const name = req.path.slice(1).replace(/\/$/, '/index.html');
    const file = await files.get(name);
    return file === undefined ? notFound() : toResponse(file, headersFor(name));
  });
  app.notFound(({ text }) => text('There is nothing here.', 404, COMMON_HEADERS));
  return app;
}

/** Uses the file's own ETag, so that nothing is computed for each request. */
export function toResponse({ contentType, etag: tag, bytes }: BuiltFile, headers: Readonly<Record<string, string>>) {
  return new Response(bytes, {
    headers: {
      'Content-Type': contentType,
      'Content-Length': String(bytes.byteLength),
      ETag: tag,
      Vary: 'Accept-Encoding',
      ...headers,
    },
  });
}

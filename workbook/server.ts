import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { join } from 'node:path';
import { listen } from '../relay/listen';
import { HOST } from './address';
import { listHelpFiles, listPageFiles, type PageFile } from './page-files';
import { makeService } from './service';

export interface WorkbookOptions {
  /** 0: any free one. */
  readonly port: number;
  /** What `buildWorkbook` made. */
  readonly workbookDir: string;
  /** Where the Excel add-in's functions.js, functions.json and panel are. */
  readonly addinDir: string;
  /** Makes the help pages and names their folder, when one is first asked for; without it, `addinDir` has them. */
  readonly makeHelp?: () => Promise<string>;
  /** The port of an earlier version, where the browser may keep sheets that the page cannot read. */
  readonly oldPort?: number;
  /** The origin that `/v1` is passed on to; `null`: the embedded sandbox answers. */
  readonly apiUrl: URL | null;
  /** The real service, which the page offers where the sandbox is embedded. */
  readonly liveUrl?: URL;
  /** Whether the sandbox's control routes can be reached; for tests. */
  readonly sandboxControl?: boolean;
}

export interface RunningWorkbook {
  /** Without a path: `http://127.0.0.1:4011`. */
  readonly origin: string;
  /** Ends every connection and resolves once the port is free. */
  readonly stop: () => Promise<void>;
}

type Env = { readonly Bindings: HttpBindings };

const LIVE_URL = new URL('https://api.tracedata.ai');
/** Another name in a request's `Host` means that a foreign page points here (DNS rebinding). */
const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;
const SECURITY_HEADERS = {
  // The grid adds style elements, and draws its pictures from data: and blob: addresses.
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/** Serves the web workbook on this machine. Rejects with the code `EADDRINUSE` where the port is taken. */
export async function startWorkbook(options: WorkbookOptions): Promise<RunningWorkbook> {
  const app = await makeApp(options);
  const { port, stop } = await listen(app.fetch, { host: HOST, port: options.port });
  return { origin: `http://${HOST}:${port}`, stop };
}

async function makeApp(options: WorkbookOptions): Promise<Hono<Env>> {
  const { workbookDir, addinDir, apiUrl, liveUrl = LIVE_URL, sandboxControl = false, oldPort } = options;
  const service = makeService({ apiUrl, liveUrl, sandboxControl });
  const settings = () => ({ ...service.settings(), ...(oldPort === undefined ? {} : { oldPort }) });
  const files = await listPageFiles(workbookDir, addinDir, settings);
  const help = once(async () => listHelpFiles((await options.makeHelp?.()) ?? join(addinDir, 'docs')));
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const isOwn = OWN_HOST.test(context.req.header('host') ?? '');
    if (!isOwn) return context.text('Open the workbook by the address that npm start has printed.', 403);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
    return undefined;
  });
  app.route('/', service.routes);
  app.get('/docs/*', async ({ req, notFound }) => {
    const file = (await help()).get(req.path);
    return file === undefined ? notFound() : sendFile(file);
  });
  app.get('*', ({ req, notFound }) => {
    const file = files.get(req.path);
    return file === undefined ? notFound() : sendFile(file);
  });
  app.notFound(({ text }) => text('There is nothing here.', 404));
  return app;
}

/** Does it the first time, and again only where it failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}

async function sendFile({ contentType, isForExcel, read }: PageFile): Promise<Response> {
  const headers = { 'Content-Type': contentType, ...(isForExcel ? { 'Access-Control-Allow-Origin': '*' } : {}) };
  return new Response(await read(), { headers });
}

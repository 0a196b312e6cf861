import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { toResponse } from '../../relay/app';
import { readBuiltFiles, type BuiltFile } from '../../relay/built-files';
import { cachingOf } from '../../relay/file-headers';
import { listen, type Listening } from '../../relay/listen';
import type { RelayLimits } from '../../relay/limits';
import { isLocalHost } from '../../relay/own-pages';
import { HOST } from './address';
import { PAGE, readPageFiles } from './page-files';
import { makeService } from './service';

export interface WorkbookOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The folder that `buildWorkbook` made. */
  readonly workbookDir: string;
  /** Where the Excel add-in's functions.js, functions.json and panel are. */
  readonly addinDir: string;
  /** Makes the help pages and names their folder, when one is first asked for; without it, `addinDir` has them. */
  readonly makeHelp?: () => Promise<string>;
  /** The origin that `/v1` is passed on to; `null`: the embedded sandbox answers. */
  readonly apiUrl: URL | null;
  /** The real service, which the page offers where the sandbox is embedded. */
  readonly liveUrl?: URL;
  /** Whether the sandbox's control routes can be reached; for tests. */
  readonly sandboxControl?: boolean;
  readonly limits?: RelayLimits;
  /** Whether this process is the server's own: see `ListenOptions`. */
  readonly isAlone?: boolean;
}

export interface RunningWorkbook extends Pick<Listening, 'stop' | 'finish'> {
  /** Without a path: `http://127.0.0.1:4011`. */
  readonly origin: string;
}

type Env = { readonly Bindings: HttpBindings };

const LIVE_URL = new URL('https://api.tracedata.ai');
/** The folder of the help pages. */
const HELP = 'docs/';
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
};

/** Serves the web workbook on this machine. Rejects with the code `EADDRINUSE` where the port is taken. */
export async function startWorkbook(options: WorkbookOptions): Promise<RunningWorkbook> {
  const app = await makeApp(options);
  const { isAlone = false, limits } = options;
  const slow = limits === undefined ? {} : { slowMs: limits.slowMs };
  const { port, stop, finish } = await listen(app.fetch, { host: HOST, port: options.port, isAlone, ...slow });
  return { origin: `http://${HOST}:${port}`, stop, finish };
}

async function makeApp(options: WorkbookOptions): Promise<Hono<Env>> {
  const { workbookDir, addinDir, makeHelp, apiUrl, liveUrl = LIVE_URL, sandboxControl = false, limits } = options;
  const service = makeService({ apiUrl, liveUrl, sandboxControl, ...(limits === undefined ? {} : { limits }) });
  const { files, toPage } = await readPageFiles(workbookDir, addinDir);
  const help = once(async () => (makeHelp === undefined ? null : readBuiltFiles(await makeHelp())));
  const read = async (name: string): Promise<BuiltFile | undefined> => {
    if (name === PAGE) return toPage(service.settings());
    const made = name.startsWith(HELP) ? await help() : null;
    return made === null ? files.get(name) : made.get(name.slice(HELP.length));
  };
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const isOwn = isLocalHost(context.req.header('host') ?? '');
    return isOwn ? next() : context.text('Open the workbook by the address that npm start has printed.', 403);
  });
  app.all('/v1/*', ({ req, env }) => service.answer(req.raw, env));
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.get('/healthz', ({ text }) => text('ok'));
  app.route('/', service.routes);
  // Not packed: nothing is faster than this machine's own connection.
  app.use(etag());
  app.get('*', async ({ req, notFound }) => {
    const name = req.path.slice(1).replace(/(^|\/)$/, `$1${PAGE}`);
    const file = await read(name);
    return file === undefined ? notFound() : toResponse(file, { 'Cache-Control': cachingOf(name) });
  });
  app.notFound(({ text }) => text('There is nothing here.', 404));
  return app;
}

/** Runs once; again only if it failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}

import { serve } from '@hono/node-server';
import { parse } from 'acorn';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** https://developers.google.com/apps-script/api/reference/rest/v1/File */
interface ScriptFile {
  readonly name: string;
  readonly type: 'JSON' | 'SERVER_JS' | 'HTML';
  readonly source: string;
}

/** Google's script API, as far as `clasp create-script` and `clasp push` use it, for one user and one project. */
export interface ScriptApi {
  /** With a slash at the end: `http://127.0.0.1:49152/`. */
  readonly url: string;
  readonly scriptId: string;
  /** The last push; empty before. */
  readonly files: () => readonly ScriptFile[];
  readonly stop: () => Promise<void>;
}

const SCRIPT_ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-abcdefghijklmnopqrst';
const SHEET_ID = '1ZyXwVuTsRqPoNmLkJiHgFeDcBa9876543210abcdefg';
/** What the API refuses: newer syntax than the V8 runtime supports (https://github.com/google/clasp/issues/907). */
const SYNTAX = 2020;
const FRESH: readonly ScriptFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{\n  "timeZone": "America/New_York",\n  "runtimeVersion": "V8"\n}' },
];

/** Starts it on this machine. Only `accessToken` is accepted. */
export async function startScriptApi(accessToken: string): Promise<ScriptApi> {
  let files = FRESH;
  const app = new Hono();
  app.use(async ({ req, json }, next) => {
    if (req.header('authorization') === `Bearer ${accessToken}`) return next();
    return json(toError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'), 401);
  });
  app.post('/drive/v3/files', ({ json }) => json({ id: SHEET_ID }));
  app.post('/v1/projects', ({ json }) => json({ scriptId: SCRIPT_ID, parentId: SHEET_ID }));
  app.get('/v1/projects/:id/content', ({ req, json }) =>
    req.param('id') === SCRIPT_ID
      ? json({ scriptId: SCRIPT_ID, files })
      : json(toError(404, 'NOT_FOUND', 'Requested entity was not found.'), 404),
  );
  app.put('/v1/projects/:id/content', async ({ req, json }) => {
    const pushed = ((await req.json()) as { readonly files: readonly ScriptFile[] }).files;
    const problem = findProblem(pushed);
    if (problem !== null) return json(toError(400, 'INVALID_ARGUMENT', problem), 400);
    files = pushed;
    return json({ scriptId: SCRIPT_ID, files });
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }) as Server;
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}/`, scriptId: SCRIPT_ID, files: () => files, stop };
}

function findProblem(files: readonly ScriptFile[]): string | null {
  const names = files.map(({ name }) => name);
  if (new Set(names).size < names.length) return 'A file with this name already exists in the current project.';
  if (!files.some(({ name, type }) => name === 'appsscript' && type === 'JSON')) return 'The manifest is missing.';
  for (const { name, type, source } of files) {
    try {
      if (type === 'JSON') JSON.parse(source);
      if (type === 'SERVER_JS') parse(source, { ecmaVersion: SYNTAX });
    } catch (thrown) {
      return `Syntax error: ${(thrown as Error).message} file: ${name}`;
    }
  }
  return null;
}

function toError(code: number, status: string, message: string): object {
  return { error: { code, status, message } };
}

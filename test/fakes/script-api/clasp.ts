import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startScriptApi, type ScriptApi } from './script-api';

const CLASP = 'node_modules/@google/clasp/build/src/index.js';
const PRELOAD = 'test/fakes/script-api/preload-clasp.mjs';
const ACCESS_TOKEN = 'made-up';
/** What `clasp login` leaves in the home folder. */
const LOGIN = {
  tokens: {
    default: {
      type: 'authorized_user',
      client_id: 'made-up',
      client_secret: 'made-up',
      refresh_token: 'made-up',
      access_token: ACCESS_TOKEN,
      expiry_date: Date.UTC(2100, 0),
    },
  },
};

interface ClaspRun {
  readonly code: number;
  /** What it wrote, to standard output and standard error. */
  readonly output: string;
}

/** A folder in which the real clasp works, for a logged-in user, with a stand-in of Google on this machine. */
export interface ClaspFolder {
  readonly folder: string;
  readonly api: ScriptApi;
  readonly run: (...args: readonly string[]) => Promise<ClaspRun>;
  readonly remove: () => Promise<void>;
}

/** @param addonDir the build, which is in the folder as `dist/apps-script` */
export async function makeClaspFolder(addonDir: string): Promise<ClaspFolder> {
  const [folder, api] = await Promise.all([mkdtemp(join(tmpdir(), 'trace-clasp-')), startScriptApi(ACCESS_TOKEN)]);
  await mkdir(join(folder, 'dist'));
  await Promise.all([
    cp(addonDir, join(folder, 'dist', 'apps-script'), { recursive: true }),
    writeFile(join(folder, '.clasprc.json'), JSON.stringify(LOGIN)),
  ]);
  return {
    folder,
    api,
    run: (...args) => run(args, folder, api.url),
    async remove() {
      await Promise.all([api.stop(), rm(folder, { recursive: true })]);
    },
  };
}

/** There is no terminal, so clasp asks nothing. */
function run(args: readonly string[], folder: string, apiUrl: string): Promise<ClaspRun> {
  const child = spawn(process.execPath, ['--import', pathToFileURL(resolve(PRELOAD)).href, resolve(CLASP), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, USERPROFILE: folder, GOOGLE_API_URL: apiUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startScriptApi, type ScriptApi } from './script-api';

const CLASP = 'node_modules/@google/clasp/build/src/index.js';
const PROCESS = 'test/fakes/script-api/clasp-process.mjs';
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

/** The real clasp in a process of its own, for a folder at a time. */
export interface ClaspProcess {
  readonly run: (args: readonly string[], folder: string, apiUrl: string) => Promise<ClaspRun>;
  readonly stop: () => void;
}

/** There is no terminal, so clasp asks nothing. */
export function startClasp(): ClaspProcess {
  const child = fork(PROCESS, [resolve(CLASP)], { execArgv: [], env: { PATH: process.env['PATH'] }, silent: true });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('clasp has ended its process')));
  ended.catch(() => undefined);
  return {
    async run(args, folder, apiUrl) {
      child.send({ args, folder, apiUrl });
      const [ran] = (await Promise.race([once(child, 'message'), ended])) as [ClaspRun];
      return ran;
    },
    stop: () => void child.kill(),
  };
}

/** A folder in which the real clasp works, for a logged-in user, with a stand-in of Google on this machine. */
export interface ClaspFolder {
  readonly folder: string;
  readonly api: ScriptApi;
  readonly run: (...args: readonly string[]) => Promise<ClaspRun>;
  readonly remove: () => Promise<void>;
}

/** @param addonDir the build, which is in the folder as `dist/apps-script` */
export async function makeClaspFolder(addonDir: string, clasp: ClaspProcess): Promise<ClaspFolder> {
  const [folder, api] = await Promise.all([mkdtemp(join(tmpdir(), 'trace-clasp-')), startScriptApi(ACCESS_TOKEN)]);
  await mkdir(join(folder, 'dist'));
  await Promise.all([
    cp(addonDir, join(folder, 'dist', 'apps-script'), { recursive: true }),
    writeFile(join(folder, '.clasprc.json'), JSON.stringify(LOGIN)),
  ]);
  return {
    folder,
    api,
    run: (...args) => clasp.run(args, folder, api.url),
    async remove() {
      await Promise.all([api.stop(), rm(folder, { recursive: true })]);
    },
  };
}

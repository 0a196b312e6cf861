import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readApiUrl } from '../relay/api-url';
import { HOST, startWorkbook } from './server';

const DEFAULT_PORT = 3000;
const MAX_PORT = 65_535;
const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

await main(process.env);

/** `npm start`: builds, serves and says where. */
async function main({ PORT, TRACE_API_URL, TRACE_DIST }: NodeJS.ProcessEnv): Promise<void> {
  const port = readPort(PORT);
  if (port === null) return giveUp('PORT has to be a number from 0 to 65535.');
  const apiUrl = TRACE_API_URL ? readApiUrl(TRACE_API_URL) : null;
  if (apiUrl?.ok === false) return giveUp(apiUrl.sentence);
  try {
    await tryPort(port);
    const dist = TRACE_DIST ?? (await build());
    const { origin, stop } = await startWorkbook({
      port,
      workbookDir: join(dist, 'workbook'),
      addinDir: join(dist, 'excel-addin'),
      apiUrl: apiUrl?.url ?? null,
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(stop));
    say(apiUrl === null ? 'Answers come from the embedded sandbox.' : `Answers come from ${apiUrl.url.origin}.`);
    say(`Trace workbook ready at ${origin}/`);
  } catch (error) {
    if (!isTaken(error)) throw error;
    giveUp(`Port ${port} is taken: choose another one, for example PORT=${otherPort(port)} npm start`);
  }
}

/** Before the build, so that nobody waits for a build that cannot be served. */
async function tryPort(port: number): Promise<void> {
  const server = createServer().listen(port, HOST);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

/** Loaded only here, since a build that was made earlier needs no compiler. */
async function build(): Promise<string> {
  say('Building …');
  const { buildAll } = await import('../build');
  await buildAll({ outDir: BUILT });
  return BUILT;
}

async function end(stop: () => Promise<void>): Promise<void> {
  await stop();
  process.exit(0);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function readPort(text: string | undefined): number | null {
  if (text === undefined || text === '') return DEFAULT_PORT;
  return /^\d{1,5}$/.test(text) && Number(text) <= MAX_PORT ? Number(text) : null;
}

function otherPort(port: number): number {
  return port < MAX_PORT ? port + 1 : DEFAULT_PORT;
}

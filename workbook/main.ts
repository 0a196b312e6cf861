import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readApiUrl } from '../relay/api-url';
import { portProblem, readPort, tryPort } from '../relay/port';
import { giveUp, say, stopOnSignal } from '../relay/terminal';
import { HOST, startWorkbook } from './server';

const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

await main(process.env);

/** `npm start`: builds, serves and prints the address. */
async function main({ PORT, TRACE_API_URL, TRACE_DIST }: NodeJS.ProcessEnv): Promise<void> {
  const port = readPort(PORT);
  if (port === null) return giveUp('PORT has to be a number from 0 to 65535.');
  const apiUrl = TRACE_API_URL ? readApiUrl(TRACE_API_URL) : null;
  if (apiUrl?.ok === false) return giveUp(apiUrl.sentence);
  try {
    await tryPort({ host: HOST, port });
    const dist = TRACE_DIST ?? (await build());
    const { origin, stop } = await startWorkbook({
      port,
      workbookDir: join(dist, 'workbook'),
      addinDir: join(dist, 'excel-addin'),
      apiUrl: apiUrl?.url ?? null,
    });
    stopOnSignal(stop);
    say(apiUrl === null ? 'Answers come from the embedded sandbox.' : `Answers come from ${apiUrl.url.origin}.`);
    say(`Trace workbook ready at ${origin}/`);
  } catch (error) {
    const problem = portProblem(error, { host: HOST, port }, 'npm start');
    if (problem === null) throw error;
    giveUp(problem);
  }
}

/** Loaded only here, since an existing build needs no compiler. */
async function build(): Promise<string> {
  say('Building …');
  const { buildAll } = await import('../build');
  await buildAll({ outDir: BUILT });
  return BUILT;
}

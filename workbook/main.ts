import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readApiUrl } from '../relay/api-url';
import { portProblem, readPort, tryPort } from '../relay/port';
import { giveUp, say, stopOnSignal } from '../relay/terminal';
import { HOST, PORT as DEFAULT_PORT } from './served/address';
import { pageFor, type BuiltPage } from './served/page-cache';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

await main(process.env);

/** `npm start`: builds, serves and prints the address. */
async function main({ PORT, TRACE_API_URL, TRACE_DIST }: NodeJS.ProcessEnv): Promise<void> {
  const port = readPort(PORT, DEFAULT_PORT);
  if (port === null) return giveUp('PORT has to be a number from 0 to 65535.');
  const apiUrl = TRACE_API_URL ? readApiUrl(TRACE_API_URL) : null;
  if (apiUrl?.ok === false) return giveUp(apiUrl.sentence);
  try {
    await tryPort({ host: HOST, port });
    // The compiler of the page works in a process of its own, so the server loads meanwhile.
    const [page, { startWorkbook }] = await Promise.all([toPage(TRACE_DIST), import('./served/server')]);
    const running = await startWorkbook({ port, isAlone: true, ...page, apiUrl: apiUrl?.url ?? null });
    stopOnSignal(running);
    say(apiUrl === null ? 'Answers come from the embedded sandbox.' : `Answers come from ${apiUrl.url.origin}.`);
    say(`Trace workbook ready at ${running.origin}/`);
  } catch (error) {
    const problem = portProblem(error, { host: HOST, port }, 'npm start');
    if (problem === null) throw error;
    giveUp(problem);
  }
}

/** @param dist the folder that `npm run build` made, if that is served */
async function toPage(dist: string | undefined): Promise<BuiltPage> {
  if (dist === undefined) return pageFor(ROOT, say);
  return { workbookDir: join(dist, 'workbook'), addinDir: join(dist, 'excel-addin') };
}

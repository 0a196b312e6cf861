import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBuiltFiles } from './built-files';
import { readDevCertificate } from './certificate';
import { listen } from './listen';
import { makeNodeRelay } from './node-relay';
import { portProblem, tryPort } from './port';
import { readSettings, type RelaySettings } from './settings';
import { giveUp, say, stopOnSignal } from './terminal';

const BUILT = fileURLToPath(new URL('../dist', import.meta.url));
const COMMAND = 'npm run addin';

const read = readSettings(process.env as Parameters<typeof readSettings>[0]);
if (read.ok) await main(read.settings, process.env['TRACE_DIST']);
else giveUp(read.sentence);

/**
 * `npm run addin`: builds the Excel add-in, serves it and prints its address. On this machine it serves https itself;
 * for other machines a server with a certificate must be in front of it.
 *
 * @param dist an existing build
 */
async function main(settings: RelaySettings, dist: string | undefined): Promise<void> {
  const { host, port, apiUrl, addinUrl, proxies, officeScript } = settings;
  const certificate = addinUrl === null ? await readDevCertificate(new Date()) : null;
  if (certificate?.ok === false) return giveUp(certificate.sentence);
  try {
    const freePort = await tryPort({ host, port });
    const url = addinUrl ?? new URL(`https://localhost:${freePort}`);
    const files = await readBuiltFiles(join(dist ?? (await build(url, officeScript)), 'excel-addin'));
    const { fetch } = makeNodeRelay({ files, apiUrl, addinUrl, proxies });
    const tls = certificate?.certificate ?? null;
    const listening = await listen(fetch, { host, port: freePort, certificate: tls, isAlone: true });
    stopOnSignal(listening);
    say(`Requests to ${url.origin}/v1 go to ${apiUrl.origin}.`);
    if (certificate === null) {
      say(
        `This server uses plain http at http://${host}:${listening.port}/. Put a server with a certificate in front of it.`,
      );
    }
    say(`Trace add-in ready at ${url.origin}/`);
  } catch (error) {
    const problem = portProblem(error, { host, port }, COMMAND);
    if (problem === null) throw error;
    giveUp(problem);
  }
}

/** Loaded only here, since an existing build needs no compiler. */
async function build(addinUrl: URL, officeScript: RelaySettings['officeScript']): Promise<string> {
  say('Building …');
  const { buildAll } = await import('../build');
  await buildAll({ outDir: BUILT, addinUrl: addinUrl.origin, officeScript });
  return BUILT;
}

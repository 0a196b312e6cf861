import { readBuiltFiles } from '../../relay/built-files';
import { listen } from '../../relay/listen';
import { LIMITS, type RelayLimits } from '../../relay/limits';
import { makeNodeRelay } from '../../relay/node-relay';
import { stopOnSignal } from '../../relay/terminal';

/**
 * The relay or the workbook's server as a process of its own, with other limits. It tells where it listens, and when
 * asked how much memory it has held at most.
 */
const [, , kind, api = '', folders = '', given = '{}'] = process.argv;
const limits: RelayLimits = { ...LIMITS, ...(JSON.parse(given) as Partial<RelayLimits>) };
const { addinDir, workbookDir } = JSON.parse(folders) as { readonly addinDir: string; readonly workbookDir: string };
const apiUrl = new URL(api);
const running = kind === 'workbook' ? await startIt() : await startRelay();
stopOnSignal(running, limits);
process.on('message', () => process.send?.(process.resourceUsage().maxRSS * 1024));
process.send?.(running.origin);

/** Loaded only here, because the sandbox that it embeds takes longer than everything else. */
async function startIt() {
  const { startWorkbook } = await import('../../workbook/served/server');
  return startWorkbook({ port: 0, apiUrl, addinDir, workbookDir, limits, isAlone: true });
}

async function startRelay() {
  const { fetch } = makeNodeRelay({ files: await readBuiltFiles(addinDir), apiUrl, addinUrl: null, limits });
  const listening = await listen(fetch, { host: '127.0.0.1', port: 0, slowMs: limits.slowMs, isAlone: true });
  return { ...listening, origin: `http://127.0.0.1:${listening.port}` };
}

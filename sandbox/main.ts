import { API_KEYS, startSandbox } from './index';

const DEFAULT_PORT = 4010;
const MAX_PORT = 65_535;

await main();

async function main(): Promise<void> {
  const port = readPort(process.env['PORT']);
  if (port === null) return giveUp('PORT must be a number from 0 to 65535.');
  try {
    const { origin, stop } = await startSandbox({ port });
    const [user, organization] = API_KEYS.keys();
    process.stdout.write(`Trace sandbox ready at ${origin}/v1\n`);
    process.stdout.write(`Keys: ${user} (user), ${organization} (organization). All data is synthetic.\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(stop));
    // A parent that has exited can no longer stop this process.
    process.once('disconnect', () => void end(stop));
    process.send?.({ origin });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    giveUp(`Port ${port} is taken: set PORT to another one.`);
  }
}

async function end(stop: () => Promise<void>): Promise<void> {
  await stop();
  process.exit(0);
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function readPort(text: string | undefined): number | null {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= MAX_PORT ? port : null;
}

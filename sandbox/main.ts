import { portProblem, readPort } from '../relay/port';
import { giveUp, say } from '../relay/terminal';
import { API_KEYS, startSandbox } from './index';
import { HOST } from './server';

const DEFAULT_PORT = 4010;

await main();

/** `npm run sandbox`: serves the Trace API in memory, and prints its address. */
async function main(): Promise<void> {
  const port = readPort(process.env['PORT'], DEFAULT_PORT);
  if (port === null) return giveUp('PORT must be a number from 0 to 65535.');
  try {
    const { origin, stop } = await startSandbox({ port });
    const [user, organization] = API_KEYS.keys();
    say(`Trace sandbox ready at ${origin}/v1`);
    say(`Keys: ${user} (user), ${organization} (organization). All data is synthetic.`);
    const end = (): void => void stop().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
    // A parent that has exited can no longer stop this process.
    process.once('disconnect', end);
    process.send?.({ origin });
  } catch (error) {
    const problem = portProblem(error, { host: HOST, port }, 'npm run sandbox');
    if (problem === null) throw error;
    giveUp(problem);
  }
}

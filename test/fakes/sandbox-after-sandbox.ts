import { startSandbox, type RunningSandbox } from '../../sandbox';

/** A process that serves a new sandbox each time it is told to start one, until it is told to stop it. */

let running: RunningSandbox | null = null;

process.on('message', (order: 'start' | 'stop') => void follow(order));
// A parent that has exited can no longer stop this process.
process.once('disconnect', () => process.exit(0));

async function follow(order: 'start' | 'stop'): Promise<void> {
  if (order === 'stop') await running?.stop();
  else running = await startSandbox({ port: 0 });
  process.send?.({ origin: running?.origin });
}

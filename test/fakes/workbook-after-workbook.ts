import { startWorkbook, type RunningWorkbook } from '../../workbook/served/server';
import { builtFolders } from '../workbook/built';

/** A process that serves a new workbook each time it is told to start one, until it is told to stop it. */

let running: RunningWorkbook | null = null;

process.on('message', (order: 'start' | 'stop') => void follow(order));
// A parent that has exited can no longer stop this process.
process.once('disconnect', () => process.exit(0));

async function follow(order: 'start' | 'stop'): Promise<void> {
  if (order === 'stop') await running?.stop();
  else running = await startWorkbook({ port: 0, apiUrl: null, sandboxControl: true, isAlone: true, ...builtFolders() });
  process.send?.({ origin: running?.origin });
}

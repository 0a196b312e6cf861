import { random } from '../../client/ports';
import { TraceError } from '../../errors/trace-error';
import type { RunPorts } from './ports';

/** Longer than a block takes; short enough not to be in the way of the person whose panel was closed. Whoever waits renews it. */
const LEASE_MS = 2 * 60_000;

/** Does what changes the file or its journal, with the file held from before it is looked at. Throws `runElsewhere`. */
export async function holding<T>(ports: RunPorts, act: (holder: string) => Promise<T>): Promise<T> {
  const holder = Math.floor((await ports.perform(random())) * 2 ** 52).toString(36);
  await holdFile(ports, holder);
  try {
    return await act(holder);
  } finally {
    await ports.file.release(holder);
  }
}

/** How long nothing may happen without the hold being renewed: a browser lets timers run late. */
export const RENEW_AFTER_MS = LEASE_MS / 2;

/** Holds the file, so that no other panel writes into it meanwhile. Throws `runElsewhere`. */
export async function holdFile(ports: RunPorts, holder: string): Promise<void> {
  const lease = await ports.file.hold(holder, LEASE_MS);
  if (lease.is === 'elsewhere') throw new TraceError('runElsewhere', {});
}

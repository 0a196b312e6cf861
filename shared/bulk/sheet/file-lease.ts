import { random } from '../../client/ports';
import { TraceError } from '../../errors/trace-error';
import { LEASE_MS } from './lease-time';
import type { RunPorts } from './ports';

/** Performs a change of the file or its journal, holding the file from before it is read. Throws `runElsewhere`. */
export async function holding<T>(ports: RunPorts, act: (holder: string) => Promise<T>): Promise<T> {
  const holder = Math.floor((await ports.perform(random())) * 2 ** 52).toString(36);
  await holdFile(ports, holder);
  try {
    return await act(holder);
  } finally {
    await ports.file.release(holder);
  }
}

/** How long a hold goes without renewal, also while a run waits: browsers delay timers. */
export const RENEW_AFTER_MS = LEASE_MS / 2;

/** Holds the file, so that no other panel writes into it meanwhile. Throws `runElsewhere`. */
export async function holdFile(ports: RunPorts, holder: string): Promise<void> {
  const lease = await ports.file.hold(holder, LEASE_MS);
  if (lease.is === 'elsewhere') throw new TraceError('runElsewhere', {});
}

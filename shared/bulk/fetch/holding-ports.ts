import { sleep } from '../../client/ports';
import { runAsync } from '../../task';
import type { AsyncPerformers } from '../core-ports';
import { holdFile, RENEW_AFTER_MS } from '../sheet/file-lease';
import type { RunPorts } from '../sheet/ports';

/** Shorter waits are not worth reporting. */
const LONG_MS = 1_000;

/**
 * The same ports, but they hold the file while requests are under way and report waits to the person.
 *
 * @param holder `''`: nothing is written, so the file need not be held
 */
export function holdingPorts(ports: RunPorts, holder: string): RunPorts {
  const { client, person } = ports;
  const hold = async (): Promise<void> => {
    if (holder !== '') await holdFile(ports, holder);
  };
  const own: AsyncPerformers = {
    ...client,
    async http(effect) {
      // A thousand lists, one request each, take longer than any hold lasts.
      await hold();
      return client.http(effect);
    },
    async sleep({ delayMs }) {
      let leftMs = delayMs;
      if (delayMs >= LONG_MS) {
        person.tell({ is: 'waiting', delayMs });
        for (; holder !== '' && leftMs > RENEW_AFTER_MS; leftMs -= RENEW_AFTER_MS) {
          await hold();
          await ports.perform(sleep(RENEW_AFTER_MS));
        }
        await hold();
      }
      await client.sleep({ delayMs: leftMs });
    },
  };
  return { ...ports, client: own, perform: (task) => runAsync(task, own) };
}

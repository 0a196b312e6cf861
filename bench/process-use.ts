import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The processor time of this process in milliseconds, which excludes time that a shared machine gives to others. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The processor time that work takes, in milliseconds. */
export async function tookCpuMs(measured: () => unknown): Promise<number> {
  const startMs = cpuMs();
  await measured();
  return cpuMs() - startMs;
}

/** The memory in use after garbage collection. A closed page is collected only after its last timers. */
export async function usedBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < 3; time += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
}

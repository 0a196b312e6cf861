import { transformSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts a thread from a TypeScript file of this folder. It does not keep the process alive. */
export function startThread(
  name: string,
  workerData: unknown,
  transferList: NonNullable<WorkerOptions['transferList']> = [],
): Worker {
  const source = readFileSync(`test/fakes/apps-script/${name}.ts`, 'utf8');
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs', target: 'node20' });
  const worker = new Worker(code, { eval: true, execArgv: [], workerData, transferList });
  worker.unref();
  return worker;
}

import { buildSync } from 'esbuild';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { keptText, stateOfFolders } from '../kept-text';

/** What a thread may import. */
const FROM = ['test/fakes', 'shared', 'sandbox'];
const codes = new Map<string, string>();

/** Starts a thread from a TypeScript file of this folder. It does not keep the process alive, and in jest it ends with the test file. */
export function startThread(
  name: string,
  workerData: unknown,
  transferList: NonNullable<WorkerOptions['transferList']> = [],
): Worker {
  const worker = new Worker(codeOf(name), { eval: true, execArgv: [], workerData, transferList });
  worker.unref();
  (globalThis as { threadsOfTestFile?: Set<Worker> }).threadsOfTestFile?.add(worker);
  return worker;
}

function codeOf(name: string): string {
  const known = codes.get(name) ?? keptText(`thread-${name}`, stateOfFolders(FROM), () => bundle(name));
  codes.set(name, known);
  return known;
}

function bundle(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`test/fakes/apps-script/${name}.ts`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  return outputFiles[0]?.text ?? '';
}

import { buildSync } from 'esbuild';
import { Worker } from 'node:worker_threads';
import { KeptThreads, type KeptThread } from '../../../setup/kept-services.cjs';
import { keptText, stateOfFolders } from '../../kept-text';

/** Folders that a thread may import from. */
const FROM = ['test/fakes', 'shared', 'sandbox'];
const codes = new Map<string, string>();

const { keptThreads = new KeptThreads(), threadsOfTestFile } = globalThis as {
  keptThreads?: InstanceType<typeof KeptThreads>;
  threadsOfTestFile?: Set<Worker>;
};

/**
 * Starts a thread from a TypeScript file of this folder. It does not keep the process alive, and in jest it ends with
 * the test file.
 */
export function startThread(name: string, workerData: unknown): Worker {
  const worker = new Worker(codeOf(name), { eval: true, execArgv: [], workerData });
  worker.unref();
  threadsOfTestFile?.add(worker);
  return worker;
}

/**
 * Takes a thread from a TypeScript file of this folder, which answers at `workerData.port` until its work is done. It
 * may have worked for others, in jest even for another test file.
 *
 * @param more data that makes it a different thread
 * @param data what it starts with, besides port and signal
 */
export function takeThread(name: string, more = '', data = (): object => ({})): KeptThread {
  return keptThreads.take(codeOf(name), more, data);
}

function codeOf(name: string): string {
  const known = codes.get(name) ?? keptText(`thread-${name}`, stateOfFolders(FROM), () => bundle(name));
  codes.set(name, known);
  return known;
}

function bundle(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`test/fakes/apps-script/threads/${name}.ts`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  return outputFiles[0]?.text ?? '';
}

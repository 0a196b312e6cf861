import { buildSync } from 'esbuild';
import { Worker, type WorkerOptions } from 'node:worker_threads';

const codes = new Map<string, string>();

/** Starts a thread from a TypeScript file of this folder. It does not keep the process alive. */
export function startThread(
  name: string,
  workerData: unknown,
  transferList: NonNullable<WorkerOptions['transferList']> = [],
): Worker {
  const worker = new Worker(codeOf(name), { eval: true, execArgv: [], workerData, transferList });
  worker.unref();
  return worker;
}

function codeOf(name: string): string {
  const known = codes.get(name);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    entryPoints: [`test/fakes/apps-script/${name}.ts`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  const code = outputFiles[0]?.text ?? '';
  codes.set(name, code);
  return code;
}

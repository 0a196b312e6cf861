import { startSandboxProcess, type SandboxProcess } from './sandbox-process';

/** One sandbox for the tests of a file, reset before each. Use it only inside tests. */
export function useSandbox(): Omit<SandboxProcess, 'stop'> {
  let sandbox: SandboxProcess | undefined;
  beforeAll(async () => {
    sandbox = await startSandboxProcess();
  });
  beforeEach(() => sandbox?.reset());
  afterAll(() => sandbox?.stop());
  const started = (): SandboxProcess => {
    if (sandbox === undefined) throw new Error('the sandbox runs in tests only');
    return sandbox;
  };
  return new Proxy({} as SandboxProcess, { get: (_none, name) => Reflect.get(started(), name) as unknown });
}

import { startWorkbook, type RunningWorkbook, type WorkbookOptions } from '../../workbook/served/server';
import { startUpstream, type Upstream } from '../relay/upstream';
import { builtFolders } from './built';

/** The workbook of a file's tests, with the sandbox. */
export let workbook: RunningWorkbook;
/** What is done after each test. */
export const stops: (() => Promise<void>)[] = [];

/** Starts it for all tests of a file, and stops after each what that has started besides. */
export function useWorkbook(): void {
  beforeAll(async () => {
    workbook = await startWorkbook({ port: 0, apiUrl: null, ...builtFolders() });
  });
  afterAll(() => workbook?.stop());
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });
}

/** Another one, with its own origin. */
export async function start(options: Partial<WorkbookOptions>): Promise<string> {
  const started = await startWorkbook({ port: 0, apiUrl: null, ...builtFolders(), ...options });
  stops.push(() => started.stop());
  return started.origin;
}

export async function startApi(): Promise<Upstream> {
  const upstream = await startUpstream((_request, response) => response.end('{"name":"Stripe"}'));
  stops.push(() => upstream.stop());
  return upstream;
}

import fc from 'fast-check';
import type { Policy } from '../../fakes/days-of-spending';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { times } from '../../setup/chance';
import { limit, policy, step, type Step } from './limit-history';
import { LimitedSheet } from './limited-sheet';
import { openWorld } from '../open-world';

/**
 * Whatever an editor types and whatever fails, the service's own ledger stays within what the owner allows, day by
 * day.
 */

let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
afterAll(() => sandbox.stop());

async function play(ownerLimit: number, filePolicy: Policy, steps: readonly Step[]): Promise<void> {
  await sandbox.reset();
  const world = await openWorld(sandbox.origin);
  try {
    world.state.network.takesMs = 100;
    const sheet = new LimitedSheet(world, sandbox, ownerLimit, filePolicy);
    for (const next of steps) await sheet.take(next);
  } finally {
    await world.stop();
  }
}

it('whatever an editor types and whatever fails, no day costs more than the owner and the file allow', async () => {
  await fc.assert(fc.asyncProperty(limit, policy, fc.array(step, { minLength: 4, maxLength: 12 }), play), {
    numRuns: times(15),
  });
});

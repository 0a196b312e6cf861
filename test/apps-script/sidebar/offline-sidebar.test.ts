import { makeAsk, type ScriptRun } from '../../../apps-script/sidebar/ask';

afterEach(() => Reflect.deleteProperty(globalThis, 'navigator'));

it('without a network the script is not asked, and the sentence says so', async () => {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: false } });
  const asked: string[] = [];
  const run: ScriptRun = {
    withSuccessHandler: () => run,
    withFailureHandler: () => run,
    rpc: (name) => void asked.push(name),
  };
  expect([await makeAsk(run)('spending'), asked]).toEqual([
    { ok: false, sentence: 'You are offline. Connect to the internet, then retry.', code: 'offline', facts: {} },
    [],
  ]);
});

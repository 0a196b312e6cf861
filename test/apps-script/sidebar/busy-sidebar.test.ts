import { makeAsk, type ScriptRun } from '../../../apps-script/sidebar/ask';
import { calculateTogether } from '../../fakes/apps-script/threads/together';
import { makeScriptRun } from '../../fakes/sidebar-frame/script-run-client';
import { ScriptServer } from '../../fakes/sidebar-frame/script-server';
import { fillDown, names, shownIn } from '../formulas/sheet-of-formulas';
import { useSpreadsheets, world } from '../spreadsheet';

useSpreadsheets();

it('a message that is sent while 30 formulas calculate is answered once they are done', async () => {
  const grid = fillDown(world, 60, '=TRACE_COMPANY(A#)');
  const server = new ScriptServer(world, 'owner');
  const refused: string[] = [];
  const run = makeScriptRun(['rpc'], async (name, args) => {
    const came = await server.answer(name, args);
    if (came.includes('too many scripts')) refused.push(came);
    return came;
  });
  const calculated = calculateTogether(world, { atOnce: 30, times: { callMs: 20, writtenValueMs: 0, startMs: 0 } });
  while (world.state.running < 30) await new Promise((resolve) => setTimeout(resolve, 1));
  const [answer] = await Promise.all([makeAsk(run as unknown as ScriptRun)('spending'), calculated]);
  expect({ answer, wasRefused: refused.length > 0, shown: shownIn(grid, 2, 60) }).toEqual({
    answer: expect.objectContaining({ ok: true }) as unknown,
    wasRefused: true,
    shown: names(60),
  });
});

it('formulas that Google has refused to run, since there were too many in a second, are answered by a retry', () => {
  const grid = fillDown(world, 6, '=TRACE_COMPANY(A#)');
  world.state.refusedRuns.push(
    'Script invoked too many times per second for this Google user account.',
    'Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.',
  );
  world.calculate();
  const before = shownIn(grid, 2, 6);
  world.callRpc('retryProblems');
  world.calculate();
  expect({ before, after: shownIn(grid, 2, 6) }).toEqual({
    before: ['#ERROR!', '#ERROR!', ...names(6).slice(2)],
    after: names(6),
  });
});

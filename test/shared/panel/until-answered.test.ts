import type { PanelAnswer, SpendingStatus } from '../../../shared/panel/protocol';
import { untilAnswered } from '../../../shared/panel/until-answered';

function told(fetching?: number): PanelAnswer<SpendingStatus> {
  const status: SpendingStatus = {
    policy: { mode: 'freely' },
    ownerLimit: null,
    formulasToday: 0,
    runsToday: 0,
    waiting: { cells: 0, credits: 0, isLeast: false },
  };
  return { ok: true, value: fetching === undefined ? status : { ...status, fetching } };
}

/** Looks at a host that says so much, one after the other; the last goes on. */
async function wait(
  ...answers: readonly PanelAnswer<SpendingStatus>[]
): Promise<{ isAnswered: boolean; looks: number }> {
  let looks = 0;
  const look = async (): Promise<PanelAnswer<SpendingStatus>> => answers[Math.min(looks++, answers.length - 1)]!;
  const { isAnswered } = await untilAnswered(look, async () => undefined);
  return { isAnswered, looks };
}

it.each([
  ['cells that had their answers at once', [told(0)], { isAnswered: true, looks: 3 }],
  ['cells that are being fetched', [told(0), told(12), told(3), told(0)], { isAnswered: true, looks: 6 }],
  ['gaps between two messages of Excel', [told(5), told(0), told(5), told(0)], { isAnswered: true, looks: 6 }],
  ['a host that cannot tell', [told()], { isAnswered: false, looks: 1 }],
  ['a host that fails', [{ ok: false, sentence: 'No.' } as const], { isAnswered: false, looks: 1 }],
  ['cells that never get an answer', [told(1)], { isAnswered: false, looks: 240 }],
])('%s', async (_what, answers, expected) => {
  expect(await wait(...answers)).toEqual(expected);
});

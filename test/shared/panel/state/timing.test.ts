import { makeSpaced, untilAnswered } from '../../../../shared/panel/state/timing';
import type { PanelAnswer, SpendingStatus } from '../../../../shared/panel/protocol';

describe('spaced', () => {
  let calls = 0;
  const spaced = () => makeSpaced(() => (calls += 1), 1_000);

  beforeEach(() => {
    calls = 0;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('calls at once', () => {
    spaced().call();
    expect(calls).toBe(1);
  });

  it('makes one call of many within the gap, when it has passed', () => {
    const { call } = spaced();
    for (let count = 0; count < 50; count += 1) call();
    const during = calls;
    jest.advanceTimersByTime(1_000);
    const after = calls;
    jest.advanceTimersByTime(10_000);
    expect({ during, after, later: calls }).toEqual({ during: 1, after: 2, later: 2 });
  });

  it('never calls more often than the gap allows', () => {
    const { call } = spaced();
    for (let ms = 0; ms < 10_000; ms += 100) {
      call();
      jest.advanceTimersByTime(100);
    }
    expect(calls).toBe(11);
  });

  it('calls no more once it is stopped', () => {
    const { call, stop } = spaced();
    call();
    call();
    stop();
    jest.advanceTimersByTime(5_000);
    expect(calls).toBe(1);
  });
});

describe('until answered', () => {
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
});

import { api, Bench } from '../../fakes/bulk-bench';
import { PARTNERS, partnersOf } from '../../fakes/bulk-partners';
import { json } from '../../fakes/memory-host';

const domains = (count: number): string[][] => Array.from({ length: count }, (_row, at) => [`x${at}.example`]);

describe('while a run pays', () => {
  it('answers are counted as they come, with what they cost, before the first row is written', async () => {
    const bench = new Bench(
      [['domain'], ...domains(30)],
      partnersOf(() => 5),
    );
    await bench.start(await bench.plan(PARTNERS), { cap: 1_000 });
    const firstRows = bench.grid.events.findIndex(({ is }) => is === 'progress');
    const answered = bench.grid.events.slice(0, firstRows).filter(({ is }) => is === 'answered');
    expect(answered).toEqual([
      { is: 'answered', answers: 30, credits: 30 },
      { is: 'answered', answers: 60, credits: 180 },
    ]);
  });

  it('rows of partners are written in groups that grow, the first after a hundred companies', async () => {
    const bench = new Bench(
      [['domain'], ...domains(450)],
      partnersOf(() => 1),
    );
    await bench.start(await bench.plan(PARTNERS), { cap: 10_000 });
    const done = bench.grid.events.flatMap((event) => (event.is === 'progress' ? [event.progress.done] : []));
    expect(done).toEqual([100, 200, 400, 450]);
  });
});

describe('once it is paused', () => {
  it('tells what answers are worth that no row shows, and resuming them is free', async () => {
    let isRevoked = false;
    const service = partnersOf(() => 5);
    const bench = new Bench([['domain'], ...domains(30)], (request) =>
      isRevoked && request.operation !== 'companies.batch' ? json(401, {}) : service(request),
    );
    isRevoked = true;
    const end = await bench.start(await bench.plan(PARTNERS), { cap: 1_000 });
    expect(end).toMatchObject({ is: 'paused', saved: 30, summary: { creditsUsed: 30, open: 30 } });
    isRevoked = false;
    expect(await bench.resume({ limit: 1_000 })).toMatchObject({ is: 'done', saved: 0, summary: { creditsUsed: 180 } });
  });

  it('nothing is saved where rows show all that was paid for', async () => {
    const bench = new Bench([['domain'], ...domains(50)], api);
    const end = await bench.start(await bench.plan(), { cap: 20 });
    expect(end).toMatchObject({ is: 'paused', saved: 0, summary: { found: 20, creditsUsed: 20 } });
  });
});

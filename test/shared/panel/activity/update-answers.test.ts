import { startSandbox } from '../../../../sandbox/index';
import { recall } from '../../../../shared/lookup/cache';
import { freshnessOf } from '../../../../shared/records/outcome';
import { endSavedAnswers, priceUpdate, updateAnswers } from '../../../../shared/panel/activity/update-answers';
import { toUpdatedText } from '../../../../shared/panel/activity/update-text';
import { TraceError } from '../../../../shared/errors/trace-error';
import { json } from '../../../fakes/memory-host';
import { PanelSandbox } from '../../../fakes/panel-sandbox';
import { SandboxPorts } from '../../../fakes/sandbox-ports';

describe('updating answers', () => {
  const TWO = ['company-1.example', 'company-2.example'];
  const DAY_MS = 86_400_000;
  const PAYER = { id: 'acc-1', keyId: 'key-1', keyClass: 'user', readsLists: true } as const;

  const dayOf = ({ memory }: PanelSandbox): string => new Date(memory.nowMs).toISOString().slice(0, 10);

  /** How a formula that takes answers of 30 days sees the saved one, so many minutes from now. */
  async function seen(world: PanelSandbox, domain: string, minutes: number): Promise<string> {
    const { outcomes } = await world.ports.perform(recall(PAYER, 'company', [domain]));
    const age = { maxAgeMs: 30 * DAY_MS, isAgeAsked: false };
    return freshnessOf(outcomes.get(domain), age, world.memory.nowMs + minutes * 60_000);
  }

  test('the price is a credit for each company that is not paid for, and nothing until the first is charged again', async () => {
    const world = new PanelSandbox();
    expect(await priceUpdate(world.ports, TWO)).toEqual({ credits: 2, free: 0, freeUntilMs: null });
    await updateAnswers(world.ports, ['company-1.example'], 1, 0);
    expect(await priceUpdate(world.ports, TWO)).toMatchObject({ credits: 1, free: 1 });
    world.memory.nowMs += 10 * DAY_MS;
    await updateAnswers(world.ports, ['company-2.example'], 1, 0);
    const { credits, freeUntilMs } = await priceUpdate(world.ports, TWO);
    expect({ credits, freeUntil: new Date(freeUntilMs!).toISOString().slice(0, 10) }).toEqual({
      credits: 0,
      freeUntil: '2026-07-14',
    });
  });

  test('companies are fetched again whatever is saved, by one request, within the price', async () => {
    const world = new PanelSandbox();
    const first = await updateAnswers(world.ports, TWO, 2, 0);
    const again = await updateAnswers(world.ports, TWO, 0, 0);
    expect({ first, again }).toEqual({
      first: { changes: [], compared: 0, answered: 2, credits: 2, unsure: 0, problem: null },
      again: { changes: [], compared: 2, answered: 2, credits: 0, unsure: 0, problem: null },
    });
    expect({ paths: world.paths, charged: await world.charged() }).toEqual({
      paths: ['/companies/batch', '/companies/batch'],
      charged: 2,
    });
  });

  test('what comes while views may lag is an answer for the rest of the hour only', async () => {
    const world = new PanelSandbox();
    const rescannedMs = world.memory.nowMs - 20 * 60_000;
    await updateAnswers(world.ports, TWO, 2, rescannedMs);
    expect([await seen(world, TWO[0]!, 39), await seen(world, TWO[0]!, 41)]).toEqual(['fresh', 'ifFree']);
    world.memory.nowMs += 41 * 60_000;
    await updateAnswers(world.ports, TWO, 0, rescannedMs);
    expect(await seen(world, TWO[0]!, 60)).toBe('fresh');
  });

  test('answers that were saved before a rescan end an hour after it', async () => {
    const world = new PanelSandbox();
    await updateAnswers(world.ports, TWO, 2, 0);
    await endSavedAnswers(world.ports, [...TWO, 'unknown.example'], world.memory.nowMs);
    expect([
      await seen(world, TWO[1]!, 59),
      await seen(world, TWO[1]!, 60),
      await seen(world, 'unknown.example', 0),
    ]).toEqual(['fresh', 'ifFree', 'needed']);
  });

  test('what a rescan changed is told for each company', async () => {
    const world = new PanelSandbox();
    const answer = (employees: number, stack: readonly string[]) => () =>
      json(200, {
        results: TWO.map((domain) => ({
          domain,
          status: 'found',
          company: {
            primary_domain: domain,
            slug: domain,
            employee_count: employees,
            technologies: stack.map((name) => ({ name, slug: name.toLowerCase() })),
          },
        })),
      });
    world.instead = answer(950, ['Shopify', 'React']);
    await updateAnswers(world.ports, TWO, 2, 0);
    world.memory.nowMs += 60_000;
    world.instead = answer(1_200, ['React', 'Klaviyo']);
    const { changes } = await updateAnswers(world.ports, TWO.slice(0, 1), 0, 0);
    const change = { domain: TWO[0], category: '', from: '', to: '', seenOn: dayOf(world) };
    expect(changes).toEqual([
      { ...change, kind: 'technology', what: 'Klaviyo', is: 'adopted' },
      { ...change, kind: 'technology', what: 'Shopify', is: 'dropped' },
      { ...change, kind: 'fact', what: 'Employee count', is: 'changed', from: 950, to: 1_200 },
    ]);
  });

  test('without credits what is saved stays, and the reason is said', async () => {
    const world = new PanelSandbox();
    await world.order('faults', { fault: 'credits-out', times: null });
    const { answered, credits, problem } = await updateAnswers(world.ports, TWO, 2, 0);
    expect({ answered, credits, problem }).toEqual({
      answered: 0,
      credits: 0,
      problem: expect.objectContaining({ code: 'creditsOut' }),
    });
  });

  test('where the credits run out in the middle, what was answered counts, and the rest is asked for later', async () => {
    const world = new PanelSandbox();
    await world.order('reset', { credits: 100 });
    const many = Array.from({ length: 150 }, (_company, at) => `company-${at + 1}.example`);
    const { answered, credits, problem } = await updateAnswers(world.ports, many, 150, 0);
    expect({ answered, credits, charged: await world.charged(), problem }).toEqual({
      answered: 100,
      credits: 100,
      charged: 100,
      problem: expect.objectContaining({ code: 'creditsOut' }),
    });
    expect((await priceUpdate(world.ports, many)).credits).toBe(50);
  });

  test('what a lost answer may have cost is told apart, and asking again is not charged twice', async () => {
    const world = new PanelSandbox();
    world.lost = Infinity;
    const lost = await updateAnswers(world.ports, TWO, 2, 0);
    expect({
      answered: lost.answered,
      credits: lost.credits,
      unsure: lost.unsure,
      charged: await world.charged(),
    }).toEqual({ answered: 0, credits: 2, unsure: 2, charged: 2 });
    expect(toUpdatedText(lost)).toMatch(/^0 answers updated, 2 credits unconfirmed \(connection was lost\)\./);
    world.lost = 0;
    const again = await updateAnswers(world.ports, TWO, 2, 0);
    expect({ answered: again.answered, unsure: again.unsure, charged: await world.charged() }).toEqual({
      answered: 2,
      unsure: 0,
      charged: 2,
    });
  });

  test('where the connection breaks after the service has charged, the doubt is said, and asking again is not charged twice', async () => {
    const sandbox = await startSandbox({ port: 0 });
    try {
      const world = new SandboxPorts('trace_demo', [], { origin: sandbox.origin, fetch });
      await world.control('faults', { fault: 'cut-off-body', times: 5, operation: 'companies.batch' });
      const lost = await updateAnswers(world.ports, TWO, 2, 0);
      expect({
        answered: lost.answered,
        credits: lost.credits,
        unsure: lost.unsure,
        charged: await world.charged(),
      }).toEqual({ answered: 0, credits: 2, unsure: 2, charged: 2 });
      expect(toUpdatedText(lost)).toMatch(/^0 answers updated, 2 credits unconfirmed \(connection was lost\)\./);
      const { credits } = await priceUpdate(world.ports, TWO);
      const again = await updateAnswers(world.ports, TWO, credits, 0);
      expect({ answered: again.answered, unsure: again.unsure, charged: await world.charged() }).toEqual({
        answered: 2,
        unsure: 0,
        charged: 2,
      });
    } finally {
      await sandbox.stop();
    }
  });

  test.each([
    [3, 3, '3 answers updated, free. Nothing changed.'],
    [3, 2, '3 answers updated, free. Nothing changed. 1 company is not comparable: only one answer is saved.'],
    [3, 0, '3 answers updated, free. No earlier answer is saved to compare with.'],
  ])('of %i updated answers, %i with an earlier one: %s', (answered, compared, text) => {
    expect(toUpdatedText({ answered, compared, credits: 0, unsure: 0, changes: [], problem: null })).toBe(text);
  });

  test('what has come before the host stops sending is told, since it cannot be compared again', async () => {
    const world = new PanelSandbox();
    const domains = Array.from({ length: 450 }, (_domain, index) => `company-${index + 1}.example`);
    world.instead = ({ body }) => {
      if (JSON.stringify(body).includes('"company-450.example"')) throw new TraceError('scriptBusy', {});
      return null;
    };
    const { answered, credits, problem } = await updateAnswers(world.ports, domains, 450, 0);
    expect({ answered, credits, problem: problem?.code }).toEqual({
      answered: 400,
      credits: 400,
      problem: 'scriptBusy',
    });
    await expect(updateAnswers(world.ports, domains.slice(400), 50, 0)).rejects.toMatchObject({ code: 'scriptBusy' });
  });
});

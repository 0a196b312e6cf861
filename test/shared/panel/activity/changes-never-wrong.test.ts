import fc from 'fast-check';
import type { Change } from '../../../../shared/panel/activity/compare-answers';
import { startRescan } from '../../../../shared/actions/start-rescan';
import { updateAnswers } from '../../../../shared/panel/activity/update-answers';
import type { Exchange, HttpRequest } from '../../../../shared/client/exchange';
import { json } from '../../../fakes/memory-host';
import { PanelSandbox } from '../../../fakes/panel-sandbox';
import { times } from '../../../setup/chance';

/**
 * Histories of the sandbox: companies are rescanned and their answers updated, while answers are cut, damaged or lost,
 * technologies get other names, a company goes, and this computer's clock is wrong.
 */

const DOMAINS = Array.from({ length: 12 }, (_company, at) => `company-${at + 1}.example`);
const DAY_MS = 86_400_000;

type Technologies = readonly Readonly<Record<string, unknown>>[];
type Spoil = (company: Record<string, unknown>, list: Technologies) => object | null;

/** What happens to the companies of one answer. `null`: Trace does not track the company any more. */
const SPOILS: Readonly<Record<string, Spoil>> = {
  whole: (company) => company,
  cut: (company, list) => ({ ...company, technologies: list.slice(0, 2), technology_count: list.length }),
  cutUncounted: (company, list) => {
    const unread = list.slice(2).map(() => ({}));
    return { ...company, technology_count: null, technologies: [...list.slice(0, 2), ...unread] };
  },
  without: ({ technologies: _list, ...company }) => company,
  renamed: (company, list) => ({
    ...company,
    technologies: list.map((each) => ({ ...each, name: `${each['name']} 2` })),
  }),
  respelled: (company, list) => ({
    ...company,
    technologies: list.map((each) => ({ ...each, slug: `x-${each['slug']}` })),
  }),
  renamedWhole: (company, list) => {
    return {
      ...company,
      technologies: list.map((each) => ({ ...each, name: `N ${each['name']}`, slug: `n-${each['slug']}` })),
    };
  },
  gone: () => null,
};

const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('rescan' as const) }),
    fc.record({ does: fc.constant('update' as const), spoil: fc.constant('whole') }),
    fc.record({ does: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ does: fc.constant('clock' as const), days: fc.integer({ min: -60, max: 60 }) }),
    fc.record({ does: fc.constant('fail' as const) }),
    fc.record({ does: fc.constant('update' as const), spoil: fc.constantFrom(...Object.keys(SPOILS)) }),
  ),
  { minLength: 4, maxLength: 14 },
);

type Steps = typeof steps extends fc.Arbitrary<infer S> ? S : never;

class History {
  readonly world = new PanelSandbox();
  private spoil: Spoil = SPOILS['whole']!;
  private fails = false;
  /** The names that the service itself lists now, by company; those of {@link SPOILS} count as the same. */
  truth = new Map<string, ReadonlySet<string>>();
  readonly wrong: Change[] = [];
  readonly dropped: string[] = [];

  constructor() {
    // After all days that the sandbox's data has.
    this.world.memory.nowMs = Date.UTC(2027, 0, 1, 9);
    this.world.after = (request, exchange) => this.spoiled(request, exchange);
  }

  async run(given: Steps): Promise<void> {
    for (const step of given) {
      switch (step.does) {
        case 'rescan':
          // It takes a minute and a half.
          await startRescan(this.world.client, { domains: DOMAINS, refused: [] });
          this.world.memory.nowMs += 100_000;
          break;
        case 'pass':
          this.world.memory.nowMs += step.days * DAY_MS;
          break;
        case 'clock':
          this.world.memory.nowMs += this.world.serviceAheadMs - step.days * DAY_MS;
          this.world.serviceAheadMs = step.days * DAY_MS;
          break;
        case 'fail':
          this.fails = true;
          await this.update('whole');
          this.fails = false;
          break;
        case 'update':
          await this.update(step.spoil);
      }
    }
  }

  private async update(spoil: string): Promise<void> {
    this.spoil = SPOILS[spoil]!;
    this.truth = new Map();
    const { changes } = await updateAnswers(this.world.ports, DOMAINS, DOMAINS.length, 0);
    for (const change of changes) {
      if (change.kind !== 'technology' || change.is !== 'dropped') continue;
      this.dropped.push(`${change.domain} ${change.what}`);
      const plain = change.what.replace(/^N | 2$/g, '');
      if (this.truth.get(change.domain)?.has(plain) !== false) this.wrong.push(change);
    }
  }

  private spoiled({ path }: HttpRequest, exchange: Exchange): Exchange {
    if (path !== '/companies/batch' || !exchange.ok) return exchange;
    if (this.fails) return json(500, {});
    const { results } = JSON.parse(exchange.response.text) as {
      results: { domain: string; company: Record<string, unknown> }[];
    };
    return json(200, {
      results: results.map((result) => {
        const list = result.company['technologies'] as Technologies;
        this.truth.set(result.domain, new Set(list.map((each) => String(each['name']))));
        const company = this.spoil(result.company, list);
        return company === null ? { domain: result.domain, status: 'not_tracked' } : { ...result, company };
      }),
    });
  }
}

test('what the service lists no longer after a rescan is called dropped', async () => {
  const history = new History();
  await history.run([{ does: 'update', spoil: 'whole' }]);
  const before = history.truth;
  await history.run([{ does: 'rescan' }, { does: 'update', spoil: 'whole' }]);
  const missing = [...before].flatMap(([domain, names]) =>
    [...names].flatMap((name) => (history.truth.get(domain)?.has(name) === true ? [] : [`${domain} ${name}`])),
  );
  expect(missing.length).toBeGreaterThan(1);
  expect(history.dropped).toEqual(missing);
});

test('nothing is called dropped that the service still lists, whatever happens to the answers', async () => {
  let dropped = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      const history = new History();
      await history.run(given);
      dropped += history.dropped.length;
      expect(history.wrong).toEqual([]);
    }),
    { numRuns: times(30), seed: 40 },
  );
  // Otherwise the histories would prove nothing.
  expect(dropped).toBeGreaterThan(5);
});

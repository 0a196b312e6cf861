import { Script } from 'node:vm';
import fc from 'fast-check';
import { agreeTo } from '../../excel-addin/panel/panel-spending';
import { DaysOfSpending, type Policy } from '../fakes/days-of-spending';
import { excelAddinFiles } from '../fakes/excel/functions-bundle';
import { SandboxAtOnce } from '../fakes/excel/sandbox-at-once';
import { filledDown, hostileFormula, type Typed } from '../fakes/hostile-formulas';
import type { SandboxFault } from '../fakes/sandbox-process';
import { Device, ExcelPage, type PanelHost } from '../replay/excel-page';
import type { ModelRequest } from '../replay/model-api';
import { VirtualTime } from '../replay/virtual-time';
import { times } from '../setup/chance';

/**
 * Whatever is typed in two workbooks of one browser and whatever fails, the service's own ledger stays within the
 * limit.
 */

/** A formula, in which workbook, and after how long. */
interface Entry {
  readonly formula: Typed;
  readonly isFilled: boolean;
  readonly book: 0 | 1;
  readonly afterMs: number;
}

type Step =
  /** At the same time. */
  | { readonly do: 'type'; readonly entries: readonly Entry[]; readonly cancelAfterMs: number | null }
  | { readonly do: 'agree'; readonly credits: number; readonly book: 0 | 1 }
  | { readonly do: 'policy'; readonly policy: Policy }
  | { readonly do: 'faults'; readonly faults: readonly SandboxFault[] }
  /** The page is gone after so many effects of the next calculation, and opened again. */
  | { readonly do: 'crash'; readonly book: 0 | 1; readonly at: number }
  | { readonly do: 'reopen'; readonly book: 0 | 1 }
  | { readonly do: 'database'; readonly is: 'there' | 'full' | 'refused' | 'lost' }
  | { readonly do: 'pass'; readonly ms: number }
  /** Ten seconds before the day ends (UTC). */
  | { readonly do: 'evening' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** What an answer's way to the service takes, see `excel-page.ts`. */
const ON_ITS_WAY_MS = 40;

const CHARGED: readonly SandboxFault[] = [
  { fault: 'cut-off-body' },
  { fault: 'malformed-json' },
  { fault: 'empty-body' },
  { fault: 'different-shapes' },
  { fault: 'slow', delayMs: 45_000 },
];
const FAULTS: readonly SandboxFault[] = [
  ...CHARGED,
  ...CHARGED,
  { fault: 'results-dropped' },
  { fault: 'results-doubled' },
  { fault: 'results-shuffled' },
  { fault: 'bad-gateway' },
  { fault: 'dropped-connection' },
  { fault: 'rate-limited' },
  { fault: 'credits-out' },
  { fault: 'assumed-routes-missing' },
];
const fault = fc
  .tuple(fc.constantFrom(...FAULTS), fc.constantFrom(1, 4, 8, 8))
  .map(([named, many]): SandboxFault => ({ ...named, times: many }));
const book = fc.constantFrom(0 as const, 1 as const);
const policy = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(0, 1, 3, 10, 10, 20, 45, 130, 260).map((limit): Policy => ({ mode: 'daily', limit })),
  },
  { weight: 1, arbitrary: fc.constant<Policy>({ mode: 'onRequest' }) },
);
const entry: fc.Arbitrary<Entry> = fc.record({
  formula: hostileFormula,
  isFilled: fc.boolean(),
  book,
  afterMs: fc.constantFrom(0, 0, 10, 60, 110),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
      cancelAfterMs: fc.constantFrom(null, null, null, 5, 70, 120),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('agree' as const), credits: fc.constantFrom(0, 1, 5, 40), book }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), policy }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('faults' as const),
      faults: fc.array(fault, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('crash' as const), book, at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), book }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('database' as const),
      is: fc.constantFrom('there' as const, 'full' as const, 'refused' as const, 'lost' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(MINUTE_MS, 11 * MINUTE_MS, DAY_MS, 30 * DAY_MS - HOUR_MS, 31 * DAY_MS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('evening' as const) }) },
);

/** Two workbooks of one browser, whose formulas may spend so much a day. */
class LimitedWorkbooks implements PanelHost {
  readonly time = new VirtualTime();
  readonly settings = new Map<string, unknown>();
  readonly api: CountedSandbox;
  private readonly days: DaysOfSpending;
  private readonly device = new Device('browser', this.time);
  private readonly pages: [ExcelPage, ExcelPage];

  constructor(
    readonly functions: Script,
    first: Policy,
  ) {
    this.days = new DaysOfSpending(first, null);
    this.api = new CountedSandbox((credits, atMs) => this.days.charge(credits, atMs));
    this.settings.set('trace.spendPolicy', first);
    this.device.storage.setItem('trace.apiKey', 'trace_demo');
    this.device.storage.setItem('trace.accountId', 'acc-1');
    this.pages = [new ExcelPage(this.device, this), new ExcelPage(this.device, this)];
  }

  sent(): void {}
  answered(): void {}

  async take(next: Step): Promise<void> {
    const { databases } = this.device;
    switch (next.do) {
      case 'type':
        return this.calculate(next);
      case 'agree':
        this.days.agree(next.credits, this.time.trueMs);
        void agreeTo(this.pages[next.book].spending(), 'acc-1', next.credits, this.time.trueMs);
        return this.time.settle();
      case 'policy':
        this.days.setPolicy(next.policy);
        this.settings.set('trace.spendPolicy', next.policy);
        return;
      case 'faults':
        return next.faults.forEach((each) => this.api.fault(each));
      case 'crash':
        this.pages[next.book].effectsLeft = next.at;
        return;
      case 'reopen':
        return this.reopen(next.book);
      case 'database':
        databases.isFull = next.is === 'full';
        databases.isRefused = next.is === 'refused';
        // Answers are lost now and then, and asked for again; the ledger stays.
        if (next.is === 'lost') databases.stores.get('trace-answers')?.clear();
        return;
      case 'pass':
        return this.time.pass(next.ms);
      case 'evening': {
        const leftMs = DAY_MS - (this.time.trueMs % DAY_MS) - 10_000;
        return this.time.pass(leftMs > 0 ? leftMs : leftMs + DAY_MS);
      }
    }
  }

  private async calculate({ entries, cancelAfterMs }: Extract<Step, { do: 'type' }>): Promise<void> {
    for (const { formula, isFilled, book: at, afterMs } of entries) {
      const page = this.pages[at];
      page.after(afterMs, () => {
        for (const { id, args } of isFilled ? filledDown(formula) : [formula]) {
          const cells = args.map((argument) => (argument === '' ? null : toCells(argument)));
          const { shown, cancel } = page.call(id, cells);
          shown.catch(() => undefined);
          if (cancelAfterMs !== null) page.after(cancelAfterMs, cancel);
        }
      });
    }
    await this.time.settle();
    for (const at of [0, 1] as const) {
      if (this.pages[at].isGone) this.reopen(at);
      this.pages[at].effectsLeft = Infinity;
    }
  }

  private reopen(at: 0 | 1): void {
    this.pages[at].isGone = true;
    this.pages[at] = new ExcelPage(this.device, this);
  }
}

/** Tells each charge, and when its request was sent. */
class CountedSandbox extends SandboxAtOnce {
  constructor(private readonly charged: (credits: number, atMs: number) => void) {
    super();
  }

  override answer(request: ModelRequest): ReturnType<SandboxAtOnce['answer']> {
    const response = super.answer(request);
    this.charged(this.log.at(-1)?.credits ?? 0, this.nowMs - ON_ITS_WAY_MS);
    return response;
  }
}

function toCells(argument: Typed['args'][number]): readonly (readonly string[])[] {
  return typeof argument === 'string' ? [[argument]] : argument;
}

let functions: Script;

beforeAll(async () => {
  functions = new Script((await excelAddinFiles()).functions, { filename: 'functions.js' });
});

it('whatever is typed in two workbooks and whatever fails, no day costs more than the limit and what was agreed to', async () => {
  await fc.assert(
    fc.asyncProperty(policy, fc.array(step, { minLength: 4, maxLength: 14 }), async (first, steps) => {
      const workbooks = new LimitedWorkbooks(functions, first);
      for (const next of steps) await workbooks.take(next);
    }),
    { numRuns: times(40) },
  );
});

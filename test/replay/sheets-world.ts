import { SheetsClock } from '../fakes/apps-script/clock';
import type { User } from '../fakes/apps-script/user';
import type { WorldState } from '../fakes/apps-script/world-state';
import { toActive } from './active-sheet';
import { type AddonRealm, type Ended } from './addon-realm';
import { AnsweredTo, organizationOf } from './answered-to';
import { ExpectedLedger } from './expected-ledger';
import { Excuses } from './excuses';
import type { Policy, Step } from './history';
import { KnownAnswers } from './known-answers';
import type { Billed } from './model-api';
import { RetriedSheets } from './retried-sheets';
import { SheetsAsked } from './sheets-asked';
import { MODEL_ORIGIN, SheetsService, TAKES_MS } from './sheets-service';
import { mixed, toShown } from './sheets-shown';
import { wrongInLedger } from './sheets-stores';
import { retryOnce } from './retry-once';
import { Sheets, toName } from './sheets-of-people';
import { openSpreadsheet } from './spreadsheet-state';
import { Verdict } from './verdict';
import { FORMULAS, toRuns, type Cell, type CellPlace } from './workbook';

/** Each cell is a run; of longer columns some run first, and find the rest done. */
const MOST_RUNS = 40;
/** How long formulas go by an account that they found in the cache. */
const KEPT_FOR_MS = 600_000;
const LEFT_FOR_MS = 30_000;
const SAME_ORGANIZATION: ReadonlySet<string> = new Set(['trace_demo', 'trace_org_demo']);

/** One spreadsheet, its owner and an editor, and the promises that are checked at each step. */
export class SheetsReplayWorld {
  private readonly service = new SheetsService({
    accountId: () => this.accountId,
    nowMs: () => this.clock.nowMs(),
    isAsked: (answer, identifier) => this.checkAsked(answer, identifier),
    isAnswered: (answer) => this.noteAnswer(answer),
    fail: (sentence) => this.verdict.fail(sentence),
  });
  private readonly api = this.service.api;
  private readonly clock = new SheetsClock(this.api.nowMs);
  private readonly state: WorldState;
  private readonly sheets = new Sheets();
  private readonly ledger = new ExpectedLedger();
  private readonly known = new KnownAnswers();
  private readonly answeredTo = new AnsweredTo(this.api.log);
  private readonly excuses = new Excuses();
  private readonly verdict = new Verdict(this.answeredTo, this.excuses);
  private readonly asked = new SheetsAsked(this.known, this.verdict);
  /** What each cell shows, by sheet, column and row. */
  private readonly shown = new Map<string, string>();
  private user: User = 'owner';
  private policy: Policy = { mode: 'freely' };
  private crashAt: number | null = null;
  /** What a run that Google ended may have left for the next one to fetch, and until when: `apps-script/formulas/turn.ts`. */
  private left: readonly { readonly cell: Cell; readonly untilMs: number }[] = [];
  private keyMeanwhile: string | null = null;
  private kept = { organization: '', untilMs: -Infinity };
  private calculated: Cell | null = null;

  constructor(private readonly addon: AddonRealm) {
    this.state = openSpreadsheet(this.clock, MODEL_ORIGIN, TAKES_MS);
    this.setKey('trace_demo');
    this.setPolicy({ mode: 'freely' });
  }

  /** Throws what was broken. */
  run(steps: readonly Step[]): Promise<void> {
    return this.verdict.follow(steps, (step) => this.take(step));
  }

  private take(step: Step): void {
    switch (step.do) {
      case 'fill':
      case 'fillRun':
      case 'edit':
      case 'sort':
      case 'insert':
      case 'delete':
      case 'duplicate':
      case 'column':
      case 'form':
        this.sheets.take(step);
        return this.calculate(this.sheets.changed(), true);
      case 'recalculate':
        return this.calculate(this.sheets.all(), true);
      case 'reopen':
        this.clock.advance(step.afterMs);
        return this.calculate(this.sheets.all(), false);
      case 'wait':
        return this.clock.advance(step.forMs);
      case 'key':
        if (step.whileFetchingMs > 0) this.keyMeanwhile = step.key;
        else this.setKey(step.key);
        return;
      case 'user':
        this.user = step.user === 0 ? 'owner' : 'editor';
        return;
      case 'faults':
        this.api.faults.push(...step.faults);
        this.api.retryAfterSeconds = step.retryAfterSeconds;
        return;
      case 'credits':
        for (const organization of ['one', 'other']) this.api.setBalance(organization, step.left);
        return;
      case 'policy':
        return this.setPolicy(step.policy);
      case 'agree':
        if (this.accountId === '') return;
        this.ledger.turnTo(this.clock.nowMs());
        this.ledger.agree(step.credits);
        this.ask('fetchWaiting', [step.credits]);
        return this.calculate(this.sheets.all(), true);
      case 'retry':
        return this.retry(step);
      case 'crash':
        this.crashAt = step.at;
        return;
      case 'locks':
        Object.assign(this.state.locks, step);
        return;
      case 'cache':
        this.state.documentCacheIs = step.is;
        return;
      // Google's servers keep the time, run each formula alone, and let no one give up a cell.
      case 'clock':
      case 'cancel':
      case 'twoFiles':
        return;
    }
  }

  private get accountId(): string {
    return this.state.userProperties.owner.readOne('TRACE_ACCOUNT_ID') ?? '';
  }

  private ask(name: string, args: readonly unknown[]): Ended {
    return this.addon.rpc(name, args, this.state, this.service.http);
  }

  private setKey(key: string): void {
    const before = this.state.userProperties.owner.readOne('TRACE_API_KEY') ?? '';
    const keepsAccount = before === key || (SAME_ORGANIZATION.has(before) && SAME_ORGANIZATION.has(key));
    // A cache that fails keeps the account that formulas go by to show what is saved.
    if (!this.isCaching)
      this.kept = { organization: organizationOf(before), untilMs: this.clock.nowMs() + KEPT_FOR_MS };
    if (key === '') this.ask('forgetKey', []);
    else this.ask('setKey', [key, keepsAccount ? 'sameAccount' : 'anotherAccount']);
  }

  private setPolicy(policy: Policy): void {
    this.policy = policy;
    this.ledger.setPolicy(policy);
    this.ask('setPolicy', [policy]);
  }

  /** @param isCellKnown whether Google tells which cell is calculated; not when a file is opened */
  private calculate(cells: readonly Cell[], isCellKnown: boolean): void {
    const { crashAt, keyMeanwhile } = this;
    this.crashAt = null;
    this.keyMeanwhile = null;
    this.ledger.turnTo(this.clock.nowMs());
    let effectsLeft = crashAt ?? Infinity;
    const first = toRuns(mixed(cells), this.sheets.read()).slice(0, MOST_RUNS);
    for (const [index, run] of first.entries()) {
      if (index === 1 && keyMeanwhile !== null) this.setKey(keyMeanwhile);
      this.noteExcuses();
      if (effectsLeft < Infinity) this.state.cutOff = { afterCalls: effectsLeft, makesCollectedChanges: false };
      const { value, isOver, calls } = this.calculateRun(run, isCellKnown);
      effectsLeft -= calls;
      this.state.cutOff = null;
      this.checkLedger(isOver);
      if (isOver) {
        const untilMs = this.clock.nowMs() + LEFT_FOR_MS;
        this.left = [...this.left, ...run.map((cell) => ({ cell, untilMs }))];
        return this.calculate(this.sheets.all(), isCellKnown);
      }
      const askers = [organizationOf(this.state.userProperties.owner.readOne('TRACE_API_KEY') ?? null)];
      if (this.clock.nowMs() < this.kept.untilMs) askers.push(this.kept.organization);
      for (const [at, cell] of run.entries()) {
        const shown = toShown(value, at, run);
        this.verdict.checkCell(cell, shown, askers, this.clock.nowMs());
        this.sheets.note(cell);
        this.shown.set(toName(cell), shown);
      }
    }
    this.excuses.endCalculation();
  }

  private calculateRun(run: readonly Cell[], isCellKnown: boolean): Ended {
    const cell = run[0]!;
    const { id, more } = FORMULAS[cell.formula];
    const sheet = this.sheets.read()[cell.sheet]!;
    if (sheet.form === 'guarded' && cell.input === '') return { value: '', isOver: false, calls: 0 };
    const active = toActive(sheet, isCellKnown ? cell : null);
    this.calculated = cell;
    this.service.learnt = new KnownAnswers();
    const logged = this.api.log.length;
    const ended = this.addon.formula(
      id,
      [run.length === 1 ? cell.input : run.map(({ input }) => [input]), ...more],
      this.user,
      this.state,
      this.service.http,
      active,
    );
    if (ended.isOver) return ended;
    if (this.isCaching) this.known.add(this.service.learnt);
    const answered = this.api.log.slice(logged).filter(({ status }) => status === 200);
    const asked = answered.flatMap((answer) => answer.asked);
    if (asked.length > 0) {
      const siblings = this.sheets.all().filter((each) => each.sheet === cell.sheet && each.column === cell.column);
      this.asked.noteShown(this.accountId, [cell, ...siblings], this.service.learnt, asked, this.clock.nowMs());
    }
    return ended;
  }

  /** @param isOver whether Google ended the run, which may then have spent what it could not book */
  private checkLedger(isOver: boolean): void {
    const { ledger, state, accountId } = this;
    const wrong = wrongInLedger(ledger, this.service.takeDelivered(), this.api.log, state, accountId, isOver);
    if (wrong !== null) this.verdict.fail(wrong);
  }

  private checkAsked(answer: Billed, identifier: string): void {
    if (!this.isCaching) return;
    const left = this.left.filter(({ untilMs }) => this.clock.nowMs() <= untilMs).map(({ cell }) => cell);
    const cells = [...this.sheets.all(), ...left, ...(this.calculated === null ? [] : [this.calculated])];
    this.asked.check(this.accountId, answer, identifier, cells, this.clock.nowMs());
  }

  private retry(step: Extract<Step, { do: 'retry' }>): void {
    const stale = new Set(this.sheets.changed().map(toName));
    const shownIn = (cell: CellPlace): string | null =>
      stale.has(toName(cell)) ? null : (this.shown.get(toName(cell)) ?? null);
    const retried = new RetriedSheets(this.sheets.read(), step.remembers, shownIn);
    this.state.sheets.splice(0, Infinity, ...retried.grids);
    for (let time = 0; time < step.times; time += 1) {
      const broken = retried.broken(retryOnce(step, this.state, this.clock, (name) => this.ask(name, [])));
      if (broken !== null) return this.verdict.fail(broken);
      const waiting = new Set(retried.waiting().map(toName));
      const cells = this.sheets.all().filter((cell) => waiting.has(toName(cell)));
      this.calculate(cells, true);
      retried.answer();
    }
  }

  private get isCaching(): boolean {
    return this.state.documentCacheIs === 'there';
  }

  private noteExcuses(): void {
    const key = this.state.userProperties.owner.readOne('TRACE_API_KEY') ?? null;
    this.excuses.noteSettings(this.policy, key);
    if (this.state.locks.are === 'there' && this.state.locks.callsInAMinute === Infinity) return;
    this.excuses.noteMeanwhile('notFetchedYet');
    // As long as its sentence asks to wait.
    this.excuses.note('limitNotKept', this.clock.nowMs(), 60_000);
  }

  private noteAnswer({ status, fault }: Billed): void {
    this.excuses.noteAnswer(status, fault, this.clock.nowMs(), 0);
    if (fault === null) return;
    for (const excuse of ['outOfTime', 'notFetchedYet'] as const) this.excuses.noteMeanwhile(excuse);
  }
}

import { SheetsClock } from '../fakes/apps-script/clock';
import type { User } from '../fakes/apps-script/run';
import type { SyncHttp } from '../fakes/apps-script/sync-http';
import type { HttpFate, HttpOrder } from '../fakes/apps-script/http-orders';
import type { WorldState } from '../fakes/apps-script/world-state';
import { toActive } from './active-sheet';
import { type AddonRealm, type Ended } from './addon-realm';
import { AnsweredTo, organizationOf } from './answered-to';
import { Bookkeeper, type Charge } from './bookkeeper';
import { Excuses } from './excuses';
import type { Policy, Step } from './history';
import { KnownAnswers } from './known-answers';
import { ModelApi, type Billed, type ModelResponse } from './model-api';
import { SheetsAsked } from './sheets-asked';
import { cachedAsOf, countedIn } from './sheets-stores';
import { Sheets } from './sheets-of-people';
import { openSpreadsheet } from './spreadsheet-state';
import { Verdict } from './verdict';
import { FORMULAS, toRuns, type Cell } from './workbook';

const TAKES_MS = 80;
const MODEL_ORIGIN = 'http://model';
/** Each cell is a run; of longer columns some run first, and find the rest done. */
const MOST_RUNS = 40;
const SAME_ORGANIZATION: ReadonlySet<string> = new Set(['trace_demo', 'trace_org_demo']);

interface Delivery {
  readonly accountId: string;
  readonly logged: number;
  readonly atMs: number;
}

/** One spreadsheet, its owner and an editor, and the promises that are looked after at each step. */
export class SheetsReplayWorld {
  private readonly api = new ModelApi();
  private readonly clock = new SheetsClock(this.api.nowMs);
  private readonly state: WorldState;
  private readonly sheets = new Sheets();
  private readonly books = new Bookkeeper();
  private readonly known = new KnownAnswers();
  /** What this run has been told. */
  private learnt = new KnownAnswers();
  private readonly answeredTo = new AnsweredTo(this.api.log);
  private readonly excuses = new Excuses();
  private readonly verdict = new Verdict(this.answeredTo, this.excuses);
  private readonly asked = new SheetsAsked(this.known, this.verdict);
  private readonly http = { send: (orders: readonly HttpOrder[]) => this.send(orders) } as unknown as SyncHttp;
  private user: User = 'owner';
  private policy: Policy = { mode: 'freely' };
  private crashAt: number | null = null;
  private keyMeanwhile: string | null = null;
  private delivered: Delivery[] = [];
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
        this.books.turnTo(this.clock.nowMs());
        this.books.agree(step.credits);
        this.ask('fetchWaiting', [step.credits]);
        return this.calculate(this.sheets.all(), true);
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
    return this.state.userProperties.owner.read()['TRACE_ACCOUNT_ID'] ?? '';
  }

  private ask(name: string, args: readonly unknown[]): Ended {
    return this.addon.rpc(name, args, this.state, this.http);
  }

  private setKey(key: string): void {
    const before = this.state.userProperties.owner.read()['TRACE_API_KEY'] ?? '';
    const keepsAccount = before === key || (SAME_ORGANIZATION.has(before) && SAME_ORGANIZATION.has(key));
    if (key === '') this.ask('forgetKey', []);
    else this.ask('setKey', [key, keepsAccount ? 'sameAccount' : 'anotherAccount']);
  }

  private setPolicy(policy: Policy): void {
    this.policy = policy;
    this.books.setPolicy(policy);
    this.ask('setPolicy', [policy]);
  }

  /** @param isCellKnown whether Google tells which cell is calculated; not when a file is opened */
  private calculate(cells: readonly Cell[], isCellKnown: boolean): void {
    const { crashAt, keyMeanwhile } = this;
    this.crashAt = null;
    this.keyMeanwhile = null;
    this.books.turnTo(this.clock.nowMs());
    let effectsLeft = crashAt ?? Infinity;
    const first = toRuns(mixed(cells), this.sheets.read()).slice(0, MOST_RUNS);
    for (const [index, run] of first.entries()) {
      if (index === 1 && keyMeanwhile !== null) this.setKey(keyMeanwhile);
      this.noteExcuses();
      if (effectsLeft < Infinity) this.state.cutOff = { afterCalls: effectsLeft, makesCollectedChanges: false };
      const { value, isOver, calls } = this.calculateRun(run, isCellKnown);
      effectsLeft -= calls;
      this.state.cutOff = null;
      this.checkBooks(isOver);
      if (isOver) return this.calculate(this.sheets.all(), isCellKnown);
      const asker = organizationOf(this.state.userProperties.owner.read()['TRACE_API_KEY'] ?? null);
      for (const [at, cell] of run.entries()) {
        this.verdict.checkCell(cell, toShown(value, at, run.length), [asker], this.clock.nowMs());
        this.sheets.note(cell);
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
    this.learnt = new KnownAnswers();
    const logged = this.api.log.length;
    const ended = this.addon.formula(
      id,
      [run.length === 1 ? cell.input : run.map(({ input }) => [input]), ...more],
      this.user,
      this.state,
      this.http,
      active,
    );
    if (ended.isOver) return ended;
    if (this.isCaching) this.known.add(this.learnt);
    const answered = this.api.log.slice(logged).filter(({ status }) => status === 200);
    const asked = answered.flatMap((answer) => answer.asked);
    if (asked.length > 0) {
      const siblings = this.sheets.all().filter((each) => each.sheet === cell.sheet && each.column === cell.column);
      this.asked.noteShown(this.accountId, [cell, ...siblings], this.learnt, asked, this.clock.nowMs());
    }
    return ended;
  }

  private send(orders: readonly HttpOrder[]): readonly HttpFate[] {
    const { accountId } = this;
    const nowMs = this.clock.nowMs();
    const asked = new Set<string>();
    const cells = [...this.sheets.all(), ...(this.calculated === null ? [] : [this.calculated])];
    const learnt = new KnownAnswers();
    const fates = orders.map((order) => {
      const body = order.body === null ? undefined : (JSON.parse(order.body) as unknown);
      const path = order.url.slice(MODEL_ORIGIN.length);
      const logged = this.api.log.length;
      this.api.nowMs = nowMs;
      const response = this.api.answer({ method: order.method, path, apiKey: keyIn(order), body });
      const answer = this.api.log[logged]!;
      for (const identifier of answer.asked) {
        const name = `${answer.operation}|${identifier}`;
        if (asked.has(name)) this.fail(`${name} is asked for twice at once`);
        asked.add(name);
        if (this.isCaching) this.asked.check(accountId, answer, identifier, cells, nowMs);
      }
      this.noteAnswer(answer);
      learnt.learn(answer, response, accountId, nowMs + TAKES_MS);
      this.delivered.push({ accountId, logged, atMs: nowMs + TAKES_MS });
      return toFate(response);
    });
    // One that is not answered takes the answers of all with it.
    if (fates.every(({ is }) => is === 'answered')) this.learnt.add(learnt);
    return fates;
  }

  /** @param isOver whether Google ended the run, which may then have spent what it could not book */
  private checkBooks(isOver: boolean): void {
    const deliveries = this.delivered;
    this.delivered = [];
    if (deliveries.length === 0) return;
    for (const { accountId, logged, atMs } of deliveries) {
      const isSeen = (charge: Charge): boolean => !isOver && cachedAsOf(this.state, charge) >= atMs;
      this.books.note(this.api.log[logged]!, accountId, isSeen, false);
    }
    const { accountId } = this;
    const overspent = this.books.overspent(accountId);
    if (overspent !== null) this.fail(overspent);
    const counted = countedIn(this.state, accountId);
    if (counted === null) return;
    const least = this.books.leastCounted(accountId);
    if (counted < least) this.fail(`${counted} credits are counted, and ${least} were charged`);
  }

  private get isCaching(): boolean {
    return this.state.documentCacheIs === 'there';
  }

  private noteExcuses(): void {
    const key = this.state.userProperties.owner.read()['TRACE_API_KEY'] ?? null;
    this.excuses.noteSettings(this.policy, key);
    if (this.state.locks.are === 'there' && this.state.locks.callsInAMinute === Infinity) return;
    for (const excuse of ['notFetchedYet', 'limitNotKept'] as const) this.excuses.noteMeanwhile(excuse);
  }

  private noteAnswer({ status, fault }: Billed): void {
    this.excuses.noteAnswer(status, fault, this.clock.nowMs(), 0);
    if (fault === null) return;
    for (const excuse of ['outOfTime', 'notFetchedYet'] as const) this.excuses.noteMeanwhile(excuse);
  }

  private fail(sentence: string): void {
    this.verdict.fail(sentence);
  }
}

/** In an order of no meaning, as Google starts them, and the same each time. */
function mixed(cells: readonly Cell[]): readonly Cell[] {
  const step = [7, 11, 13].find((prime) => cells.length % prime !== 0) ?? 1;
  return cells.map((_cell, index) => cells[(index * step) % cells.length]!);
}

function keyIn({ headers }: HttpOrder): string | null {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-api-key')?.[1] ?? null;
}

function toFate(response: ModelResponse | null): HttpFate {
  if (response === null) return { is: 'failed' };
  const { status, retryAfter, text } = response;
  const headers: Record<string, string> = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  return { is: 'answered', status, headers, body: Buffer.from(text) };
}

/** What the cell at this place of a run's cells shows; an answer ends with the last input that is not blank. */
function toShown(value: unknown, at: number, cells: number): string {
  if (cells === 1 || !Array.isArray(value)) return toText(at === 0 || !Array.isArray(value) ? value : '');
  return toText((value as readonly (readonly unknown[])[])[at]?.[0] ?? '');
}

function toText(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}

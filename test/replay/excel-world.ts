import type { Script } from 'node:vm';
import { agreeTo } from '../../excel-addin/panel/panel-spending';
import { AskedCells } from './asked-cells';
import { AnsweredTo, organizationOf } from './answered-to';
import { storeKey } from './device-key';
import { ACCOUNT, ExcelLedgers, KEY } from './excel-ledgers';
import { BOOK, Device, ExcelPage, type PanelHost, type SentRequest } from './excel-page';
import { Excuses } from './excuses';
import type { Policy, Step } from './history';
import { ModelApi, type ModelResponse } from './model-api';
import { Sheets } from './sheets-of-people';
import { Verdict } from './verdict';
import { VirtualTime } from './virtual-time';
import { WatchedRequests } from './watched-requests';
import type { Cell } from './workbook';

const OWN_WORD = `trace.policy|${BOOK}`;
/** Longer than any calculation. */
const STEP_MS = 60_000;

/** What is to happen in the next calculation. */
interface Plan {
  readonly crashAt?: number;
  readonly cancel?: Extract<Step, { do: 'cancel' }>;
  readonly key?: Extract<Step, { do: 'key' }>;
  readonly isWithOtherFile?: boolean;
}

/** One workbook in Excel, its users and their devices, and the promises that are checked at each step. */
export class ExcelWorld implements PanelHost {
  readonly time = new VirtualTime();
  readonly api = new ModelApi();
  readonly settings = new Map<string, unknown>([['trace.spendPolicy', { mode: 'freely' }]]);
  private readonly sheets = new Sheets();
  private readonly devices = [new Device('first', this.time), new Device('second', this.time)] as const;
  private readonly excuses = new Excuses();
  private readonly answeredTo = new AnsweredTo(this.api.log);
  private readonly verdict = new Verdict(this.answeredTo, this.excuses);
  private readonly ledgers = new ExcelLedgers(this.api.log, this.answeredTo, this.verdict);
  private readonly watch = new WatchedRequests(this.verdict);
  /** Cells that show the text of a problem, by place: Excel recalculates none when the file is opened. */
  private readonly texts = new Set<string>();
  /** Accounts whose keys were set in this calculation. */
  private readonly askers = new Set<string>();
  private device: Device = this.devices[0];
  private page: ExcelPage;
  private plan: Plan = {};
  private otherPage: ExcelPage | null = null;

  constructor(
    readonly functions: Script,
    private readonly isPrivate = false,
  ) {
    if (isPrivate) this.excuses.note('limitNotKept', this.time.trueMs, Infinity);
    for (const device of this.devices) {
      device.databases.isRefused = isPrivate;
      device.storage.setItem(KEY, 'trace_demo');
      device.storage.setItem(OWN_WORD, '{"mode":"freely"}');
    }
    this.page = this.openPage();
  }

  /** Throws what was broken. */
  run(steps: readonly Step[]): Promise<void> {
    return this.verdict.follow(steps, (step) => this.take(step));
  }

  sent(page: ExcelPage, request: SentRequest): void {
    this.watch.sent(page, request);
  }

  answered(page: ExcelPage, request: SentRequest, response: ModelResponse | null): void {
    const answer = this.api.log[request.logged]!;
    if (this.isPrivate && this.isLimited() && answer.charged.length > 0)
      this.verdict.fail('spent by a limit that nothing keeps');
    this.excuses.noteAnswer(answer.status, answer.fault, this.time.trueMs, STEP_MS);
    this.watch.answered(page, request, answer, response);
    this.ledgers.deliver({
      device: page.device,
      request,
      atMs: page.device.nowMs(),
      isApart: this.otherPage !== null,
    });
  }

  private async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'fill':
      case 'fillRun':
      case 'edit':
      case 'sort':
      case 'insert':
      case 'delete':
      case 'duplicate':
      case 'column':
        this.sheets.take(step);
        return this.calculate(this.sheets.changed());
      case 'recalculate':
        return this.calculate(this.sheets.all());
      case 'reopen':
        this.time.pass(step.afterMs);
        return this.reopen();
      case 'wait':
        this.time.pass(step.forMs);
        return;
      case 'clock':
        this.device.skewMs += step.byMs;
        // A pause ends by the clock of the device.
        for (const excuse of ['creditsOut', 'rateLimited', 'keyRefused'] as const) {
          this.excuses.note(excuse, this.time.trueMs, Math.abs(step.byMs) + 7 * 3_600_000);
        }
        return;
      case 'key':
        if (step.whileFetchingMs > 0) this.plan = { ...this.plan, key: step };
        else this.setKey(this.device, step.key);
        return;
      case 'user':
        this.device = this.devices[step.user] ?? this.device;
        return this.reopen();
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
        return this.agree(step.credits);
      case 'crash':
        this.plan = { ...this.plan, crashAt: step.at };
        return;
      case 'cancel':
        this.plan = { ...this.plan, cancel: step };
        return;
      case 'twoFiles':
        this.plan = { ...this.plan, isWithOtherFile: true };
        return;
    }
  }

  private isLimited(): boolean {
    return (this.settings.get('trace.spendPolicy') as Policy).mode !== 'freely';
  }

  private openPage(): ExcelPage {
    const page = new ExcelPage(this.device, this);
    this.watch.open(page);
    return page;
  }

  private async reopen(): Promise<void> {
    this.page.isGone = true;
    this.page = this.openPage();
    await this.calculate(this.sheets.all().filter((cell) => !this.texts.has(placeOf(cell))));
  }

  private setPolicy(policy: Policy): void {
    this.settings.set('trace.spendPolicy', policy);
    // Each of them has agreed to it.
    for (const device of this.devices) {
      device.storage.setItem(OWN_WORD, JSON.stringify(policy));
      this.ledgers.of(device).setPolicy(policy);
    }
  }

  private async agree(credits: number): Promise<void> {
    const accountId = this.device.storage.getItem(ACCOUNT);
    if (accountId === null || this.device.storage.getItem(KEY) === null) return;
    const ledger = this.ledgers.of(this.device);
    ledger.turnTo(this.device.nowMs());
    ledger.agree(credits);
    const agreed = agreeTo(this.page.spending(), accountId, credits, this.device.nowMs());
    await this.time.settle();
    await agreed;
    await this.calculate(this.sheets.all());
  }

  private setKey(device: Device, key: string): void {
    storeKey(device, key);
    this.askers.add(organizationOf(key === '' ? null : key));
    this.excuses.noteMeanwhile('cancelled');
  }

  private async calculate(cells: readonly Cell[]): Promise<void> {
    const { crashAt, cancel, key, isWithOtherFile } = this.plan;
    this.plan = {};
    this.ledgers.of(this.device).turnTo(this.device.nowMs());
    this.watch.begin(cells);
    this.noteExcuses();
    this.askers.clear();
    this.askers.add(organizationOf(this.device.storage.getItem(KEY)));
    const { page } = this;
    if (crashAt !== undefined) page.effectsLeft = crashAt;
    const asked = new AskedCells();
    for (const cell of cells) asked.ask(page, cell);
    if (isWithOtherFile === true) {
      this.otherPage = this.openPage();
      for (const cell of cells.filter((_cell, index) => index % 2 === 0)) asked.ask(this.otherPage, cell);
    }
    if (cancel !== undefined) {
      this.time.after(cancel.afterMs, () => {
        if (page.isGone) return;
        this.excuses.noteMeanwhile('cancelled');
        asked.giveUp(page, cells.length, cancel);
      });
    }
    if (key !== undefined) this.time.after(key.whileFetchingMs, () => this.setKey(page.device, key.key));
    await this.time.settle();
    this.noteExcuses();
    if (this.otherPage !== null) this.close(this.otherPage);
    this.otherPage = null;
    if (!page.isGone) this.close(page);
    this.ledgers.check(this.device);
    if (page.isGone) return this.reopen();
    page.effectsLeft = Infinity;
    for (const [cell, shown] of asked.shown()) {
      this.verdict.checkCell(cell, shown, this.askers, this.time.trueMs);
      this.sheets.note(cell);
      if (shown?.startsWith('#TRACE: ') === true) this.texts.add(placeOf(cell));
      else this.texts.delete(placeOf(cell));
    }
    this.excuses.endCalculation();
  }

  private close(page: ExcelPage): void {
    this.watch.close(page);
    if (page !== this.page) page.isGone = true;
  }

  private noteExcuses(): void {
    const policy = this.settings.get('trace.spendPolicy') as Policy;
    this.excuses.noteSettings(policy, this.device.storage.getItem(KEY));
  }
}

/** A cell that other edits have moved is still calculated, since its formula has changed. */
function placeOf({ sheet, row, column, input, formula }: Cell): string {
  return [sheet, row, column, input, formula].join('|');
}

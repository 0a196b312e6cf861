import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInContext, Script } from 'node:vm';
import { BOOK_URL, Page, type PageOptions } from './page';
import { readResults, toHostReply, type HostMessage, type InvocationResult } from './results';
import { FakeStorage } from './fake-storage';

/** One formula that Excel wants computed. */
export interface Invocation {
  readonly id: string;
  /** Arguments as Excel passes them: rows of cells; `null` for an omitted optional one. */
  readonly args: readonly unknown[];
  /** Whether the user only hovers over a part of a formula to see its value. */
  readonly isPreview?: boolean;
}

/** A message in progress: the numbers by which Excel cancels, and its results. */
interface Sent {
  readonly numbers: readonly number[];
  readonly results: Promise<readonly InvocationResult[]>;
}

export interface RuntimeOptions extends Partial<PageOptions> {
  readonly origin: string;
  /** The built `functions.js`. */
  readonly bundle: string;
  /** Whether our script runs before Excel's own part of office.js has set `CustomFunctions.Error`. */
  readonly errorComesLater?: boolean;
}

/** Microsoft's hook for hosts other than Excel; its runtime sets the first function. */
interface Bridge {
  onMessageFromHost(text: string): void;
  sendMessageToHost(text: string): void;
}

type Implementation = (...received: unknown[]) => unknown;

interface CustomFunctionsGlobal {
  associate: (id: string, implementation: Implementation) => void;
  Error?: unknown;
  ErrorCode?: unknown;
}

/** As the page keeps them: by the cell of a formula, and within its table by row and column. */
type ToldInPage = Map<string, Map<string, { readonly sentence: string }>>;

const TOLD = 'trace.toldProblems|';
const CANCELABLE = 1;
const ERRORS_ALLOWED = 4;
const INVOKE = 1000;
const CANCEL = 1001;
/** Marks an invocation whose `isInValuePreview` is set at our border; see {@link ExcelRuntime}. */
const PREVIEW_ADDRESS = 'Preview!A1';

/**
 * Microsoft's own custom-functions runtime (npm `@microsoft/office-js`) with the built `functions.js`, without Excel.
 *
 * Real: how the runtime finds, calls and cancels functions, turns error cells into `CustomFunctions.Error`, and reads
 * results. Not real: Excel's conversion of cells into arguments, spilling and registration. The hook
 * (`_richApiNativeBridge`) and its numbers are Microsoft's internals. npm's copy is older than the one that Microsoft
 * serves and lacks `isInValuePreview`: for a preview, it is set on the invocation object between the runtime and our
 * function. Long waits may be shortened ({@link PageOptions.hurry}).
 */
export class ExcelRuntime {
  readonly storage: FakeStorage;
  /** The id of every association, in order. */
  readonly associated: string[] = [];
  private readonly page: Page;
  private readonly waiting = new Map<number, (result: InvocationResult) => void>();
  /**
   * Whether Excel drops results. It does so for results that it cannot deliver within 60 seconds, for example while
   * the user edits a cell.
   */
  drops = false;
  /** How many results it has dropped. */
  dropped = 0;
  private nextNumber = 1;
  private readonly bridge: Bridge = {
    onMessageFromHost: () => undefined,
    sendMessageToHost: (text) => this.receive(JSON.parse(text) as HostMessage),
  };

  constructor({ bundle, errorComesLater = false, ...options }: RuntimeOptions) {
    this.storage = options.storage ?? new FakeStorage();
    const defaults = {
      runtimeVersion: 1.4,
      partitionKey: undefined,
      dateShift: 0,
      excelAfterMs: 0,
      settings: new Map([['trace.spendPolicy', { mode: 'freely' }]]),
      databases: null,
      hurry: 1,
      limitHurry: 1,
      shortHurry: 1,
    };
    // The default choice of its user for this workbook, unless a test has stored something.
    if (options.settings === undefined) {
      this.storage.entries.set(`${options.partitionKey ?? ''}trace.policy|${BOOK_URL}`, '{"mode":"freely"}');
    }
    this.page = new Page({ ...defaults, ...options, storage: this.storage }, this.bridge);
    this.load(bundle, errorComesLater);
  }

  /** Everything that the page wrote to its console. */
  get logged(): readonly string[] {
    return this.page.logged;
  }

  get sent(): Page['sent'] {
    return this.page.sent;
  }

  /** The names of everything global in the page. */
  get globals(): readonly string[] {
    return Object.getOwnPropertyNames(runInContext('globalThis', this.page.context)).sort();
  }

  /** How long the page has waited for its databases in vain, on its own clock. */
  get databaseWaitMs(): number {
    return this.page.databaseWaitMs;
  }

  /**
   * The sentences that the panel knows for the table of the first formula in a message, by row and column; `''`:
   * none.
   */
  told(): (row: number, column: number) => string {
    const page = runInContext('globalThis', this.page.context) as Record<symbol, ToldInPage>;
    // Includes the version of the functions after its name.
    const key = Object.getOwnPropertySymbols(page).find(({ description }) => description?.startsWith(TOLD));
    const problems = key === undefined ? undefined : page[key]?.get('Sheet1!B2');
    return (row, column) => problems?.get(`${row}:${column}`)?.sentence ?? '';
  }

  /** How many invocations have no result yet. */
  get unsettled(): number {
    return this.waiting.size;
  }

  async call(id: string, ...args: readonly unknown[]): Promise<InvocationResult> {
    const [result] = await this.send([{ id, args }]).results;
    return result!;
  }

  /** Sends all invocations in one message, as Excel does in a recalculation. */
  send(invocations: readonly Invocation[]): Sent {
    const numbers = invocations.map(() => this.nextNumber++);
    const results = numbers.map(
      (number) => new Promise<InvocationResult>((settle) => this.waiting.set(number, settle)),
    );
    const entries = invocations.map(({ id, args, isPreview }, index) => {
      const address = isPreview === true ? PREVIEW_ADDRESS : `Sheet1!B${index + 2}`;
      return [1, INVOKE, '', [numbers[index], id, args, address, CANCELABLE | ERRORS_ALLOWED], 0];
    });
    this.post(entries);
    return { numbers, results: Promise.all(results) };
  }

  cancel(numbers: readonly number[]): void {
    this.post(numbers.map((invocationId) => [1, CANCEL, '', { invocationId }, 0]));
  }

  /** Advances the page's clock. */
  pass(ms: number): void {
    this.page.pass(ms);
  }

  stop(): void {
    this.page.close();
  }

  private load(bundle: string, errorComesLater: boolean): void {
    const { context } = this.page;
    this.page.ignoresTimers = true;
    microsoftScript().runInContext(context);
    this.page.ignoresTimers = false;
    runInContext('Office', context).context = this.page.officeContext;
    const global = runInContext('CustomFunctions', context) as CustomFunctionsGlobal;
    const { associate, Error: ErrorCell, ErrorCode } = global;
    if (errorComesLater) {
      delete global.Error;
      delete global.ErrorCode;
    }
    global.associate = (id, implementation) => {
      this.associated.push(id);
      associate(id, (...received) => implementation(...markPreview(received)));
    };
    scriptOf(bundle).runInContext(context);
    Object.assign(global, { associate, Error: ErrorCell, ErrorCode });
  }

  private post(entries: readonly unknown[]): void {
    const text = JSON.stringify({ type: 3, message: { entries } });
    this.page.inNoTime(() => this.bridge.onMessageFromHost(text));
  }

  private receive(message: HostMessage): void {
    for (const [number, result] of readResults(message)) {
      if (this.drops) {
        this.dropped += 1;
        continue;
      }
      this.waiting.get(number)?.(result);
      this.waiting.delete(number);
    }
    setImmediate(() => this.bridge.onMessageFromHost(toHostReply(message)));
  }
}

function markPreview(received: readonly unknown[]): readonly unknown[] {
  const invocation = received[received.length - 1] as { readonly address?: string };
  if (invocation.address === PREVIEW_ADDRESS) Object.defineProperty(invocation, 'isInValuePreview', { value: true });
  return received;
}

const scripts = new Map<string, Script>();

/** Compiled once for all pages of a test file. */
function scriptOf(bundle: string): Script {
  const script = scripts.get(bundle) ?? new Script(bundle, { filename: 'functions.js' });
  scripts.set(bundle, script);
  return script;
}

let compiled: Script | null = null;

function microsoftScript(): Script {
  const folder = createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json');
  const path = join(folder, '..', 'dist', 'custom-functions-runtime.js');
  compiled ??= new Script(readFileSync(path, 'utf8'), { filename: path });
  return compiled;
}

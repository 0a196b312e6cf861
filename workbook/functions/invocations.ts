import {
  PENDING_TABLE,
  toErrorTable,
  toProblem,
  toResultTable,
  type ResultProblem,
  type ResultTable,
} from './cell-result';
import type { CustomFunction, Invocation } from './custom-functions';

/** The cell of a formula, counted from 0. */
export interface CellAddress {
  readonly unitId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A cell for which a function gave a problem with a sentence. */
export interface CellProblem extends ResultProblem {
  readonly cell: CellAddress;
}

export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** One call that a formula makes. */
export interface Call {
  readonly cell: CellAddress;
  readonly functionName: string;
  readonly run: CustomFunction;
  readonly args: readonly unknown[];
}

interface Remembered {
  state: 'pending' | 'settled' | 'forgotten';
  /** The last recalculation that asked for it. */
  pass: number;
  table: ResultTable;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly invocation: Invocation;
}

interface CellCalls {
  readonly cell: CellAddress;
  pass: number;
  /** By function and arguments, since one formula may call several functions. */
  readonly calls: Map<string, Remembered>;
}

/**
 * Remembers what every formula called, and the results. A grid calculates synchronously and as a whole, so a call is
 * answered `#BUSY!`; when its promise settles, the grid calculates again and finds the result here.
 */
export class Invocations {
  private readonly cells = new Map<string, CellCalls>();
  private pass = 0;
  private waiting = 0;
  private asked = 0;
  private hasShown = false;

  /**
   * @param toAddress the cell as Excel writes it, with its sheet
   * @param onSettled called once for each result that the grid has to recalculate for
   * @param onProgress called when {@link progress} is another
   */
  constructor(
    private readonly toAddress: (cell: CellAddress) => string,
    private readonly onSettled: (cell: CellAddress) => void,
    private readonly onProgress: () => void = () => undefined,
  ) {}

  /** What the cell shows for this call now. A call that the last recalculation did not make is made. */
  tableFor(call: Call): ResultTable {
    const cell = this.cellCallsFor(call.cell);
    cell.pass = this.pass;
    const key = JSON.stringify([call.functionName, ...call.args], toKeyPart);
    const known = cell.calls.get(key);
    if (known !== undefined) {
      known.pass = this.pass;
      this.hasShown ||= known.state === 'settled';
      return known.table;
    }
    const made = this.make(call);
    cell.calls.set(key, made);
    return made.table;
  }

  /**
   * Ends a recalculation: drops calls that no formula makes any more, and cancels them if they are pending.
   * @param isStillCalled asked about cells that were not calculated: they may have been cleared, moved or rewritten
   */
  endPass(isStillCalled: (cell: CellAddress, functionName: string) => boolean): void {
    for (const [address, { cell, pass, calls }] of this.cells) {
      for (const [key, call] of calls) {
        const isKept = pass === this.pass ? call.pass === this.pass : isStillCalled(cell, call.functionName);
        if (isKept) continue;
        calls.delete(key);
        this.forget(call);
      }
      if (calls.size === 0) this.cells.delete(address);
    }
    this.pass += 1;
  }

  /** The size of the answer to the only call in a cell; `null`: no call, or several. */
  sizeAt(cell: CellAddress): { readonly rows: number; readonly columns: number } | null {
    const calls = [...(this.cells.get(toKey(cell))?.calls.values() ?? [])];
    const [only] = calls;
    return only === undefined || calls.length > 1 ? null : { rows: only.table.length, columns: only.table[0].length };
  }

  /** How many calls were made and answered since the last moment when none was waiting. */
  get progress(): Progress {
    return { done: this.asked - this.waiting, all: this.asked };
  }

  /** Whether a formula has shown its answer, or none calls a function. */
  get isAnswering(): boolean {
    return this.hasShown || this.cells.size === 0;
  }

  /** Every problem with a sentence, table by table. Only the grid knows whether its cell shows it. */
  problems(): CellProblem[] {
    return [...this.cells.values()].flatMap(({ cell, calls }) =>
      [...calls.values()].flatMap(({ table }) => problemsOf(cell, table)),
    );
  }

  /** The calls of all formulas now, with the arguments that the grid calculated. */
  calls(): Omit<Call, 'run'>[] {
    return [...this.cells.values()].flatMap(({ cell, calls }) =>
      [...calls.values()].map(({ functionName, args }) => ({ cell, functionName, args })),
    );
  }

  /** Repeats the calls of a formula that gave a problem or have not settled. Its answers stay. */
  retry(cell: CellAddress): void {
    const { calls } = this.cellCallsFor(cell);
    for (const [key, call] of calls) {
      if (call.state === 'settled' && !hasProblem(call.table)) continue;
      calls.delete(key);
      this.forget(call);
    }
    this.onSettled(cell);
  }

  private make({ cell, functionName, run, args }: Call): Remembered {
    const invocation: Invocation = { functionName, address: this.toAddress(cell) };
    const asked = { functionName, args, invocation };
    const call: Remembered = { state: 'pending', pass: this.pass, table: PENDING_TABLE, ...asked };
    const settle = (table: ResultTable): void => {
      if (call.state !== 'pending') return;
      call.state = 'settled';
      call.table = table;
      this.endWaiting();
      this.onSettled(cell);
    };
    try {
      const returned = run(...args, invocation);
      if (returned instanceof Promise) {
        this.asked += 1;
        this.waiting += 1;
        this.onProgress();
        void returned.then(toResultTable, toErrorTable).then(settle);
        return call;
      }
      return { ...call, state: 'settled', table: toResultTable(returned) };
    } catch (thrown) {
      return { ...call, state: 'settled', table: toErrorTable(thrown) };
    }
  }

  private forget(call: Remembered): void {
    const wasPending = call.state === 'pending';
    call.state = 'forgotten';
    if (!wasPending) return;
    this.endWaiting();
    call.invocation.onCanceled?.();
  }

  private endWaiting(): void {
    this.waiting -= 1;
    if (this.waiting === 0) this.asked = 0;
    this.onProgress();
  }

  private cellCallsFor(cell: CellAddress): CellCalls {
    const address = toKey(cell);
    const known = this.cells.get(address);
    if (known !== undefined) return known;
    const added: CellCalls = { cell, pass: this.pass, calls: new Map() };
    this.cells.set(address, added);
    return added;
  }
}

function toKey({ unitId, sheetId, row, column }: CellAddress): string {
  return [unitId, sheetId, row, column].join('|');
}

function problemsOf(from: CellAddress, table: ResultTable): CellProblem[] {
  return table.flatMap((results, row) =>
    results.flatMap((result, column) => {
      const problem = toProblem(result);
      const cell = { ...from, row: from.row + row, column: from.column + column };
      return problem === null ? [] : [{ cell, ...problem }];
    }),
  );
}

/** Whether a cell shows a problem. Functions around a call carry its error on, and may write more around its text. */
export function isShownAs({ shown, isText }: ResultProblem, value: unknown): boolean {
  return value === shown || (isText && typeof value === 'string' && value.includes(shown));
}

function hasProblem(table: ResultTable): boolean {
  return table.some((row) => row.some((result) => result.is === 'error' || toProblem(result) !== null));
}

/** Distinguishes an error among the arguments from a text that looks like it. */
function toKeyPart(_name: string, value: unknown): unknown {
  return value instanceof Error ? { error: 'code' in value ? value.code : '' } : value;
}

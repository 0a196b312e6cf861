import type { RunEnd } from '../../../shared/bulk/run/run';
import type { Undone } from '../../../shared/bulk/undo/undo';
import type { SameInputs } from '../../../shared/bulk/undo/undo-plan';
import type { TraceError } from '../../../shared/errors/trace-error';
import { Crash } from '../bulk-drive';
import { MemoryGrid } from '../memory-grid';
import { RunCase } from '../run-case';
import { ADDS, type HardEdit, type HardHistory } from './hard-history';
import { change, copyName, dress, toTable } from './hard-table';
import { RowMemory } from './row-memory';
import { spoiltBy } from './spoilt-network';

export class PlayedHard {
  readonly run: RunCase;
  /** What the sheet would be without the run. */
  readonly shadow: MemoryGrid;
  readonly memory = new RowMemory();
  end: RunEnd | null = null;
  /** Why it did not go on. */
  refusal: TraceError | null = null;
  private steps = 0;
  private readonly edits: HardEdit[];

  constructor(readonly history: HardHistory) {
    this.run = new RunCase(toTable(history));
    this.shadow = new MemoryGrid(toTable(history));
    for (const grid of [this.run.grid, this.shadow]) dress(grid);
    this.edits = [...history.edits].sort((a, b) => a.at - b.at);
    this.run.network = spoiltBy(history.faults);
    this.memory.note(this.shadow);
  }

  /** To its end, or until nothing lets it go on: however often the panel is closed. */
  async play(): Promise<void> {
    const { run, history } = this;
    const closings = [...history.closings];
    const wanted = {
      inputColumn: 1,
      where: 'sameTitles' as const,
      mode: history.mode,
      limit: history.limit,
      adds: ADDS[history.adds],
    };
    const look = run.look();
    while (this.edits[0]?.at === 0) this.edit(this.edits.shift()!);
    let plan;
    try {
      plan = await run.plan(wanted, look);
    } catch (thrown) {
      this.refusal = thrown as TraceError;
      return;
    }
    let sinceOpened = 0;
    run.before = () => {
      this.steps += 1;
      sinceOpened += 1;
      while (this.edits[0] !== undefined && this.edits[0].at <= this.steps) this.edit(this.edits.shift()!);
      if (sinceOpened === closings[0]?.after) throw new Crash();
    };
    for (;;) {
      sinceOpened = 0;
      try {
        const isBegun = (await run.reopen()).is === 'run';
        sinceOpened = 0;
        this.end = isBegun ? await run.resume() : await run.run(wanted, plan);
        break;
      } catch (thrown) {
        if (!(thrown instanceof Crash)) {
          this.refusal = thrown as TraceError;
          break;
        }
        const { isForgotten = false, days = 0 } = closings.shift() ?? {};
        run.host.nowMs += days * 86_400_000;
        if (isForgotten) run.host.cache.clear();
      }
    }
    run.before = () => undefined;
  }

  async undo(sameInputs: SameInputs = 'ask'): Promise<Undone | null> {
    for (const edit of this.edits.splice(0)) this.edit(edit);
    if ((await this.run.reopen()).is !== 'run') return null;
    return this.run.undo(sameInputs);
  }

  private edit(edit: HardEdit): void {
    change(this.run.grid, edit);
    change(this.shadow, edit);
    if (edit.does === 'copy') this.memory.copies.add(copyName(edit));
    this.memory.note(this.shadow);
  }
}

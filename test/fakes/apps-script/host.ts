import type { ContractCell, ContractHost } from '../../contract/contract-host';
import { startSandboxProcess } from '../sandbox-process';
import { buildAddon } from './built-addon';
import type { ShownCell } from './sheet/shown-cells';
import { dayIn } from './sheet/time-zone';
import { setSpendPolicy } from './spend-policy';
import { SheetsWorld } from './world';

export const API_ORIGIN = 'https://api.tracedata.ai';

const PROBLEM_PREFIX = '#TRACE: ';

/** Google Sheets with the shipped add-on, whose requests its own sandbox answers. */
export async function makeSheetsHost(): Promise<ContractHost> {
  const [files, sandbox] = await Promise.all([buildAddon(), startSandboxProcess()]);
  const world = new SheetsWorld({ ...files, origins: { [API_ORIGIN]: sandbox.origin } });
  const setKey = (key: string | null): void => {
    const answer = key === null ? world.callRpc('forgetKey') : world.callRpc('setKey', [key, 'anotherAccount']);
    if ((answer as { ok: boolean }).ok !== true) throw new Error(`the key was refused: ${JSON.stringify(answer)}`);
  };
  const { documentProperties, userProperties } = world.state;
  const stores = [documentProperties, userProperties.owner];
  /** What the add-on stores for its settings, by store: it is asked to once. */
  let settings: readonly Readonly<Record<string, string>>[] | null = null;
  const chooseSettings = (): void => {
    setSpendPolicy(world, { mode: 'freely' });
    setKey('trace_demo');
    world.callRpc('setListsAllowed', [true]);
  };
  return {
    name: 'Google Sheets',
    sandbox,
    call: (id, args) => {
      const { cells, note } = world.typeFormula(id, toArguments(args));
      return note === null
        ? Promise.resolve(cells.map((row) => row.map((cell) => toContractCell(cell, world.state.timeZone))))
        : Promise.reject(new Error(`=${id} failed: ${note}`));
    },
    setKey,
    requests: async () => (await sandbox.log()).length,
    async reset(options) {
      await sandbox.reset(options);
      world.state.documentCache.clear();
      for (const store of stores) store.clear();
      if (settings === null) chooseSettings();
      settings ??= stores.map((store) => store.read());
      for (const [at, store] of stores.entries())
        for (const [name, value] of Object.entries(settings[at]!)) store.write(name, value);
    },
    async stop() {
      await Promise.all([world.stop(), sandbox.stop()]);
    },
  };
}

/** Sheets passes `undefined` for omitted arguments at the end, and `""` for those before others. */
function toArguments(args: readonly unknown[]): readonly unknown[] {
  const given = args.findLastIndex((argument) => argument !== null && argument !== undefined) + 1;
  return args.slice(0, given).map((argument) => (Array.isArray(argument) ? toRange(argument) : (argument ?? '')));
}

/** A range of one cell arrives as its value, and blank cells as `""`. */
function toRange(rows: readonly (readonly unknown[])[]): unknown {
  const cells = rows.map((row) => row.map((cell) => cell ?? ''));
  const [first] = cells;
  return cells.length === 1 && first?.length === 1 ? first[0] : cells;
}

function toContractCell(cell: ShownCell, timeZone: string): ContractCell {
  if (cell instanceof Date) return { day: dayIn(timeZone, cell) };
  if (typeof cell === 'string' && cell.startsWith(PROBLEM_PREFIX))
    return { problem: cell.slice(PROBLEM_PREFIX.length) };
  return cell;
}

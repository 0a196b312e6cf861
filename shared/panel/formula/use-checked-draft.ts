import { attempt, type BulkEngine } from '../common/bulk-engine';
import { findUnknownName, namesInDraft } from './check-names';
import { type Draft, type DraftArgument, toArguments } from './draft';
import { type CellValues, checkDraft, type CheckedDraft, readCells } from './checked-draft';
import { usePanel } from '../state/panel-state';
import { useSheet } from '../common/sheet';
import { useRested } from '../common/late-answers';
import { specOf } from '../../catalogue/index';
import { priceOfUnsaved } from '../../credits/action-prices';
import type { RunPorts } from '../../enrich/sheet/ports';
import { unsavedOf } from '../explore/receipt';

/** Waits for a pause in typing. */
const LOOK_AFTER_MS = 250;

export interface Home {
  readonly sheet: string;
  readonly sheetName: string;
}

/** What is known of the formula, once the typing rests: its problem, or its price. @param home the sheet of its cells */
export function useCheckedDraft(draft: Draft, home: Home | null): CheckedDraft | null {
  const engine = useSheet();
  const paysHere = usePanel().spending.state.status?.isOthers !== true;
  return useRested(JSON.stringify([draft, home]), LOOK_AFTER_MS, () => check(engine, draft, home, paysHere));
}

/** @param paysHere whether formulas use the answers and credits of this user */
async function check(engine: BulkEngine, draft: Draft, home: Home | null, paysHere: boolean): Promise<CheckedDraft> {
  const { host } = engine;
  const cells = new Map<string, CellValues>();
  for (const { is, text } of toArguments(draft)) {
    if (is !== 'cells' || cells.has(text)) continue;
    const read = home === null ? null : await attempt(() => readCells(host, text, home));
    cells.set(text, read?.ok === true ? read.value : null);
  }
  const valuesOf = ({ text }: DraftArgument): CellValues => cells.get(text) ?? null;
  const checked = checkDraft(draft, valuesOf);
  if (checked.is === 'problem') return checked;
  const unknown = await engine.beside((ports) => findUnknownName(ports, namesInDraft(draft)));
  if (unknown.ok && unknown.value !== null) return { is: 'problem', error: unknown.value };
  if (!paysHere) return checked;
  const price = await engine.beside((ports) => priceUnsaved(ports, draft, valuesOf, checked.credits));
  return price.ok ? { ...checked, credits: price.value } : checked;
}

/**
 * The price of a formula without what saved answers already hold: these are free. Sends nothing.
 *
 * @param most the price if nothing were saved, in credits; `null`: known only after paying
 */
async function priceUnsaved(
  ports: RunPorts,
  draft: Draft,
  valuesOf: (argument: DraftArgument) => CellValues,
  most: number | null,
): Promise<number | null> {
  if (most === 0) return most;
  const args = toArguments(draft).map((argument) => (argument.is === 'text' ? argument.text : valuesOf(argument)));
  // Cells that cannot be read from here may hold anything, and a younger answer than the saved one is paid for.
  if (args.includes(null) || specOf(draft.id).headers > 0 || (draft.options.max_age ?? '') !== '') return most;
  return priceOfUnsaved(await unsavedOf(ports, draft.id, args), most);
}

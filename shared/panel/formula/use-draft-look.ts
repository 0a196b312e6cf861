import { useEffect, useRef, useState } from 'preact/hooks';
import { attempt, type BulkEngine } from '../common/bulk-engine';
import { findUnknownName, namesInDraft } from './check-names';
import { toArguments, type Draft, type DraftArgument } from './draft';
import { priceUnsaved } from './price-unsaved';
import { lookAtDraft, readCells, type CellValues, type DraftLook } from './draft-look';
import { usePanel } from '../state/panel-state';
import { useSheet } from '../common/sheet';

/** Waits for a pause in typing. */
const LOOK_AFTER_MS = 250;

export interface Home {
  readonly sheet: string;
  readonly sheetName: string;
}

/** What is known of the formula, once the typing rests: its problem, or its price. @param home the sheet of its cells */
export function useDraftLook(draft: Draft, home: Home | null): DraftLook | null {
  const engine = useSheet();
  const paysHere = usePanel().spending.state.status?.isOthers !== true;
  const [look, setLook] = useState<{ readonly of: string; readonly look: DraftLook } | null>(null);
  const key = JSON.stringify([draft, home]);
  const newest = useRef(key);
  newest.current = key;
  useEffect(() => {
    const timer = setTimeout(() => {
      void seen(engine, draft, home, paysHere).then((next) => {
        if (newest.current === key) setLook({ of: key, look: next });
      });
    }, LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, key]);
  useEffect(() => () => void (newest.current = ''), []);
  return look?.of === key ? look.look : null;
}

/** @param paysHere whether formulas use the answers and credits of this user */
async function seen(engine: BulkEngine, draft: Draft, home: Home | null, paysHere: boolean): Promise<DraftLook> {
  const { host } = engine;
  const cells = new Map<string, CellValues>();
  for (const { is, text } of toArguments(draft)) {
    if (is !== 'cells' || cells.has(text)) continue;
    const read = home === null ? null : await attempt(() => readCells(host, text, home));
    cells.set(text, read?.ok === true ? read.value : null);
  }
  const valuesOf = ({ text }: DraftArgument): CellValues => cells.get(text) ?? null;
  const look = lookAtDraft(draft, valuesOf);
  if (look.is === 'problem') return look;
  const unknown = await engine.beside((ports) => findUnknownName(ports, namesInDraft(draft)));
  if (unknown.ok && unknown.value !== null) return { is: 'problem', error: unknown.value };
  if (!paysHere) return look;
  const price = await engine.beside((ports) => priceUnsaved(ports, draft, valuesOf, look.price));
  return price.ok ? { ...look, price: price.value } : look;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { attempt, type BulkEngine } from '../common/bulk-engine';
import { toArguments, type Draft } from './draft';
import { lookAtDraft, readCells, type CellValues, type DraftLook } from './draft-look';
import { useSheet } from '../common/sheet';

/** People type. */
const LOOK_AFTER_MS = 250;

export interface Home {
  readonly sheet: string;
  readonly sheetName: string;
}

/** What is known of the formula, once the typing rests: its problem, or its price. @param home the sheet of its cells */
export function useDraftLook(draft: Draft, home: Home | null): DraftLook | null {
  const engine = useSheet();
  const [look, setLook] = useState<{ readonly of: string; readonly look: DraftLook } | null>(null);
  const key = JSON.stringify([draft, home]);
  const newest = useRef(key);
  newest.current = key;
  useEffect(() => {
    const timer = setTimeout(() => {
      void seen(engine, draft, home).then((next) => {
        if (newest.current === key) setLook({ of: key, look: next });
      });
    }, LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, key]);
  useEffect(() => () => void (newest.current = ''), []);
  return look?.of === key ? look.look : null;
}

async function seen({ host }: BulkEngine, draft: Draft, home: Home | null): Promise<DraftLook> {
  const cells = new Map<string, CellValues>();
  for (const { is, text } of toArguments(draft)) {
    if (is !== 'cells' || cells.has(text)) continue;
    const read = home === null ? null : await attempt(() => readCells(host, text, home));
    cells.set(text, read?.ok === true ? read.value : null);
  }
  return lookAtDraft(draft, ({ text }) => cells.get(text) ?? null);
}

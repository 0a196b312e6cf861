import { now } from '../client/ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import type { Plan } from './plan/plan';
import { readColumns } from './sheet/read-columns';
import { checkTargets, toMarks } from './columns';
import { noteLooks } from './looks';
import { newRecord } from './new-record';
import type { RecordRow, RunPorts } from './sheet/ports';
import { readTable, type Reading } from './reading';
import { findRecord, type EnrichmentRecord } from './record/enrichment-record';
import { headToText, type Head, type RecordedTarget } from './record/head';
import { extendTable } from './new-columns';
import { newToken } from './holder';

/** What the user agreed to. Ages are in milliseconds, prices in credits. */
export interface StartSettings {
  readonly run: string;
  readonly maxAgeMs: number;
  readonly quoted: number;
}

interface Begun {
  readonly record: EnrichmentRecord;
  /** The columns as the record describes them. */
  readonly reading: Reading;
}

/** The most columns that are read to distinguish rows of one input. */
const MOST_OTHERS = 100;

/**
 * Begins an enrichment: marks its columns, compares them with what the user saw, and records their contents. Nothing
 * is written into the cells yet; `fill` does that.
 *
 * @throws TraceError `runUnfinished`, `sheetChanged`, `columnsGone`, `marksRefused`, `sheetGone`, `sheetFull`,
 * `recordRefused`
 */
export async function begin(ports: RunPorts, plan: Plan, settings: StartSettings): Promise<Begun> {
  await removeIncomplete(ports);
  const { run } = settings;
  const isExtended = await extendTable(ports, plan);
  await putMarks(ports, run, plan);
  let holder: string | null = null;
  try {
    const head = await toHead(ports, plan, settings, isExtended);
    const reading = await readTable(ports, head);
    checkTargets(head, reading.columns);
    checkSame(plan, reading, isExtended);
    const { record, rows } = newRecord(
      head,
      reading,
      plan.selected.map(({ row }) => row),
      plan.texts,
    );
    holder = head.holder;
    record.head = { ...record.head, state: 'open' };
    if (!(await makeRecord(ports, rows, record))) throw new TraceError('runUnfinished', {});
    return { record, reading };
  } catch (thrown) {
    // The record may have been made anyway, with its answer lost: it then needs the marks for as long as it exists.
    const isGone = holder === null ? Promise.resolve(true) : ports.record.remove(holder);
    await isGone.then(() => ports.anchors.remove(run)).catch(() => undefined);
    throw thrown;
  }
}

/** A refusal of the host is reported before anything is written, because undo would have no record. */
async function makeRecord(ports: RunPorts, rows: readonly RecordRow[], { head }: EnrichmentRecord): Promise<boolean> {
  try {
    return await ports.record.make(rows, headToText(head));
  } catch (thrown) {
    const error = toTraceError(thrown);
    if (traitsOf(error).isOfHost !== true || !('message' in error.facts)) throw error;
    throw new TraceError('recordRefused', { message: error.facts.message });
  }
}

/**
 * Only one enrichment at a time: the previous one must be undone, kept or discarded. One that never began is removed.
 */
async function removeIncomplete(ports: RunPorts): Promise<void> {
  const record = await findRecord(ports);
  if (record === 'none') return;
  if (record === 'damaged' || record.head.state !== 'saving') throw new TraceError('runUnfinished', {});
  await ports.record.remove(record.head.holder);
  await ports.anchors.remove(record.head.run);
}

async function putMarks(
  ports: RunPorts,
  run: string,
  { sheet, input, targets, headerRow, selected }: Plan,
): Promise<void> {
  const { marks } = toMarks(
    run,
    input.column,
    targets.map(({ column }) => column),
  );
  const first = headerRow ?? selected[0]?.row ?? 0;
  const count = (selected[selected.length - 1]?.row ?? first) - first + 1;
  try {
    await ports.anchors.put(run, sheet.id, marks, { first, count });
  } catch (thrown) {
    if (traitsOf(toTraceError(thrown)).isOfHost !== true) throw thrown;
    await ports.anchors.remove(run).catch(() => undefined);
    throw new TraceError('marksRefused', {});
  }
}

async function toHead(
  ports: RunPorts,
  plan: Plan,
  { maxAgeMs, quoted, run }: StartSettings,
  isExtended: boolean,
): Promise<Head> {
  const { sheet, input, headerRow, choices, mode, texts } = plan;
  const { own: titles, others } = await readTitleRow(ports, plan);
  const isUntitled = headerRow === null;
  const nowMs = await ports.perform(now());
  const targets = plan.targets.map(({ title, isNew }, at): RecordedTarget => {
    const [titleBefore, titleFormat] = titles[at]!;
    const isOfTable = isNew && isExtended;
    if (isUntitled || !isNew) return { title, isNew, titleBefore: title, titleFormat, isOfTable };
    // The table has already given the column its title.
    return { title, isNew, titleBefore: isOfTable ? '' : titleBefore, titleFormat, isOfTable };
  });
  return {
    holder: await newToken(ports),
    run,
    state: 'saving',
    startedMs: nowMs,
    savedMs: nowMs,
    sheet,
    input: { title: isUntitled ? null : input.title },
    choices,
    targets: await noteLooks(ports, plan, targets),
    mode,
    looksUp: texts === undefined ? 'company' : 'text',
    others,
    maxAgeMs,
    quoted,
    ended: null,
  };
}

interface TitleRow {
  /** The contents of the targets' title cells, with their formats. */
  readonly own: readonly (readonly [value: string, format: string])[];
  readonly others: readonly string[];
}

async function readTitleRow(ports: RunPorts, { sheet, headerRow, input, targets }: Plan): Promise<TitleRow> {
  if (headerRow === null) return { own: targets.map(() => ['', '']), others: [] };
  const info = await ports.sheet.info(sheet.id);
  const width = targets.reduce((most, { column }) => Math.max(most, column + 1), info?.columns ?? 0);
  const all = Array.from({ length: width }, (_column, at) => at);
  const { columns } = await readColumns(ports, sheet.id, headerRow, 1, all, { formats: true });
  const titles = columns.map(({ values }) => String(values[0] ?? ''));
  const used = new Set([input.column, ...targets.map(({ column }) => column)]);
  const others = titles.filter((title, column) => !used.has(column) && title !== '');
  return {
    own: targets.map(({ column }) => [titles[column]!, columns[column]!.formats?.[0] ?? '']),
    others: [...new Set(others)].slice(0, MOST_OTHERS),
  };
}

/** Checks that the user has seen these rows and these columns. */
function checkSame({ selected, headerRow, targets }: Plan, reading: Reading, isExtended: boolean): void {
  const { input, titleRow } = reading;
  const areRows = titleRow === headerRow && selected.every(({ row, value }) => input[row] === value);
  const areColumns = targets.every(({ title, isNew }, at) => {
    if (titleRow === null) return true;
    return reading.targets[at]!.values[titleRow] === (isNew && !isExtended ? '' : title);
  });
  if (!areRows || !areColumns) throw new TraceError('sheetChanged', {});
}

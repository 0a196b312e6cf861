import { fnv1a } from '../../shared/formulas';
import type { GridCell, GridValue, SheetPort } from '../../shared/ports';
import type { Planned } from '../bulk-run';
import { readOnce, writeOnce, type Columns } from './read-and-write';

/**
 * The least work that a record requires: a text for each input and for each answer, maps by input, a digest of each
 * answer, and the reads and writes. Leaves out marks, holders, formats, refusals, and rows of one input that differ.
 */
export interface BareBooks {
  readonly inputs: readonly string[];
  readonly answers: readonly string[];
}

type File = Pick<Planned, 'planned'> & { readonly ports: { readonly sheet: SheetPort } };

const digestOf = (value: GridValue): string => fnv1a(String(value)).toString(36);

/** The work before the first request: recording the values of the columns, and finding the rows to fill. */
export async function bareRecord({ ports, planned }: File): Promise<BareBooks> {
  const read = await readOnce(ports, planned);
  const inputs: string[] = [];
  const stood = new Map<string, readonly GridValue[]>();
  for (const [text, rows] of rowsByInput(read)) {
    const values = valuesIn(read, rows[0]!);
    stood.set(text, values);
    inputs.push(JSON.stringify([text, rows.length, values]));
  }
  openRows(read, stood, new Map());
  return { inputs, answers: [] };
}

export function bareAnswers({ input, targets }: Columns, from: number, to: number): readonly string[] {
  return input
    .slice(from, to)
    .map((text, at) => `${text} ${targets.map((column) => digestOf(column[from + at]!)).join(' ')}`);
}

/** The work before the next request: reading the record and the columns, and finding the rows that are still open. */
export async function bareResume({ ports, planned }: File, books: BareBooks): Promise<number> {
  const { stood, written } = parse(books);
  return openRows(await readOnce(ports, planned), stood, written).length;
}

/** Reads again after the write, because rows may have moved. */
export async function bareUndo({ ports, planned }: File, books: BareBooks): Promise<number> {
  const { stood, written } = parse(books);
  const read = await readOnce(ports, planned);
  const wasIn = (row: number, target: number): GridValue => stood.get(String(read.input[row]))![target]!;
  const toCell = (row: number, target: number): GridCell => {
    const is = read.targets[target]![row]!;
    const isOwn = written.get(String(read.input[row]))![target] === digestOf(is);
    return { kind: 'before', value: isOwn ? wasIn(row, target) : is, format: 'General' };
  };
  await writeOnce(ports, planned, read, toCell);
  return openRows(await readOnce(ports, planned), stood, new Map()).length;
}

type ByInput<T> = ReadonlyMap<string, readonly T[]>;

function parse({ inputs, answers }: BareBooks): {
  readonly stood: ByInput<GridValue>;
  readonly written: ByInput<string>;
} {
  const stood = new Map<string, readonly GridValue[]>();
  for (const line of inputs) {
    const [text, , values] = JSON.parse(line) as [string, number, readonly GridValue[]];
    stood.set(text, values);
  }
  const written = new Map<string, readonly string[]>();
  for (const line of answers) {
    const [text = '', ...digests] = line.split(' ');
    written.set(text, digests);
  }
  return { stood, written };
}

/** The rows whose cells all have their earlier values, and no answer. */
function openRows(read: Columns, stood: ByInput<GridValue>, written: ByInput<string>): readonly number[] {
  const open: number[] = [];
  for (const [text, rows] of rowsByInput(read)) {
    const values = stood.get(text);
    const digests = written.get(text);
    for (const row of rows) {
      const isOpen = read.targets.every((column, at) => {
        const is = column[row]!;
        return is === values?.[at] && (digests === undefined || is === '' || digests[at] !== digestOf(is));
      });
      if (isOpen) open.push(row);
    }
  }
  return open;
}

function rowsByInput({ input }: Columns): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, value] of input.entries()) {
    const group = rows.get(String(value));
    if (group === undefined) rows.set(String(value), [row]);
    else group.push(row);
  }
  return rows;
}

function valuesIn({ targets }: Columns, row: number): readonly GridValue[] {
  return targets.map((column) => column[row]!);
}

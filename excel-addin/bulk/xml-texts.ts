import { TraceError } from '../../shared/formulas';
import type { ExcelContext, ExcelXmlParts } from '../excel-api';
import { readInParts } from '../halved-reads';
import { isGone, onWorkbook, wordsOf } from './on-workbook';
import { namespaceOf, readPiece, toPieces, toXml, type XmlPiece } from './xml-piece';

type Texts = ReadonlyMap<string, string>;

/** Excel on the web carries 5 MB each way. In characters of one byte each. */
const MOST_AT_ONCE = 2_000_000;
const PARTS_AT_ONCE = 500;
/** Numbers from here on are not counted from: whoever forged them would leave none that {@link readPiece} accepts. */
const NOT_COUNTED_FROM = 10 ** 14;

interface FoundPiece extends XmlPiece {
  readonly id: string;
}

/** Receives Excel's own words. */
type ToError = (message: string) => TraceError;

/** Where a piece is: its number, and the id of its part. */
type Place = Pick<FoundPiece, 'number' | 'id'>;

/**
 * Texts by name among the custom XML parts of the workbook. They hold far more than an add-in's settings, but changing them
 * has cost people their way back by Ctrl+Z (https://github.com/OfficeDev/office-js/issues/4484).
 *
 * New pieces come first, then the index that names them, and what it replaces goes last: wherever a change breaks off, the
 * newest index has all its pieces.
 */
export class XmlTexts {
  /** As this page has read or written them. */
  private places: ReadonlyMap<string, readonly Place[]> = new Map();
  /** Parts of an earlier index, or of a change that broke off. */
  private strays: readonly string[] = [];
  private next = 0;
  private isUncertain = true;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly name: string) {}

  /** Diagnose may look while a run saves. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** `null`: there are none. */
  read(): Promise<Texts | null> {
    return this.inTurn(() => orRefused(() => this.readNow(), toRefused));
  }

  private async readNow(): Promise<Texts | null> {
    const found = await withParts((context, parts) => this.readAll(context, parts));
    const pieces = new Map(found.map((piece) => [piece.number, piece]));
    const indexes = found.filter(({ isIndex }) => isIndex).sort((a, b) => b.number - a.number);
    const texts = new Map<string, string>();
    const places = new Map<string, readonly Place[]>();
    for (const [name, numbers] of readIndex(indexes[0]?.text)) {
      const own = numbers.flatMap((number) => pieces.get(number) ?? []);
      // Each counts once, or a short index could make a text of any length.
      const isWhole = numbers.every((number) => pieces.delete(number));
      if (!isWhole) continue;
      texts.set(name, own.map(({ text }) => text).join(''));
      places.set(name, own.map(toPlace));
    }
    const used = [...places.values()].flat();
    const ids = new Set(used.map(({ id }) => id));
    this.places = places;
    this.strays = found.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
    const counted = [...used, ...indexes.slice(0, 1)].filter(({ number }) => number < NOT_COUNTED_FROM);
    // Never back: what is being written has numbers too.
    this.next = counted.reduce((most, { number }) => Math.max(most, number + 1), this.next);
    this.isUncertain = false;
    return texts.size === 0 ? null : texts;
  }

  /** Adds and replaces texts: all or none. Somebody else may have deleted what this page knows, so it then looks again. */
  save(texts: Texts, toError: ToError = toRefused): Promise<void> {
    return this.inTurn(() => orRefused(() => this.saveNow(texts), toError));
  }

  private async saveNow(texts: Texts): Promise<void> {
    try {
      await this.saveOnce(texts);
    } catch (thrown) {
      if (!isGone(thrown)) throw thrown;
      await this.saveOnce(texts);
    }
  }

  private async saveOnce(texts: Texts): Promise<void> {
    if (this.isUncertain) await this.readNow();
    this.isUncertain = true;
    await withParts((context, parts) => this.write(context, parts, texts));
    this.isUncertain = false;
  }

  remove(toError: ToError = toRefused): Promise<void> {
    return this.inTurn(() => orRefused(() => this.removeNow(), toError));
  }

  private async removeNow(): Promise<void> {
    this.isUncertain = true;
    await withParts(async (context, parts) => {
      for (const id of await this.idsOf(context, parts)) parts.getItem(id).delete();
      await context.sync();
    });
  }

  private async write(context: ExcelContext, parts: ExcelXmlParts, texts: Texts): Promise<void> {
    let size = 0;
    const add = async (isIndex: boolean, text: string): Promise<{ readonly number: number; readonly id: string }> => {
      const number = this.next;
      this.next += 1;
      const xml = toXml(this.name, { number, isIndex, text });
      if (size + xml.length > MOST_AT_ONCE) {
        await context.sync();
        size = 0;
      }
      size += xml.length;
      const part = parts.add(xml);
      part.load('id');
      return {
        number,
        get id() {
          return part.id;
        },
      };
    };
    const places = new Map(this.places);
    for (const [name, text] of texts) {
      const own: Place[] = [];
      for (const piece of toPieces(text)) own.push(await add(false, piece));
      places.set(name, own);
    }
    const numbers = [...places].map(([name, own]) => [name, own.map(({ number }) => number)]);
    const index = await add(true, JSON.stringify(numbers));
    const replaced = [...texts.keys()].flatMap((name) => this.places.get(name) ?? []);
    for (const id of [...this.strays, ...replaced.map((place) => place.id)]) parts.getItem(id).delete();
    await context.sync();
    this.places = new Map([...places].map(([name, own]) => [name, own.map(toPlace)]));
    this.strays = [index.id];
  }

  /** Whatever else is in the namespace is left alone. */
  private async readAll(context: ExcelContext, parts: ExcelXmlParts): Promise<readonly FoundPiece[]> {
    const ids = await this.idsOf(context, parts);
    const found: FoundPiece[] = [];
    await readInParts(ids.length, PARTS_AT_ONCE, async (start, count) => {
      const some = ids.slice(start, start + count).map((id) => ({ id, xml: parts.getItem(id).getXml() }));
      await context.sync();
      for (const { id, xml } of some) {
        const piece = readPiece(xml.value);
        if (piece !== null) found.push({ id, ...piece });
      }
    });
    return found;
  }

  private async idsOf(context: ExcelContext, parts: ExcelXmlParts): Promise<readonly string[]> {
    const all = parts.getByNamespace(namespaceOf(this.name));
    all.load('items/id');
    await context.sync();
    return all.items.map(({ id }) => id);
  }
}

const toPlace = ({ number, id }: Place): Place => ({ number, id });

/** For hosts with ExcelApi 1.5. Excel's errors come as they are: what it misses here is a part, not a sheet. */
function withParts<T>(work: (context: ExcelContext, parts: ExcelXmlParts) => Promise<T>): Promise<T> {
  return onWorkbook(
    (context) => work(context, context.workbook.customXmlParts),
    (thrown) => thrown,
  );
}

async function orRefused<T>(work: () => Promise<T>, toError: ToError): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const message = wordsOf(thrown);
    throw message === null ? thrown : toError(message);
  }
}

function toRefused(message: string): TraceError {
  return new TraceError('workbookRefused', { message });
}

/** The numbers of each text's pieces, in order. Empty where it is no index. */
function readIndex(text: string | undefined): readonly (readonly [name: string, numbers: readonly number[]])[] {
  let entries: unknown;
  try {
    entries = JSON.parse(text ?? '');
  } catch {
    return [];
  }
  const isEntry = (entry: unknown): entry is readonly [string, readonly number[]] =>
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    Array.isArray(entry[1]) &&
    entry[1].every((number) => typeof number === 'number');
  return Array.isArray(entries) && entries.every(isEntry) ? entries : [];
}

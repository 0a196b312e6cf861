import type { makeExcelApi } from '../../../workbook/excel-api';
import { ExcelBatch } from '../../../workbook/excel-batch';
import { OfficeError, told } from '../../../workbook/office-error';

type ExcelGlobal = ReturnType<typeof makeExcelApi>;

/** As Word on the web refuses longer ones: https://github.com/OfficeDev/office-js/issues/2408. */
const MOST_BYTES = 1_000_000;
/** One element with a namespace and text, of characters that XML may hold. */
const XML =
  /^(?:<\?xml[^<>]*\?>\n)?<(\w+) xmlns="([^"<&]+)">[\t\n\r\x20-\x25\x27-\x3b\x3d-\ud7ff\ue000-\ufffd]*<\/\1>$/;

/** The custom XML parts of one workbook: they stay as long as it does. */
export class FakeXmlParts {
  readonly kept = new Map<string, string>();
  /** Fails when so many more parts have been added or deleted: what came before has happened. */
  failsAfter = Infinity;
  private added = 0;

  /** Excel's API with these parts, which the web workbook's stand-in has not. */
  of(api: ExcelGlobal): ExcelGlobal {
    return {
      run: (options, work) =>
        api.run(options, async (context) => {
          const batch = new ExcelBatch();
          const sync = context.sync.bind(context);
          context.sync = async () => {
            await sync();
            await batch.sync();
          };
          Object.assign(context.workbook, { customXmlParts: this.collectionOf(batch) });
          return await work(context);
        }),
    };
  }

  private collectionOf(batch: ExcelBatch): object {
    return {
      add: (xml: string) => {
        batch.noteAsked(xml);
        let id = '';
        batch.add(() => (id = this.add(xml)));
        return this.partOf(batch, () => id);
      },
      getItem: (id: string) => this.partOf(batch, () => id),
      getByNamespace: (uri: string) => {
        let items: readonly object[] | undefined;
        const find = (): readonly string[] =>
          [...this.kept].flatMap(([id, xml]) => (XML.exec(xml)?.[2] === uri ? [id] : []));
        return {
          load: () => batch.add(() => (items = find().map((id) => ({ id })))),
          get items() {
            return told('items', items);
          },
        };
      },
    };
  }

  private partOf(batch: ExcelBatch, find: () => string): object {
    let known: string | undefined;
    return {
      load: () => batch.add(() => (known = find())),
      get id() {
        return told('id', known);
      },
      getXml: () => {
        let value: string | undefined;
        batch.add(() => {
          value = this.xmlOf(find());
          batch.noteTold(value);
        });
        return {
          get value() {
            return told('value', value);
          },
        };
      },
      delete: () =>
        batch.add(() => {
          this.count();
          this.xmlOf(find());
          this.kept.delete(find());
        }),
    };
  }

  private add(xml: string): string {
    this.count();
    if (!XML.test(xml)) throw new OfficeError('InvalidArgument', 'this is no XML.');
    if (Buffer.byteLength(xml) > MOST_BYTES) throw new OfficeError('GeneralException', 'the part is too large.');
    this.added += 1;
    const id = `{${String(this.added).padStart(8, '0')}-0000-0000-0000-000000000000}`;
    this.kept.set(id, xml);
    return id;
  }

  private count(): void {
    if (this.failsAfter <= 0) throw new OfficeError('GeneralException', 'the connection broke.');
    this.failsAfter -= 1;
  }

  private xmlOf(id: string): string {
    const xml = this.kept.get(id);
    if (xml === undefined) throw new OfficeError('ItemNotFound', 'there is no such part.');
    return xml;
  }
}

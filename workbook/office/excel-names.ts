import type { ExcelBatch } from './excel-batch';
import { ExcelRange } from './excel-range';
import type { SheetOfRange } from './excel-links';
import type { GridName, GridSheet, GridWorkbook } from '../grid/grid-workbook';
import { OfficeError, readLoaded, told } from './office-error';

/** Names of the workbook or of a sheet: https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection. */
export class ExcelNames {
  private known: readonly ExcelName[] | undefined;

  /** @param scope `null`: the workbook */
  constructor(
    private readonly grid: GridWorkbook,
    private readonly batch: ExcelBatch,
    private readonly scope: SheetOfRange | null,
    private readonly makeSheet: (find: () => GridSheet) => SheetOfRange,
  ) {}

  load(properties: string): void {
    readLoaded('names', properties, ['items/name', 'items/type', 'items/scope']);
    this.batch.add(() => {
      this.known = this.own().map((found) => {
        const item = this.makeItem(() => this.sameAs(found));
        item.tell(found);
        return item;
      });
      this.batch.noteTold(this.known.map(({ name, type, scope }) => ({ name, type, scope })));
    });
  }

  get items(): readonly ExcelName[] {
    return told('items', this.known);
  }

  getItemOrNullObject(name: string): ExcelName {
    return this.toItem(() => this.own().find((each) => isSame(each.name, name)) ?? null);
  }

  add(name: string, reference: ExcelRange): ExcelName {
    this.batch.add(() => {
      if (this.scope !== null) throw new Error("The stand-in of Excel adds names with the workbook's scope only.");
      const isTaken = this.own().some((each) => isSame(each.name, name));
      if (isTaken || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name)) {
        throw new OfficeError('InvalidArgument', 'the name is taken or cannot be a name.');
      }
      const { area, sheet } = reference.present();
      this.grid.addName(name, sheet.id, area);
    });
    return this.toItem(() => this.own().find((each) => isSame(each.name, name)) ?? null, true);
  }

  /** A sheet's own names are followed by those of the workbook: https://github.com/OfficeDev/office-js/issues/1011. */
  private own(): readonly GridName[] {
    const all = this.grid.readNames();
    const ofWorkbook = all.filter(({ scope }) => scope === null);
    if (this.scope === null) return ofWorkbook;
    const { id } = this.scope.sheet();
    return [...all.filter(({ scope }) => scope === id), ...ofWorkbook];
  }

  private sameAs({ name, scope }: GridName): GridName | null {
    return this.grid.readNames().find((each) => each.name === name && each.scope === scope) ?? null;
  }

  /** It is known after the next sync whether there is such a name. */
  private toItem(find: () => GridName | null, isAdded = false): ExcelName {
    const item = this.makeItem(find, isAdded);
    this.batch.add(() => item.look());
    return item;
  }

  private makeItem(find: () => GridName | null, isAdded = false): ExcelName {
    return new ExcelName(this.grid, this.batch, find, isAdded, this.makeSheet);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
class ExcelName {
  private isMissing: boolean | undefined;
  private known: { readonly name: string; readonly type: string; readonly scope: string } | undefined;

  constructor(
    private readonly grid: GridWorkbook,
    private readonly batch: ExcelBatch,
    private readonly find: () => GridName | null,
    private readonly isAdded: boolean,
    private readonly makeSheet: (find: () => GridSheet) => SheetOfRange,
  ) {}

  load(properties: string): void {
    readLoaded('names', properties, ['name', 'type', 'scope']);
    this.batch.add(() => {
      const found = this.look();
      if (found !== null) this.tell(found);
    });
  }

  /** Immediately, since it runs within a sync. */
  look(): GridName | null {
    const found = this.find();
    this.isMissing = found === null;
    return found;
  }

  /** What is known of it once it is loaded. */
  tell(found: GridName): void {
    this.isMissing = false;
    const [type, scope] = [
      found.refersTo === null ? 'Error' : 'Range',
      found.scope === null ? 'Workbook' : 'Worksheet',
    ];
    this.known = { name: found.name, type, scope };
  }

  get isNullObject(): boolean {
    return told('isNullObject', this.isMissing);
  }

  get name(): string {
    return told('name', this.known?.name);
  }

  get type(): string {
    return told('type', this.known?.type);
  }

  get scope(): string {
    return told('scope', this.known?.scope);
  }

  /** Silently without effect where the name was fetched: https://github.com/OfficeDev/office-js/issues/3949. */
  set visible(isVisible: boolean) {
    this.batch.add(() => {
      const { name } = this.present();
      if (this.isAdded && !isVisible) this.grid.hideName(name);
    });
  }

  /** Excel of 2018 crashed where the cells were gone: https://github.com/OfficeDev/office-js/issues/263. */
  getRangeOrNullObject(): ExcelRange {
    this.batch.add(() => {
      if (this.find()?.refersTo === null) throw new Error('Excel has crashed: the cells of the name are gone.');
    });
    const find = (): GridName['refersTo'] => this.find()?.refersTo ?? null;
    const sheet = this.makeSheet(() => {
      const found = this.grid.readSheets().find(({ id }) => id === find()?.sheetId);
      if (found === undefined) throw new OfficeError('ItemNotFound', 'there is no such sheet.');
      return found;
    });
    return new ExcelRange(sheet, () => find()?.area ?? null, this.batch);
  }

  delete(): void {
    this.batch.add(() => this.grid.removeName(this.present()));
  }

  private present(): GridName {
    const found = this.find();
    if (found === null) throw new OfficeError('ItemNotFound', 'there is no such name.');
    return found;
  }
}

/** Excel ignores case in names. */
export function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

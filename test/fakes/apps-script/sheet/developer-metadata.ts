import type { CarriedMark } from '../../carried-marks';
import type { Metadata, Visibility } from './column-metadata';
import type { Run } from '../run';

export const LOCATION_TYPES = { SPREADSHEET: 'SPREADSHEET', SHEET: 'SHEET', ROW: 'ROW', COLUMN: 'COLUMN' };
export const VISIBILITIES: Readonly<Record<Visibility, Visibility>> = { PROJECT: 'PROJECT', DOCUMENT: 'DOCUMENT' };
/** Google's message for a range that is not a whole row or column. */
export const ARBITRARY_RANGE =
  'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';

/** @param column from 0 */
export function addMetadata(run: Run, sheetId: number, column: number, given: readonly unknown[]): void {
  const [key, value, visibility] = given;
  if (typeof key !== 'string' || typeof value !== 'string' || !['PROJECT', 'DOCUMENT'].includes(String(visibility))) {
    run.fail("The parameters don't match the method signature for SpreadsheetApp.Range.addDeveloperMetadata.");
  }
  const { metadata } = run.state;
  metadata.put(String(sheetId), column, {
    id: 1 + metadata.all.reduce((most, { what }) => Math.max(most, what.id), 0),
    key,
    value,
    visibility: visibility as Visibility,
    project: 'trace',
  });
}

/** https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata-finder, for a whole spreadsheet. */
export function makeMetadataFinder(run: Run, toColumn: (sheetId: number, column: number) => object | null): object {
  const wanted: ((mark: CarriedMark<Metadata>) => boolean)[] = [];
  const only = (isWanted: (mark: CarriedMark<Metadata>) => boolean): object => {
    wanted.push(isWanted);
    return finder;
  };
  const finder = {
    withKey: (key: string) => only(({ what }) => what.key === key),
    withValue: (value: string) => only(({ what }) => what.value === value),
    withVisibility: (visibility: string) => only(({ what }) => what.visibility === visibility),
    withLocationType: (type: string) => only(() => type === LOCATION_TYPES.COLUMN),
    find() {
      run.call('DeveloperMetadataFinder.find', 'document');
      const isShown = ({ what }: CarriedMark<Metadata>): boolean =>
        what.visibility === 'DOCUMENT' || what.project === 'trace';
      const found = run.state.metadata.all.filter((mark) => isShown(mark) && wanted.every((is) => is(mark)));
      return found.map((mark) => toObject(run, mark, toColumn));
    },
  };
  return finder;
}

/** https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata */
function toObject(
  run: Run,
  { sheet, column, what }: CarriedMark<Metadata>,
  toColumn: (sheetId: number, column: number) => object | null,
): object {
  return {
    getId: () => what.id,
    getKey: () => what.key,
    getValue: () => what.value,
    getVisibility: () => what.visibility,
    getLocation: () => ({
      getLocationType: () => LOCATION_TYPES.COLUMN,
      getColumn: () => toColumn(Number(sheet), column!),
      getRow: () => null,
      getSheet: () => null,
    }),
    remove() {
      run.call('DeveloperMetadata.remove', 'documentWrite');
      const { metadata } = run.state;
      if (!metadata.all.some((mark) => mark.what === what)) run.fail('The developer metadata no longer exists.');
      metadata.removeWhere((mark) => mark.what === what && mark.sheet === sheet && mark.column === column);
    },
  };
}

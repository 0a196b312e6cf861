import { ColumnEdits } from '../../fakes/apps-script/sheet/column-edits';
import { SheetsWorld } from '../../fakes/apps-script/world';

/** The stand-in of developer metadata fails, and follows its column, as Google's does. */

const opened: SheetsWorld[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((world) => world.stop()));
});

const FIND = `SpreadsheetApp.getActive().createDeveloperMetadataFinder().withKey('k').find()
  .map((m) => m.getValue() + m.getLocation().getColumn().getColumn() + m.getVisibility())`;
const ADD = (range: string, rest = `'k', 'v', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT`): string =>
  `SpreadsheetApp.getActiveSheet().getRange(${range}).addDeveloperMetadata(${rest})`;

function worldOf(...bodies: readonly string[]): SheetsWorld {
  const code = bodies.map((body, at) => `function f${at}() { return ${body}; }`).join('\n');
  const world = new SheetsWorld({ code, html: '<p>', manifest: '{}', origins: {} });
  opened.push(world);
  return world;
}

it.each(['1, 3, 10, 1', '1, 1', '1, 3, 1000, 1'])('a range that is not told as a column (%s) is refused', (range) => {
  const world = worldOf(`${ADD(range)} && 1`);
  expect(() => world.scriptRun('f0', [])).toThrow('Adding developer metadata to arbitrary ranges is not currently');
});

it('a key without a text is refused', () => {
  const world = worldOf(`${ADD(`'C:C'`, `'k', 5, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT`)} && 1`);
  expect(() => world.scriptRun('f0', [])).toThrow("The parameters don't match the method signature");
});

it('a formula may not add it', () => {
  const world = worldOf(`${ADD(`'C:C'`)} && 1`);
  expect(world.typeFormula('f0').note).toContain('You do not have permission to call Range.addDeveloperMetadata');
});

it('it moves with its column, and goes with it', () => {
  const world = worldOf(`${ADD(`'C:C'`)} && 1`, FIND);
  world.scriptRun('f0', []);
  const edits = new ColumnEdits(world.state);
  const [grid] = world.state.sheets;
  const seen = [world.scriptRun('f1', [])];
  for (const edit of [
    () => edits.insert(grid!, 1),
    () => edits.insert(grid!, 9),
    () => edits.delete(grid!, 2),
    () => edits.drag(grid!, 3, 1),
    () => edits.drag(grid!, 1, 5),
    () => edits.delete(grid!, 5),
  ]) {
    edit();
    seen.push(world.scriptRun('f1', []));
  }
  expect(seen).toEqual([['v3PROJECT'], ['v4PROJECT'], ['v4PROJECT'], ['v3PROJECT'], ['v1PROJECT'], ['v5PROJECT'], []]);
});

it("another project's is seen only where it is the document's", () => {
  const world = worldOf(FIND);
  const forged = { id: 8, key: 'k', value: 'v', project: 'other' } as const;
  world.state.metadata.put('0', 0, { ...forged, visibility: 'PROJECT' });
  world.state.metadata.put('0', 1, { ...forged, visibility: 'DOCUMENT' });
  expect(world.scriptRun('f0', [])).toEqual(['v2DOCUMENT']);
});

it('one that was removed cannot be removed again', () => {
  const world = worldOf(
    `${ADD(`'C:C'`)} && SpreadsheetApp.getActive().createDeveloperMetadataFinder().find().map((m) => [m.remove(), m.remove()])`,
  );
  expect(() => world.scriptRun('f0', [])).toThrow('The developer metadata no longer exists.');
});

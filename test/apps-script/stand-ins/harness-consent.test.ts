import { startStubServer, type StubServer } from '../../fakes/apps-script/threads/stub-server';
import { SheetsWorld } from '../../fakes/apps-script/world';

/** What the stand-ins of Google's services refuse, as Google's do: permissions, and sheets without cells. */

let server: StubServer;
const opened: SheetsWorld[] = [];

beforeAll(async () => {
  server = await startStubServer({ status: 404, body: 'not here' });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((world) => world.stop()));
});

afterAll(() => server.stop());

function worldOf(code: string): SheetsWorld {
  const world = new SheetsWorld({ code, html: '<p>', manifest: '{}', origins: { 'https://a.example': server.origin } });
  opened.push(world);
  return world;
}

describe('what a user has not allowed', () => {
  const SCOPE = 'https://www.googleapis.com/auth/script.external_request';

  it('throws where the sidebar needs it, and names it', () => {
    const world = worldOf("function F() { UrlFetchApp.fetch('https://a.example/'); }");
    world.state.withheldScopes.add(SCOPE);
    expect(() => world.scriptRun('F', [])).toThrow(
      `You do not have permission to call UrlFetchApp.fetch. Required permissions: ${SCOPE}`,
    );
  });

  it('a formula does not need', () => {
    const world = worldOf(
      "function F() { return UrlFetchApp.fetch('https://a.example/', { muteHttpExceptions: true }).getResponseCode(); }",
    );
    world.state.withheldScopes.add(SCOPE);
    expect(world.typeFormula('F').note).toBeNull();
  });

  it('ends a run that requires all of it', () => {
    const world = worldOf('function F() { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL); return 1; }');
    const before = world.scriptRun('F', []);
    world.state.withheldScopes.add(SCOPE);
    expect(before).toBe(1);
    expect(() => world.scriptRun('F', [])).toThrow('Authorization is required to perform that action.');
  });
});

describe('sheets', () => {
  it('one that is a chart has no cells', () => {
    const world = worldOf('function F() { SpreadsheetApp.getActive().getSheets()[0].getDataRange(); }');
    world.state.sheets[0]!.type = 'OBJECT';
    expect(() => world.scriptRun('F', [])).toThrow('not supported on sheets of type OBJECT');
  });

  it('a text is found in any of them, once the changes so far are made', () => {
    const world = worldOf(`function F() {
      const active = SpreadsheetApp.getActive();
      const find = () => active.createTextFinder('b.c').findNext() !== null;
      const before = find();
      active.getSheets()[0].getRange(2, 2).setValues([['a b.c d']]);
      return [before, find()];
    }`);
    expect(world.scriptRun('F', [])).toEqual([false, true]);
  });
});

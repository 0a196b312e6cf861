import { startStubServer, type StubServer } from '../../fakes/apps-script/threads/stub-server';
import { SheetsWorld } from '../../fakes/apps-script/world';

const MANIFEST = JSON.stringify({ urlFetchWhitelist: ['https://a.example/', 'https://nowhere.example/'] });

/** What answers at `https://a.example`. */
let server: StubServer;
const opened: SheetsWorld[] = [];

/** Small add-ons of a file's tests, each in a spreadsheet of its own. */
export function usePlantedAddons(): void {
  beforeAll(async () => {
    server = await startStubServer({ status: 404, body: 'not here' });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((world) => world.stop()));
  });
  afterAll(() => server.stop());
}

/** A spreadsheet with this code as its add-on. */
export function worldOf(code: string): SheetsWorld {
  const world = new SheetsWorld({
    code,
    html: '<p>',
    manifest: MANIFEST,
    origins: { 'https://a.example': server.origin },
  });
  opened.push(world);
  return world;
}

/** What hovering over `=F()` shows, where `F` is the code given. */
export function noteOf(body: string, setUp: (world: SheetsWorld) => void = () => undefined): string | null {
  const world = worldOf(`function F() { ${body} }`);
  setUp(world);
  return world.typeFormula('F').note;
}

import type { SheetsWorld } from '../fakes/apps-script/world';
import { openWorld } from './open-world';

const MENU = [
  { caption: 'Open Trace', functionName: 'openSidebar' },
  { caption: 'Use in this spreadsheet', functionName: 'openSidebar' },
  { caption: 'Help', functionName: 'openSidebar' },
];

let world: SheetsWorld;

beforeAll(async () => {
  world = await openWorld('http://127.0.0.1:9');
});

afterAll(() => world.stop());

it.each(['NONE', 'LIMITED', 'FULL'] as const)('the menu is there when the spreadsheet opens in mode %s', (mode) => {
  expect(world.open(mode)).toEqual({ menu: MENU, text: null });
});

it('the menu is there at once after installing', () => {
  expect(world.install()).toEqual({ menu: MENU, text: null });
});

it('the menu needs no permission: nothing but the user interface is asked for', () => {
  const calls: string[] = [];
  world.state.meanwhile = (all) => void calls.splice(0, Infinity, ...all);
  world.open('NONE');
  world.state.meanwhile = null;
  expect(calls).toEqual(['SpreadsheetApp.getUi']);
});

it('opening the sidebar lets Google ask for what has not been allowed, and shows nothing before', () => {
  world.state.withheldScopes.add('https://www.googleapis.com/auth/script.external_request');
  const open = (): unknown => world.choose(MENU[0]!);
  expect(open).toThrow('Authorization is required to perform that action.');
  world.state.withheldScopes.clear();
  expect(open()).toMatchObject({ title: 'Trace' });
});

it.each(MENU)('$caption opens the sidebar', (item) => {
  const sidebar = world.choose(item);
  expect({ title: sidebar?.title, page: sidebar?.html.startsWith('<!doctype html>') }).toEqual({
    title: 'Trace',
    page: true,
  });
});

it('an editor has the menu too', () => {
  expect(world.open('LIMITED', 'editor')).toEqual({ menu: MENU, text: null });
});

import { useUnconnectedSpreadsheet, world } from './spreadsheet';

const MENU = [
  { caption: 'Open Trace', functionName: 'openSidebar' },
  { caption: 'Enrich selected column', functionName: 'openEnrich' },
  { caption: 'Explore active cell', functionName: 'openExplore' },
  { caption: 'Formula', functionName: 'openFormula' },
  { caption: 'Fetch waiting', functionName: 'fetchWaiting' },
  { caption: 'Retry problems', functionName: 'retryProblems' },
  { caption: 'Selected cells', functionName: 'freezeSelection' },
  { caption: 'This sheet', functionName: 'freezeSheet' },
  { caption: 'All sheets', functionName: 'freezeFile' },
  { caption: 'Restore formulas', functionName: 'restoreFrozen' },
  { caption: 'Reconnect formulas', functionName: 'reconnectFormulas' },
  { caption: 'Use in this spreadsheet', functionName: 'useHere' },
  { caption: 'Insert self-test', functionName: 'insertSelfTest' },
  { caption: 'Help', functionName: 'openHelp' },
];

/** The others work without it. */
const OPENS_SIDEBAR = ['openSidebar', 'openEnrich', 'openExplore', 'openFormula', 'insertSelfTest'];

useUnconnectedSpreadsheet();

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

it.each(MENU.filter(({ functionName }) => OPENS_SIDEBAR.includes(functionName)))(
  '$caption opens the sidebar',
  (item) => {
    const sidebar = world.choose(item);
    expect({ title: sidebar?.title, page: sidebar?.html.startsWith('<!doctype html>') }).toEqual({
      title: 'Trace',
      page: true,
    });
  },
);

it.each([
  ['openSidebar', undefined],
  ['openEnrich', 'enrich'],
  ['openExplore', 'explore'],
  ['openFormula', 'formula'],
  ['insertSelfTest', 'selfTest'],
])('%s opens it at its tab', (functionName, tab) => {
  const html = world.choose({ caption: '', functionName })?.html ?? '';
  expect(/<body data-tab="(\w+)" class="trace-panel">/.exec(html)?.[1]).toBe(tab);
});

it.each(MENU.filter(({ functionName }) => !OPENS_SIDEBAR.includes(functionName)))(
  '$caption works without the sidebar, and says what it did',
  ({ functionName }) => {
    const [said = ''] = world.command(functionName);
    expect(said.length).toBeGreaterThan(10);
  },
);

it.each(MENU)('$caption does nothing in a cell', ({ functionName }) => {
  expect(world.typeFormula(functionName)).toMatchObject({
    note: 'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    calls: ['SpreadsheetApp.getUi'],
  });
});

it('without a key, the first use says where to set one', () => {
  expect(world.command('useHere')).toEqual([
    [
      'The Trace menu and panel work in this spreadsheet now, for everyone who opens it.',
      'For formulas, reload the page and type =TRACE_FIELDS() in a cell. It is free.',
      'Then set your Trace API key: Extensions > Trace > Open Trace.',
      'If a cell shows #NAME?, choose Extensions > Add-ons > Manage add-ons, then Use in this document beside Trace, and reload.',
      'In a test deployment, formulas always show #NAME?.',
    ].join('\n'),
  ]);
});

it('an editor has the menu too', () => {
  expect(world.open('LIMITED', 'editor')).toEqual({ menu: MENU, text: null });
});

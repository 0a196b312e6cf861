interface LastTab {
  followCommands(go: (tab: string, focus: string) => void): () => void;
  onErrand(what: string, act: () => void): () => void;
}

// Their types are a browser's, which the tests' are not.
const { followCommands, onErrand } = jest.requireActual<LastTab>('../../shared/panel/last-tab');
const { registerCommands } = jest.requireActual<{ registerCommands(): void }>('../../excel-addin/commands');

type Command = (event: { completed(): void }) => void;

const globals = globalThis as { Office?: object };
afterEach(() => delete globals.Office);

test('Explore this company opens the panel at its place, has the active cell explored once, and tells Excel', async () => {
  const commands = new Map<string, Command>();
  const happened: unknown[] = [];
  globals.Office = {
    actions: { associate: (id: string, act: Command) => commands.set(id, act) },
    addin: { showAsTaskpane: () => Promise.resolve(void happened.push('opened')) },
  };
  registerCommands();
  commands.get('TraceExploreCell')!({ completed: () => happened.push('completed') });
  await new Promise((resolve) => setTimeout(resolve));
  // What the panel does once it is loaded.
  const stops = [
    followCommands((tab, focus) => happened.push([tab, focus])),
    onErrand('exploreActive', () => happened.push('explored')),
    onErrand('exploreActive', () => happened.push('explored again')),
  ];
  for (const stop of stops) stop();
  expect(happened).toEqual(['opened', 'completed', ['explore', '#tab-explore'], 'explored']);
});

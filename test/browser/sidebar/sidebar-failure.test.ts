import { openSidebars } from './open-sidebar';

const sidebars = openSidebars();

/** The page with another panel's script. */
function withScript(script: string): Record<string, string> {
  const page = sidebars.world.state.files['Sidebar']!;
  const [, start = ''] = /^([\s\S]*<script>)[\s\S]*$/.exec(page) ?? [];
  return { Sidebar: `${start}${script}</script></body></html>` };
}

it.each([
  [
    'does not parse',
    'var home = "https://trace.example"; start();',
    'Uncaught SyntaxError: Invalid or unexpected token',
  ],
  ['throws', 'start();', 'Uncaught ReferenceError: start is not defined'],
  ['does nothing', '// start();', 'the page is empty'],
])('if the script of the page %s, one sentence says so', async (_what, script, said) => {
  Object.assign(sidebars.world.state, { files: withScript(script) });
  const { frame } = await sidebars.open();
  await frame.getByRole('alert').waitFor();
  expect(await frame.getByRole('alert').allTextContents()).toEqual([
    `Trace did not start (${said}). Close the panel, then choose Extensions > Trace > Open Trace.`,
  ]);
});

it('a panel that starts says nothing of the kind', async () => {
  const tab = await sidebars.open();
  await tab.frame.getByRole('heading', { name: 'Trace' }).first().waitFor();
  expect({ said: await tab.frame.getByText('did not start').count(), problems: tab.problems }).toEqual({
    said: 0,
    problems: [],
  });
});

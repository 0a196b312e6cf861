import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addonFolder } from '../fakes/apps-script/built-addon';
import { makeClaspFolder, startClasp, type ClaspFolder, type ClaspProcess } from '../fakes/script-api/clasp';

let built: string;
let program: ClaspProcess;
let clasp: ClaspFolder;

beforeAll(async () => {
  program = startClasp();
  built = await addonFolder();
});

afterAll(() => program.stop());

beforeEach(async () => {
  clasp = await makeClaspFolder(built, program);
});

afterEach(() => clasp.remove());

const inFolder = (path: string): string => join(clasp.folder, path);

async function useProject(scriptId: string): Promise<void> {
  await writeFile(inFolder('.clasp.json'), JSON.stringify({ scriptId, rootDir: 'dist/apps-script' }));
}

/** The same bytes again (test/bundle/apps-script.test.ts), in new files. */
const rebuild = (): Promise<void> => cp(built, inFolder('dist/apps-script'), { recursive: true });

it('clasp pushes the build byte for byte, without login or project files; pushing again changes nothing', async () => {
  await useProject(clasp.api.scriptId);
  expect((await clasp.run('push', '--force')).code).toBe(0);
  const pushed = clasp.api.files().map(({ name, type, source }) => [name, type, source]);
  const read = (name: string): Promise<string> => readFile(join(built, name), 'utf8');
  expect(pushed).toEqual([
    ['appsscript', 'JSON', await read('appsscript.json')],
    ['Code', 'SERVER_JS', await read('Code.js')],
    ['Sidebar', 'HTML', await read('Sidebar.html')],
  ]);
  expect((await readdir(inFolder('dist/apps-script'))).sort()).toEqual([
    'Code.js',
    'NOTICES.txt',
    'Sidebar.html',
    'appsscript.json',
  ]);
  await rebuild();
  expect((await clasp.run('push', '--force')).output).toContain('already up to date');
});

it.each([
  ['a spreadsheet with a script', '--type sheets', 'Created new document: https://drive.google.com/open?id='],
  ['a standalone script', '--type standalone', 'Created new script: https://script.google.com/d/'],
])('the guide leads from nothing to %s, though creating it replaces the manifest', async (_name, type, said) => {
  const command = `create-script ${type} --title Trace --rootDir dist/apps-script`;
  expect(await readFile('docs/developers.md', 'utf8')).toContain(`npx clasp ${command}\n`);
  const created = await clasp.run(...command.split(' '));
  expect(created.output).toContain(said);
  const replaced = JSON.parse(await readFile(inFolder('dist/apps-script/appsscript.json'), 'utf8')) as object;
  await rebuild();
  const pushed = await clasp.run('push', '--force');
  expect({ created: created.code, replaced: Object.keys(replaced), pushed: pushed.code }).toEqual({
    created: 0,
    replaced: ['timeZone', 'runtimeVersion'],
    pushed: 0,
  });
  expect(JSON.parse(clasp.api.files()[0]?.source ?? '')).toMatchObject({
    urlFetchWhitelist: ['https://api.tracedata.ai/'],
  });
});

it('without --force a changed manifest is not pushed without a terminal, so the guide and the script force it', async () => {
  await useProject(clasp.api.scriptId);
  const { code, output } = await clasp.run('push');
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
  expect({ code, output: output.trim(), files: clasp.api.files().length }).toEqual({
    code: 0,
    output: 'Skipping push.',
    files: 1,
  });
  expect(scripts['push']).toContain('clasp push --force');
});

it('a project that is not there is an error', async () => {
  await useProject('1Unknown');
  const { code, output } = await clasp.run('push', '--force');
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('not found') });
});

it('syntax that Apps Script refuses is an error, and nothing is pushed', async () => {
  await useProject(clasp.api.scriptId);
  await writeFile(inFolder('dist/apps-script/Code.js'), 'class Cell { #value = 1; }\n');
  const { code, output } = await clasp.run('push', '--force');
  expect({ code, output, files: clasp.api.files().length }).toEqual({
    code: 1,
    output: expect.stringContaining('Syntax error'),
    files: 1,
  });
});

import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { PSEUDO } from '../../languages/language';

interface Built {
  readonly TraceError: new (code: string, facts: object) => Error;
  readonly say: (error: Error, where: string) => string;
  readonly builderHelp: () => { readonly functions: Readonly<Record<string, { readonly about: string }>> };
  readonly toReasons: (problems: readonly (readonly [string, number])[]) => readonly object[];
  readonly count: (number: number, ...forms: readonly string[]) => string;
}

async function bundle(): Promise<Built> {
  const contents = `
    export { TraceError } from './shared/errors/trace-error';
    export { say } from './shared/errors/say';
    export { count } from './shared/panel/common/words';
    export { toReasons } from './shared/panel/state/problem-reasons';
    export { builderHelp } from './shared/reference';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: resolve('.'), loader: 'ts' },
    bundle: true,
    format: 'iife',
    globalName: 'built',
    write: false,
    plugins: [PSEUDO.plugin],
  });
  return runInNewContext(`${outputFiles[0]?.text};built`) as Built;
}

let built: Built;
beforeAll(async () => {
  built = await bundle();
});

it('the panel has the sentence of an error in its language, and a cell in English', () => {
  const error = new built.TraceError('companyUnknown', { identifier: 'acme' });
  expect(error.message).toBe('Trace does not track "acme". Check the domain, or rescan the company first.');
  expect(built.say(error, 'formula')).toBe(error.message);
  expect(built.say(error, 'action')).toMatch(/^Ŧřááçéé ðööééš ñööŧ ŧřááçķ "acme"\. Çĥééçķ/);
});

it('the panel, which is on a computer, sends no one to one, and a cell does', () => {
  const error = new built.TraceError('notFetchedYet', {});
  expect(error.message).toBe('Not fetched yet. Fetch it in the Trace panel on a computer.');
  expect(built.say(error, 'action')).toBe('Ñööŧ ḟééŧçĥééð ýééŧ. Ḟééŧçĥ ííŧ ííñ ŧĥéé Ŧřááçéé þááñééł.');
});

it('the panel knows the English sentences of cells, and counts them in its language', () => {
  const { message } = new built.TraceError('creditsOut', { requested: 1_200, missing: 2 });
  expect(built.toReasons([[`#TRACE: ${message}`, 3]])).toMatchObject([{ title: 'Ñöö çřééðííŧš łééḟŧ', help: 'retry' }]);
});

it('the builder says in its language what a function does', () => {
  expect(built.builderHelp().functions['TRACE_TECH']?.about).toBe(
    'Ŧĥéé ŧééçĥñööłööğííééš ŧĥááŧ ééááçĥ çööḿþááñý üüšééš.',
  );
});

it('counts as the language does', () => {
  expect(built.count(1_234, 'row', 'rows')).toBe('1.234 rows');
});

it('counts in the sentence of an error as the language does, and in its cell in English', () => {
  const error = new built.TraceError('waitsForConsent', { credits: 1_234 });
  expect(error.message).toMatch(/^Waiting for approval \(1,234 credits\)\. /);
  expect(built.say(error, 'action')).toMatch(/\(1\.234 çřééðííŧš\)\. /);
});

import { build } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { WITHOUT_OTHER_ERRORS } from '../../bundling/without-other-errors';

/** The text of a bundle of one module, which knows the class of errors. */
async function bundled(lines: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { TraceError } from './errors/trace-error';\n${lines}`,
      resolveDir: 'shared',
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    minify: true,
    plugins: [WITHOUT_OTHER_ERRORS],
    write: false,
  });
  return outputFiles[0]!.text;
}

describe('the sentences of a bundle', () => {
  it('are those whose code it names, in whatever way it does', async () => {
    const code = await bundled(`
      const reasons = ['timedOut', 'unreachable'] as const;
      for (const reason of reasons) console.log(new TraceError(reason, {}).message);
    `);
    expect(code).toContain('Trace took too long to answer.');
    expect(code).toContain('Trace could not be reached.');
    expect(code).not.toContain('The sheet of this enrichment is missing.');
  });

  it('include those of runs', async () => {
    const code = await bundled(`throw new TraceError('nothingChosen', {});`);
    expect(code).toContain('No column is chosen.');
    expect(code).not.toContain('Nothing is selected.');
  });

  it('are still said with their facts', async () => {
    const code = await bundled(`throw new TraceError('serviceFailed', { status: 503 });`);
    expect(() => runInNewContext(code) as unknown).toThrow(
      'Trace has a problem (HTTP 503). Try again in a few minutes.',
    );
  });

  it('have none of the library for names of hosts, which the core takes for no host', async () => {
    const code = await bundled(
      `import { readDomain } from './cells/identifier'; console.log(readDomain('Bücher.example'));`,
    );
    expect(code).not.toContain('Illegal input');
    const said: unknown[] = [];
    runInNewContext(code, { console: { log: (text: unknown) => said.push(text) } });
    expect(said).toEqual(['xn--bcher-kva.example']);
  });
});

describe('the traits of a bundle', () => {
  it('are those that it reads', async () => {
    const code = await bundled(`
      import { traitsOf } from './errors/traits';
      console.log(traitsOf(new TraceError('keyRefused', {})).ends);
    `);
    expect(code).toContain('ends:"all"');
    expect(code).not.toContain('pausesRun');
  });

  it('stay where they are taken out of an object', async () => {
    const code = await bundled(`
      import { traitsOf } from './errors/traits';
      const { pausesRun } = traitsOf(new TraceError('keyRefused', {}));
      console.log(pausesRun);
    `);
    const said: unknown[] = [];
    runInNewContext(code, { console: { log: (text: unknown) => said.push(text) } });
    expect(said).toEqual(['always']);
  });
});

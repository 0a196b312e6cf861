import { build } from 'esbuild';

const CONTENTS = `import { h, render } from 'preact'; render(h('h1', null, 'Trace'), document.body);`;

/** The minimum that a panel can be: a heading, drawn by the same library. */
export async function makeEmptyPanel(): Promise<{ readonly page: string; readonly script: string }> {
  const { outputFiles } = await build({
    stdin: { contents: CONTENTS, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Trace</title>
    <script type="module" src="empty-panel.js"></script>
  </head>
  <body></body>
</html>
`;
  return { page, script: outputFiles[0]?.text ?? '' };
}

import { build, transform } from 'esbuild';
import { readPageStyle } from './read-page-style';
import { usedInputs } from './used-inputs';
import type { Language } from '../languages/language';
import { COMMON, type Bundled } from './sheets-options';

/** One file that makes no requests. */
export async function makeSidebar(language: Language | null): Promise<Bundled> {
  const [{ outputFiles, metafile }, css] = await Promise.all([
    build({
      ...COMMON,
      entryPoints: ['apps-script/sidebar/main.ts'],
      format: 'iife',
      metafile: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      plugins: language === null ? [] : [language.plugin],
      // HtmlService cuts `//` and the rest of the line out of template literals, which the minifier creates:
      // https://github.com/enuchi/React-Google-Apps-Script/issues/157.
      supported: { 'template-literal': false },
    }),
    readPageStyle(),
  ]);
  const script = outputFiles[0]!.text;
  const style = await transform(css, { loader: 'css', minify: true, target: ['chrome90', 'safari14'] });
  const lines = [
    '<!doctype html>',
    `<html lang="${language?.tag ?? 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<base target="_blank">',
    '<title>Trace</title>',
    `<style>${style.code.trim()}</style>`,
    '</head>',
    '<body class="trace-panel">',
    `<script>${script.trim().replace(/<\/(script)/gi, '<\\/$1')}</script>`,
    '</body>',
    '</html>',
    '',
  ];
  return { text: lines.join('\n'), used: usedInputs(metafile) };
}

import { build, transform } from 'esbuild';
import { readPageStyle } from './read-page-style';
import { checkUncut, escapeTexts } from './uncut';
import { usedInputs } from './used-inputs';
import type { Language } from '../languages/language';
import { FOR_GOOGLE, type Bundled } from './options';

/** Builds one file that makes no requests. Throws if HtmlService would cut something out of it. */
export async function makeSidebar(language: Language | null): Promise<Bundled> {
  const [failure, panel, css] = await Promise.all([
    bundle('apps-script/sidebar/say-failure.ts', language),
    bundle('apps-script/sidebar/main.ts', language),
    readPageStyle(),
  ]);
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
    `<script>${failure.text}</script>`,
    `<script>${panel.text}</script>`,
    '</body>',
    '</html>',
    '',
  ];
  const text = lines.join('\n');
  checkUncut(text);
  return { text, used: [...failure.used, ...panel.used] };
}

async function bundle(entry: string, language: Language | null): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    ...FOR_GOOGLE,
    entryPoints: [entry],
    plugins: language === null ? [] : [language.plugin],
    supported: { 'template-literal': false },
  });
  return { text: escapeTexts(outputFiles[0]!.text.trim()), used: usedInputs(metafile) };
}

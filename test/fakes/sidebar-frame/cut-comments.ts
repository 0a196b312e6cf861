import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';

/** A page is served many times, and cut once. */
const cutPages = new Map<string, string>();
/** Where a large one is kept for other test files: reading its script takes half a second. */
const KEPT = '.cache';
const KEPT_NAME = /^cut-page-/;
const LARGE = 100_000;
/** From the project's folder, where tests and programs run. */
const OWN_FILE = 'test/fakes/sidebar-frame/cut-comments.ts';

/**
 * What `HtmlService` makes of a page: it takes `//` and `/*` for comments also where they stand in a template literal,
 * and cuts them out, its end included (https://github.com/enuchi/React-Google-Apps-Script/issues/157).
 */
export function cutComments(html: string): string {
  const known = cutPages.get(html);
  if (known !== undefined) return known;
  const cut = html.length < LARGE ? cutNow(html) : cutOnce(html);
  cutPages.set(html, cut);
  return cut;
}

/** As any test file has cut it, with these very lines. */
function cutOnce(html: string): string {
  const digest = createHash('sha256').update(readFileSync(OWN_FILE)).update(html).digest('hex').slice(0, 16);
  const path = join(KEPT, `cut-page-${digest}`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const cut = cutNow(html);
  mkdirSync(KEPT, { recursive: true });
  for (const name of readdirSync(KEPT)) if (KEPT_NAME.test(name)) rmSync(join(KEPT, name), { force: true });
  // Under its name only once all of it is there: another worker may look for it.
  const partly = join(KEPT, `cutting-page-${process.pid}`);
  writeFileSync(partly, cut);
  renameSync(partly, path);
  return cut;
}

function cutNow(html: string): string {
  return html.replace(/(<script[^>]*>)([\s\S]*?)(?=<\/script)/gi, (_all, tag: string, script: string) => {
    return tag + cutScript(script);
  });
}

function cutScript(script: string): string {
  let cut = '';
  let from = 0;
  for (const { start, end } of findTemplateTexts(script)) {
    for (let at = Math.max(start, from); at < end; at += 1) {
      const length = commentLength(script, at);
      if (length === 0) continue;
      cut += script.slice(from, at);
      from = at + length;
      at = from - 1;
    }
  }
  return cut + script.slice(from);
}

/** The texts between back-ticks, without what stands in `${…}`; none in what is no script. */
function findTemplateTexts(script: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  try {
    parse(script, {
      ecmaVersion: 'latest',
      onToken: ({ type, start, end }) => void (type.label === 'template' && found.push({ start, end })),
    });
  } catch {
    return [];
  }
  return found;
}

/** How long the comment is that seems to begin here; 0 for none. */
function commentLength(script: string, at: number): number {
  const opening = script.slice(at, at + 2);
  if (opening !== '//' && opening !== '/*') return 0;
  const end = opening === '//' ? script.indexOf('\n', at) : script.indexOf('*/', at + 2) + 2;
  return (end < at + 2 ? script.length : end) - at;
}

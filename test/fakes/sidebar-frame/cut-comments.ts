import { parse } from 'acorn';

/** A page is served many times, and cut once. */
const cutPages = new Map<string, string>();

/**
 * What `HtmlService` makes of a page: it takes `//` and `/*` for comments also where they stand in a template literal,
 * and cuts them out, its end included (https://github.com/enuchi/React-Google-Apps-Script/issues/157).
 */
export function cutComments(html: string): string {
  const known = cutPages.get(html);
  if (known !== undefined) return known;
  const cut = html.replace(/(<script[^>]*>)([\s\S]*?)(?=<\/script)/gi, (_all, tag: string, script: string) => {
    return tag + cutScript(script);
  });
  cutPages.set(html, cut);
  return cut;
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

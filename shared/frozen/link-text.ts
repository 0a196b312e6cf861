/** How a formula writes a column of a table, with `*` for its title. Where a text matches several, the first one counts. */
const FORMS = ['[[#This Row],[*]]', '[[#Headers],[*]]', '[@[*]]', '[@*]', '[[*]]', '[*]'] as const;

export type Form = (typeof FORMS)[number];
/** Which rows of the table a link means. */
export type LinkRows = 'this' | 'data' | 'headers';

/** Excel needs another pair of brackets around other titles, and ignores spaces next to a bracket. */
const BARE = /^[\p{L}\p{N}_.]+$/u;
const TITLE = String.raw`((?:'.|[^\[\]'@#])(?:'.|[^\[\]'])*)`;
const PATTERNS = FORMS.map(
  (form) => [form, new RegExp(`^${form.replace(/[[\]]/g, '\\$&').replace('*', () => TITLE)}$`, 'su')] as const,
);

/** @param text after the name of the table; `null`: more than one column, or something else */
export function readLinkText(text: string): { readonly form: Form; readonly title: string } | null {
  for (const [form, pattern] of PATTERNS) {
    const title = pattern.exec(text)?.[1];
    if (title !== undefined) return { form, title: title.replace(/'(.)/gsu, '$1') };
  }
  return null;
}

/** https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e */
export function writeLinkText(form: Form, title: string): string {
  const isBare = BARE.test(form === '[*]' && title.trim() === title ? title.replace(/[ -]/g, '') : title);
  const text = isBare ? form : form.replace(/^\[(@?)\*\]$/, '[$1[*]]');
  return text.replace('*', () => title.replace(/[[\]#'@]/g, "'$&"));
}

export function isForm(text: string): text is Form {
  return (FORMS as readonly string[]).includes(text);
}

export function rowsOf(form: Form): LinkRows {
  return /@|T/.test(form) ? 'this' : form.includes('#') ? 'headers' : 'data';
}

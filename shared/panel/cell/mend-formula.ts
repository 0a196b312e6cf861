/** A text of a formula, with its quotes. */
const TEXT = /"(?:[^"]|"")*"/g;
/** A name that has one of these needs quotes of its own within a text. */
const SEPARATORS = /[,;='"\n]/;

/**
 * The formula with a name in place of a wrong one, where one of its texts has the wrong one as a whole item. `null`: no
 * text has it, or the name cannot be written there.
 */
export function withName(formula: string, wrong: string, name: string): string | null {
  const item = new RegExp(`(^|[,;=']\\s*)${escaped(wrong)}(?=\\s*(?:[,;']|$))`, 'i');
  let isDone = false;
  const mended = formula.replace(TEXT, (quoted) => {
    const text = quoted.slice(1, -1).replace(/""/g, '"');
    if (isDone || !item.test(text)) return quoted;
    if (SEPARATORS.test(name) && text.trim().toLowerCase() !== wrong.toLowerCase()) return quoted;
    isDone = true;
    const next = text.replace(item, (_found, before: string) => before + name);
    return `"${next.replace(/"/g, '""')}"`;
  });
  return isDone ? mended : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import type { MembersFilter } from './fetch-members';

/** As many rows as the function shows unless it is told otherwise. */
const USUAL_ROWS = 25;

/** The formula for the members that are shown. @param rows at most, each at up to a credit */
export function toListFormula(listId: string, { tier, search }: MembersFilter, rows: number): string {
  const options = [
    ...(rows === USUAL_ROWS ? [] : [`top=${rows}`]),
    ...(tier === null ? [] : [`tier=${tier}`]),
    ...(search === '' ? [] : [`search=${optionValue(search)}`]),
  ];
  const id = inQuotes(listId);
  return options.length === 0 ? `=TRACE_LIST(${id})` : `=TRACE_LIST(${id},"",${inQuotes(options.join('; '))})`;
}

function inQuotes(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** In single quotes where it holds what separates options. */
function optionValue(text: string): string {
  return /[;,']|^\s|\s$/.test(text) ? `'${text.replace(/'/g, '')}'` : text;
}

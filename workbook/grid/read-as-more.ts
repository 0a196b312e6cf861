const FORMULA_OR_APOSTROPHE = /^\s*[=+\-@'\uff1d\uff0b\uff0d\uff20]/;
const TRUTH = /^\s*(true|false)\s*$/i;
/** `1e5`, `10:30 PM`, `5-Jan-2026` */
const WORD_OF_NUMBERS = /^(e|[ap]m?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i;

/** Whether the grid might turn a text into a formula, number, date or truth value when the cell is edited. */
export function isReadAsMore(text: string): boolean {
  return FORMULA_OR_APOSTROPHE.test(text) || TRUTH.test(text) || isLikeNumber(text);
}

function isLikeNumber(text: string): boolean {
  return /\d/.test(text) && (text.match(/\p{L}+/gu) ?? []).every((word) => WORD_OF_NUMBERS.test(word));
}

const LEGAL_FORMS =
  /\b(incorporated|inc|limited|ltd|llc|llp|lp|gmbh|mbh|kg|bv|nv|ag|sa|sas|sarl|srl|spa|ab|as|oy|oyj|aps|plc|corporation|corp|company|co|pty)\b/g;

/**
 * A company's name without its legal form and punctuation, lower case: what people would take for the same company is the
 * same text. A name that is nothing else stays as it is.
 */
export function bareName(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/\b(\p{L})\.(?=\p{L})/gu, '$1')
    .replace(/[.,()"'’]/g, ' ');
  return squeeze(words.replace(LEGAL_FORMS, ' ')) || squeeze(words);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

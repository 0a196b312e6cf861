const LEGAL_FORMS =
  /\b(incorporated|inc|limited|ltd|llc|llp|lp|gmbh|mbh|kg|bv|nv|ag|sa|sas|sarl|srl|spa|ab|as|oy|oyj|aps|plc|corporation|corp|company|co|pty)\b/g;

/**
 * A company's name in lower case without legal form and punctuation, so that names that users would consider the same
 * company are equal. A name that consists of nothing else stays unchanged.
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

/** A word that people do not read, and the name that its thing has instead. */
type OtherName = readonly [other: RegExp, name: string];

/** One thing, one name: in everything that people read, developers too. */
const EVERYWHERE: readonly OtherName[] = [
  [/\blook-ups?\b/i, 'lookup'],
  [/\b(some|any|every)body\b/i, 'someone, everyone'],
  [/^nobody\b|[.:] nobody\b/i, 'only … can'],
  [/\bthaw/i, 'Restore formulas'],
  [/\b(anew|thereof|herein)\b/i, 'again'],
  [/\be-mail/i, 'email'],
  [/\bweb site\b/i, 'website'],
  [/\bcancelled\b/i, 'canceled'],
  [/\b(enter|place|look|calculate[sd]?) again\b|\bfetch(es)? once more\b/i, 'Retry, recalculate'],
  [/\(s\)/, 'a sentence for one and one for several'],
];

/** The names that the product has for its things. Developers know them by those of the code and of the API, too. */
const OF_PRODUCT: readonly OtherName[] = [
  [/\b(try|trying) again\b/i, 'the button to choose: Retry'],
  [/\brefetch|\bcrawl|\brefresh(?! accepts)/i, 'Rescan, Update answers'],
  [/\b(stale|outdated) answers?\b/i, 'old answers'],
  [/\bforg[eo]t/i, 'remove, discard'],
  [/\bremember/i, 'save'],
  [/\bflag(s|ged|ging)?\b/i, 'report'],
  [/\bmembers?\b/i, 'companies (of a list)'],
  [/\bdefinitions?\b/i, 'conditions'],
  [/\b(header|headings?|header rows)\b|\b(with|without|the|your) headers\b/i, 'titles'],
  [/\b[Ii]n Trace\b(?!['’]s| (columns|cells)\b)|\b(from|under) Trace >/, 'in the Trace panel, or at app.tracedata.ai'],
  [/\b(side ?bar|task ?pane|pane)s?\b/i, 'Trace panel'],
  [/\b(the|this|a|an|each|last|earlier) runs?\b(?! of)|\b(that|'s) run\b|\bof runs\b|\brun's\b/i, 'enrichment'],
  [/\b(caps?|quota|budget)\b/i, 'limit'],
  [/\brepeats\b|\brepeated rows\b/i, 'duplicates'],
  [/\bweb addresses\b/i, 'URLs'],
  [/\bwhoever\b|\bthat which\b/i, 'the person, the thing'],
  [/(?<![\d.:#/-]|\| |version )(?!(?:19|20)\d\d\b)[1-9]\d{3,}(?![\d.:/-]| ×)/, 'a number with commas'],
];

/** Words of the people who make Trace. */
const INTERNAL: readonly OtherName[] = [
  [/\bassum(e|ed|ption)s?\b/i, 'nothing'],
  [/\broutes?\b/i, 'nothing'],
  [/\bjournals?\b/i, 'undo record'],
  [/\b(the books|ledgers?)\b/i, 'spending'],
  [/\bbatch(es)?\b|\b(a|the|each|per) block\b|\bblocks of\b/i, 'rows'],
  [/\b(payload|endpoint|null|undefined|fallback)\b/i, 'nothing'],
  [
    /\b(companies|technologies|vendors|partnerships|enrichment|lists|jobs)\.(show|batch|search|refresh|flag|companies|list|reverse|lookup|shared|graph|partnerships|index|create|members)\b/,
    'nothing',
  ],
];

/** Other names in a text for users. Names of options, formulas and quotations are not the text's own words. */
export function otherNamesIn(text: string): readonly string[] {
  return named(text, [...EVERYWHERE, ...OF_PRODUCT, ...INTERNAL]);
}

/** Other names in a text for developers. */
export function otherNamesForDevelopers(text: string): readonly string[] {
  return named(text, EVERYWHERE);
}

function named(text: string, names: readonly OtherName[]): readonly string[] {
  const own = text
    .replace(/=[A-Z_]+\((?:"(?:[^"]|"")*"|[^()"])*\)/g, 'FORMULA')
    .replace(/"[^"]*"|`[^`\n]*`/g, 'QUOTED')
    .replace(/\b[a-z_]+=/g, 'OPTION');
  return names.flatMap(([other, name]) => {
    const found = other.exec(own)?.[0].trim();
    return found === undefined ? [] : [`"${found}" (write: ${name}): ${text}`];
  });
}

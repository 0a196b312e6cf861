import { translateSource } from '../../languages/translate-source';

/** What a source is in a language that has these texts. Spaces between the printer's tokens do not matter. */
function translated(source: string, table: Readonly<Record<string, string>>): string {
  return translateSource('part.tsx', source, (english) => table[english] ?? english)
    .replace(/\s+/g, ' ')
    .trim();
}

it('puts texts in the place of literals, and leaves names of code alone', () => {
  const source = `const said = is === 'Free' ? 'Free' : act('startRefresh'); const tab = names['Free'];`;
  expect(translated(source, { Free: 'Kostenlos', startRefresh: 'WRONG' })).toBe(
    `const said = is === 'Free' ? "Kostenlos" : act('startRefresh'); const tab = names['Free'];`,
  );
});

it('lets a language order the values of a sentence', () => {
  expect(translated('const said = `Found ${a} of ${b}.`;', { 'Found {0} of {1}.': 'Von {1}: {0}.' })).toBe(
    'const said = `Von ${b}: ${a}.`;',
  );
});

it('translates within a value of a sentence too', () => {
  const table = { 'Up to {0}.': 'Bis {0}.', 'Two words': 'Zwei Worte' };
  expect(translated("const said = `Up to ${x ? 'Two words' : y}.`;", table)).toBe(
    'const said = `Bis ${x ? "Zwei Worte" : y}.`;',
  );
});

it('takes the children of an element as one sentence, with elements and values as its places', () => {
  const table = { 'Open {0} and copy {1}.': '{1} kopieren: {0}.', Settings: 'Einstellungen' };
  expect(translated('const part = <p>Open <b>Settings</b> and copy {key}.</p>;', table)).toBe(
    'const part = <p>{key}{" kopieren: "}<b>{"Einstellungen"}</b>{"."}</p>;',
  );
});

it('joins the lines of a child as JSX does', () => {
  const source = 'const part = (\n<p>\n  The price\n  has changed.\n</p>\n);';
  expect(translated(source, { 'The price has changed.': 'Neuer Preis.' })).toBe(
    'const part = (<p>{"Neuer Preis."}</p>);',
  );
});

it('takes as many forms of a counted word as the language has', () => {
  expect(translated("const said = count(rows, 'row', 'rows');", { 'row | rows': 'wiersz | wiersze | wierszy' })).toBe(
    'const said = count(rows, "wiersz", "wiersze", "wierszy");',
  );
});

it('translates attributes that are read, and leaves those of the page alone', () => {
  const table = { Close: 'Beenden', 'is main': 'WRONG', 'Select all': 'Alle' };
  expect(translated('const part = <button class="is main" title="Close" aria-label={`Select all`} />;', table)).toBe(
    'const part = <button class="is main" title={"Beenden"} aria-label={"Alle"}/>;',
  );
});

it('writes numbers, lists and days as the language does', () => {
  const source =
    "const a = n.toLocaleString('en-US'); const b = names.join(', '); const c = `${day} ${month} ${year}`;";
  const table = { 'en-US': 'de-DE', ', ': '; ', '{0} {1} {2}': '{0}. {1} {2}' };
  expect(translated(source, table)).toBe(
    'const a = n.toLocaleString("de-DE"); const b = names.join("; "); const c = `${day}. ${month} ${year}`;',
  );
});

it('leaves alone what a formula is written with', () => {
  const source = "const fields = 'name, primary_domain'; const formula = '=TRACE_TECH(A2)';";
  expect(translated(source, { 'name, primary_domain': 'WRONG', '=TRACE_TECH(A2)': 'WRONG' })).toBe(source);
});

it('refuses a translation with a place that the English text lacks', () => {
  expect(() => translated('const said = `Found ${a} rows.`;', { 'Found {0} rows.': '{0} von {1}' })).toThrow(
    'a translation of “Found {0} rows.” has a place {1} too many',
  );
});

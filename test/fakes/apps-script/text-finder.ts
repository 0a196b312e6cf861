import type { Run } from './run';

/** Whether a cell is found, by what it shows and its formula. */
export type Matches = (value: unknown, formula: string) => boolean;

/** https://developers.google.com/apps-script/reference/spreadsheet/text-finder */
export function makeTextFinder(run: Run, text: string, find: (matches: Matches) => readonly object[]): object {
  const asked = { matchEntireCell: false, useRegularExpression: false, matchFormulaText: false };
  let pattern: RegExp | null = null;
  const matches: Matches = (value, formula) => {
    const looked = asked.matchFormulaText && formula !== '' ? formula : String(value);
    if (asked.useRegularExpression) return (pattern ??= new RegExp(text, 'u')).test(looked);
    return asked.matchEntireCell ? looked === text : looked.includes(text);
  };
  const look = (name: string): readonly object[] => {
    run.call(`TextFinder.${name}`, 'document');
    return find(matches);
  };
  const finder = {
    ...Object.fromEntries(
      Object.keys(asked).map((name) => [
        name,
        (is: boolean) => {
          asked[name as keyof typeof asked] = is;
          return finder;
        },
      ]),
    ),
    findNext: () => look('findNext')[0] ?? null,
    findAll: () => look('findAll'),
  };
  return finder;
}

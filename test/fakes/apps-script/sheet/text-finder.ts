import type { Run } from '../run';

/** Whether a cell is found, by what it shows and its formula. */
type Matches = (value: unknown, formula: string) => boolean;

/** https://developers.google.com/apps-script/reference/spreadsheet/text-finder */
export function makeTextFinder(run: Run, text: string, find: (matches: Matches) => readonly object[]): object {
  const asked = { matchEntireCell: false, useRegularExpression: false, matchFormulaText: false };
  const look = (name: string): readonly object[] => {
    run.call(`TextFinder.${name}`, 'document');
    const pattern = asked.useRegularExpression ? new RegExp(text, 'u') : null;
    return find((value, formula) => {
      const looked = asked.matchFormulaText && formula !== '' ? formula : String(value);
      if (pattern !== null) return pattern.test(looked);
      return asked.matchEntireCell ? looked === text : looked.includes(text);
    });
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

import { becomeOwn, hasForeign } from '../../../shared/frozen/foreign-texts';

const isOwn = (text: string): boolean => text.startsWith('own');

it.each([
  ['nothing is kept', [], false],
  ['this person wrote all of it', ['own 1', 'own 2'], false],
  ['this person wrote all of it, and some is removed', ['own 1', '', 'own 3'], false],
  ['somebody else wrote all of it', ['forged'], true],
  ['somebody else added to it', ['own 1', 'forged'], true],
  ['somebody else replaced its beginning', ['forged', 'own 2'], true],
])('%s: whether it is foreign', (_name, texts, expected) => {
  expect(hasForeign(texts, isOwn)).toBe(expected);
});

it.each([
  ['the first formulas of a file', [], ['new'], true],
  ["formulas added to this person's", ['own 1'], ['own 1', 'new'], true],
  ["formulas added to somebody else's", ['forged'], ['forged', 'new'], false],
  ["formulas in place of somebody else's", ['forged'], ['new'], false],
  ["this person's and somebody else's", ['own 1', 'forged'], ['own 1', 'forged'], false],
  ['nothing at all', ['own 1'], [], false],
])('%s: whether they become own by being written', (_name, before, texts, expected) => {
  expect(becomeOwn(texts, hasForeign(before, isOwn))).toBe(expected);
});

import { withCommas, withSemicolons } from '../../../shared/cells/argument-separator';

it.each([
  ['=TRACE_TECH(A2,"name, slug","top=3;sort=name")', '=TRACE_TECH(A2;"name, slug";"top=3;sort=name")'],
  ['=TRACE_SEARCH("say ""a, b; c""",,"top=3")', '=TRACE_SEARCH("say ""a, b; c""";;"top=3")'],
  ['=TRACE_TECH(\'Q1, EU; US\'!A2,"name")', '=TRACE_TECH(\'Q1, EU; US\'!A2;"name")'],
  ['=TRACE_FIELDS()', '=TRACE_FIELDS()'],
])('%s is %s with semicolons, and back', (commas, semicolons) => {
  expect({ withSemicolons: withSemicolons(commas), withCommas: withCommas(semicolons) }).toEqual({
    withSemicolons: semicolons,
    withCommas: commas,
  });
});

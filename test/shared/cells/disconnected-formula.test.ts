import { readDisconnected } from '../../../shared/cells/disconnected-formula';

const exported = (inner: string, value = '"x"'): string =>
  `=IFERROR(__xludf.DUMMYFUNCTION("${inner.replace(/"/g, '""')}"),${value})`;

it.each([
  ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_TECH(A2)"),"React, Stripe")', '=TRACE_TECH(A2)'],
  ['=IFERROR(@__xludf.DUMMYFUNCTION("TRACE_COMPANY(A2,""country"")"),"US")', '=TRACE_COMPANY(A2,"country")'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_COMPANY(A2,""employees"")"),8500.0)', '=TRACE_COMPANY(A2,"employees")'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_COST(A2:A9)"),1.2E7)', '=TRACE_COST(A2:A9)'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_HAS_TECH(A2,B1)"),TRUE)', '=TRACE_HAS_TECH(A2,B1)'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("trace_tech(A2)"),"")', '=trace_tech(A2)'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("IFERROR(TRACE_TECH(A2),"""")"),"x")', '=IFERROR(TRACE_TECH(A2),"")'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_TECH(A2)"),"one "&"two")', '=TRACE_TECH(A2)'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_"&"TECH(A2)"),"x")', '=TRACE_TECH(A2)'],
  ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_TECH(A2)"),"#TRACE: Waiting, ""x""")', '=TRACE_TECH(A2)'],
  ['=__xludf.DUMMYFUNCTION("TRACE_TECH(A2)")', '=TRACE_TECH(A2)'],
])('Excel: %s was %s', (formula, own) => {
  expect(readDisconnected(formula, 'x', 'excel')).toEqual({ is: 'formula', formula: own });
});

it.each([
  ['ARRAYFORMULA(TRACE_TECH(A2:A9))', '=TRACE_TECH(A2:A9)'],
  ['ArrayFormula(TRACE_TECH(A2:A9)&"(")', '=TRACE_TECH(A2:A9)&"("'],
  ['IFERROR(ARRAYFORMULA(TRACE_TECH(A2:A9)),"")', '=IFERROR((TRACE_TECH(A2:A9)),"")'],
  ['ARRAYFORMULA(TRACE_TECH(A2:A9))&(1)', '=(TRACE_TECH(A2:A9))&(1)'],
  ['TRACE_TECH(A2:A)', '=TRACE_TECH(A2:A50000)'],
  ['TRACE_TECH(Leads!$A$2:$A,"name")', '=TRACE_TECH(Leads!$A$2:$A50000,"name")'],
  ['TRACE_TECH(A:A)', '=TRACE_TECH(A:A)'],
  ['TRACE_TECH(A2,"A2:A")', '=TRACE_TECH(A2,"A2:A")'],
  ['TRACE_TECH(A2;"name")', '=TRACE_TECH(A2,"name")'],
  ['TRACE_TECH({A2;A3})', '=TRACE_TECH({A2;A3})'],
])('what Google wrote as %s, Excel reads as %s', (inner, own) => {
  expect(readDisconnected(exported(inner), 'x', 'excel')).toEqual({ is: 'formula', formula: own });
});

it.each(['SPLIT(TRACE_TECH(A2),", ")', 'TO_TEXT(TRACE_TECH(A2))', 'TRACE_TECH(FLATTEN(A2:B9))'])(
  'Excel has no function for %s, which Google keeps',
  (inner) => {
    expect(readDisconnected(exported(inner), 'x', 'excel')).toEqual({ is: 'formula', formula: null });
    expect(readDisconnected(exported(inner), 'x', 'sheets')).toEqual({ is: 'formula', formula: `=${inner}` });
  },
);

it.each([
  ['=_xldudf_TRACE_TECH(A2)', '=TRACE_TECH(A2)'],
  ['=@_xldudf_TRACE_TECH(A2)', '=TRACE_TECH(A2)'],
  ['=_XLDUDF_TRACE_TECH(A2)', '=TRACE_TECH(A2)'],
  ['=_xldudf_DEV_TRACE_TECH(A2)', '=TRACE_TECH(A2)'],
  ['=_xlfn.TRACE_TECH(A2)', '=TRACE_TECH(A2)'],
  ['=_xlfn._xldudf_TRACE_TECH(A2)', '=TRACE_TECH(A2)'],
  ['=IFERROR(_xldudf_TRACE_TECH(A2),"_xldudf_TRACE_TECH(")', '=IFERROR(TRACE_TECH(A2),"_xldudf_TRACE_TECH(")'],
])('both programs: Excel had written %s for %s', (formula, own) => {
  expect(readDisconnected(formula, 'React', 'excel')).toEqual({ is: 'formula', formula: own });
  expect(readDisconnected(formula, '#NAME?', 'sheets')).toEqual({ is: 'formula', formula: own });
});

it.each(['#NAME?', '#NOM?', '#¿NOMBRE?'])('a name of the development build is unknown where it shows %s', (shown) => {
  expect(readDisconnected('=DEV.TRACE_TECH(A2)', shown, 'excel')).toEqual({
    is: 'formula',
    formula: '=TRACE_TECH(A2)',
  });
});

it.each(['React', '', '#N/A', '#BUSY!', '#TRACE: No API key. Open the Trace panel and paste yours.'])(
  'Excel calculates a name of the development build where it shows "%s"; Google never does',
  (shown) => {
    expect(readDisconnected('=DEV.TRACE_TECH(A2)', shown, 'excel')).toBeNull();
    expect(readDisconnected('=DEV.TRACE_TECH(A2)', shown, 'sheets')).toEqual({
      is: 'formula',
      formula: '=TRACE_TECH(A2)',
    });
  },
);

it.each(['=_xldudf_TRACE_TECH(A2#)', '=_xldudf_TRACE_TECH(Leads[Domain])', '=_xldudf_TRACE_TECH(@A:A)'])(
  'Google cannot read %s, which Excel keeps',
  (formula) => {
    expect(readDisconnected(formula, '#NAME?', 'sheets')).toEqual({ is: 'formula', formula: null });
    expect(readDisconnected(formula, 'x', 'excel')).toEqual({
      is: 'formula',
      formula: formula.replace('_xldudf_', ''),
    });
  },
);

it('tells the other cells of an array, and formulas of Google that are not about Trace', () => {
  expect(readDisconnected(exported('"COMPUTED_VALUE"'), 'x', 'excel')).toEqual({ is: 'spilled' });
  expect(readDisconnected(exported('QUERY(A2:A9,"select TRACE_TECH(A)")'), 'x', 'excel')).toEqual({ is: 'other' });
});

it.each([
  '=TRACE_TECH(A2)',
  '=IFERROR(TRACE_TECH(A2),"")',
  '=IFERROR(TRACE_TECH(A2),"__xludf.DUMMYFUNCTION(""TRACE_TECH(A2)"")")',
  '=IFERROR(__xludf.DUMMYFUNCTION("TRACE_TECH(A2)"),B2)',
  '=IFERROR(__xludf.DUMMYFUNCTION("TRACE_TECH(A2)"),"x")&"!"',
  '=LEN(IFERROR(__xludf.DUMMYFUNCTION("TRACE_TECH(A2)"),"x"))',
  '=_xldudf_WISEPRICE(A2)',
  '="DEV.TRACE_TECH(A2)"&TRACE_TECH(A3)',
  '=MY_DEV.TRACE_TECH(A2)',
  '',
])('leaves %s alone', (formula) => {
  expect(readDisconnected(formula, '#NAME?', 'excel')).toBeNull();
});

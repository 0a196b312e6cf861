import { fillsOneCell } from '../../../shared/frozen/one-cell';

it.each([
  '=TRACE_TECH(A2)',
  '=TRACE_COMPANY(A2,"name")',
  '=TRACE_COMPANY(A2,"name","max_age=1d")',
  '=TRACE_PARTNERED(A2,B2,"since")',
  '=IFERROR(TRACE_TECH(A2),"")',
  '="Tech: "&TRACE_TECH(A2)',
])('fills its own cell alone: %s', (formula) => {
  expect(fillsOneCell(formula)).toBe(true);
});

it.each([
  '=TRACE_TECH(A2:A9)',
  '=TRACE_COMPANY(A2,"name, country")',
  '=TRACE_COMPANY(A2,B2)',
  '=TRACE_TECH(A2,"name","layout=spill")',
  '=TRACE_TECH(A2,"name",C2)',
  '=TRACE_PARTNERED(A2,B2)',
  '=TRACE_SEARCH("pay")',
  '=TRACE_TECH(Domains)',
  '=TRACE_TECH([@Domain])',
])('may fill other cells too: %s', (formula) => {
  expect(fillsOneCell(formula)).toBe(false);
});

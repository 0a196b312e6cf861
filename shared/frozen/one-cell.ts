import { readFormulaText, type Expression } from '../cells/formula-text';

/** Functions over inputs: one cell for one input and one field. */
const OVER_INPUTS = /^TRACE_(TECH|HAS_TECH|COMPANY|PARTNERS|PARTNERED)$/;
/** Functions that fill one cell where their arguments do. */
const AROUND = /^(IF|IFERROR|IFNA|AND|OR|NOT|N|T|TO_TEXT|TRIM|CLEAN|LOWER|UPPER|PROPER|LEN|LEFT|RIGHT|ISBLANK|CONCAT)$/;
const WIDENS = /layout|headers/i;

/** Whether a formula is sure to fill no cell but its own. */
export function fillsOneCell(formula: string): boolean {
  const whole = readFormulaText(formula);
  return whole !== null && isOne(whole);
}

function isOne(part: Expression): boolean {
  switch (part.is) {
    case 'value':
      return true;
    case 'range':
      return part.rows === 1 && part.columns === 1;
    case 'name':
      return false;
    case 'operation':
      return part.sides.every(isOne);
    case 'call':
      return OVER_INPUTS.test(part.name)
        ? isOneField(part.name, part.args)
        : AROUND.test(part.name) && part.args.every(isOne);
  }
}

/** Fields and options in a cell could be several. */
function isOneField(name: string, args: readonly Expression[]): boolean {
  const inputs = name === 'TRACE_PARTNERED' ? 2 : 1;
  const [fields, options] = args.slice(inputs);
  return (
    args.slice(0, inputs).every(isOne) &&
    isText(fields, (text) => !text.includes(',')) &&
    isText(options, (text) => !WIDENS.test(text))
  );
}

function isText(part: Expression | undefined, isFine: (text: string) => boolean): boolean {
  return part === undefined || (part.is === 'value' && isFine(String(part.value ?? '')));
}

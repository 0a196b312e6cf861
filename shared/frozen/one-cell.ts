import { readFormulaText, type Expression } from '../cells/formula-text';
import { isBlank } from '../cells/values';

/** Functions over inputs, with a row for each input and a column for each field. */
const OVER_INPUTS = /^TRACE_(TECH|HAS_TECH|COMPANY|PARTNERS|PARTNERED)$/;
/** Functions that fill one cell if each argument does. */
const AROUND = /^(IF|IFERROR|IFNA|AND|OR|NOT|N|T|TO_TEXT|TRIM|CLEAN|LOWER|UPPER|PROPER|LEN|LEFT|RIGHT|ISBLANK|CONCAT)$/;
const WIDENS = /layout|headers|=/i;

type Call = Extract<Expression, { readonly is: 'call' }>;

/** Whether a formula certainly fills no cell but its own. */
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
      return OVER_INPUTS.test(part.name) ? isOneAnswer(part) : AROUND.test(part.name) && part.args.every(isOne);
  }
}

/** Whether a call has one input, one field, and no options that add cells. */
function isOneAnswer({ name, args }: Call): boolean {
  const inputs = name === 'TRACE_PARTNERED' ? 2 : 1;
  const [fields, options] = args.slice(inputs);
  if (fields !== undefined && fields.is !== 'value') return false;
  const text = String(fields?.value ?? '');
  const isOneField = isBlank(fields?.value) ? name !== 'TRACE_PARTNERED' : !WIDENS.test(text) && !/,.*\S/.test(text);
  // A reference to options could be a range of several cells.
  const isNarrow =
    options === undefined || (options.is === 'value' && !/layout|headers/i.test(String(options.value ?? '')));
  return args.slice(0, inputs).every(isOne) && isOneField && isNarrow;
}

import { readFormulaText, type Expression } from '../cells/formula-text';
import { isBlank } from '../cells/values';

/** Functions over inputs: a row for each input, and a column for each field. */
const OVER_INPUTS = /^TRACE_(TECH|HAS_TECH|COMPANY|PARTNERS|PARTNERED)$/;
/** Functions that fill one cell if each argument does. */
const AROUND = /^(IF|IFERROR|IFNA|AND|OR|NOT|N|T|TO_TEXT|TRIM|CLEAN|LOWER|UPPER|PROPER|LEN|LEFT|RIGHT|ISBLANK|CONCAT)$/;
const WIDENS = /layout|headers|=/i;

type Call = Extract<Expression, { readonly is: 'call' }>;

/** The arguments of a call over inputs. */
interface InputCall {
  readonly inputs: readonly Expression[];
  /** How many columns, one for each field; `null`: unknown, for example since a cell names the fields. */
  readonly columns: number | null;
  readonly options: Expression | undefined;
}

/** Whether a formula is sure to fill no cell but its own. */
export function fillsOneCell(formula: string): boolean {
  const whole = readFormulaText(formula);
  return whole !== null && isOne(whole);
}

/** `null`: it is no call of a function over inputs. */
export function readInputCall(part: Expression | null): InputCall | null {
  if (part?.is !== 'call' || !OVER_INPUTS.test(part.name)) return null;
  const inputs = part.name === 'TRACE_PARTNERED' ? 2 : 1;
  const [fields, options] = part.args.slice(inputs);
  return { inputs: part.args.slice(0, inputs), columns: widthOf(part, fields), options };
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
    case 'call': {
      const call = readInputCall(part);
      if (call === null) return AROUND.test(part.name) && part.args.every(isOne);
      return call.inputs.every(isOne) && call.columns === 1 && isNarrow(call.options);
    }
  }
}

function widthOf({ name }: Call, fields: Expression | undefined): number | null {
  if (fields !== undefined && fields.is !== 'value') return null;
  const text = String(fields?.value ?? '');
  if (WIDENS.test(text)) return null;
  if (isBlank(fields?.value)) return name === 'TRACE_PARTNERED' ? 2 : 1;
  return text.split(',').filter((field) => field.trim() !== '').length;
}

/** A reference to options could be a range of several cells. */
function isNarrow(options: Expression | undefined): boolean {
  return options === undefined || (options.is === 'value' && !/layout|headers/i.test(String(options.value ?? '')));
}

import type { FunctionSpec } from '../catalogue/types';
import { readNameList } from '../cells/names';
import { hasApiKey } from '../errors/mask-keys';
import { TraceError } from '../errors/trace-error';
import { readMeant, textOf, type Meant } from './meant-arguments';
import { toLiteral } from './mended-formula';

const PLACES = ['first', 'second', 'third', 'fourth'];

/** Error values of cells begin with it in every language. A name without quotes is `#NAME?`, or `#¿NOMBRE?`. */
const ERROR_SIGN = '#';

/** Nobody types more. The sentence would repeat them all, in every cell, and take seconds to write. */
const MOST_NAMES = 100;

/**
 * Recognizes slips where it is clear what was meant. Throws `nameUnreadable`, `fieldElsewhere`, `optionsMisplaced`,
 * `argumentsSwapped`, or of two at once `unknownField`: one slip, with the formula that was meant, in which the others are mended too.
 */
export function refuseSlips(spec: FunctionSpec, received: readonly unknown[]): void {
  if (received.some((argument, at) => isList(spec, at) && readNameList(argument).length > MOST_NAMES)) return;
  const errors = findUnquoted(spec, received);
  const readable = received.map((argument, at) => errors.find((error) => error.at === at)?.example ?? argument);
  const meant = readMeant(spec, readable);
  const slip = unquoted(errors, meant) ?? elsewhere(meant) ?? misplaced(spec, meant) ?? misspelled(meant);
  if (slip === null) return;
  // The sentence repeats the arguments.
  throw received.some((argument) => readNameList(argument).some(hasApiKey))
    ? new TraceError('inputIsApiKey', {})
    : slip;
}

function isList({ params }: FunctionSpec, at: number): boolean {
  return params[at]?.takes === 'fields' || params[at]?.takes === 'names';
}

/** An argument that is an error. */
interface Unquoted {
  readonly at: number;
  readonly parameter: string;
  readonly shown: string;
  readonly example: string;
}

function findUnquoted({ params, defaultFields }: FunctionSpec, received: readonly unknown[]): readonly Unquoted[] {
  return params.flatMap(({ takes, name, example }, at) => {
    if (takes !== 'fields' && takes !== 'options') return [];
    const texts = takes === 'fields' ? readNameList(received[at]) : [textOf(received[at])];
    const shown = texts.find((text) => text.startsWith(ERROR_SIGN));
    if (shown === undefined) return [];
    return [{ at, parameter: name, shown, example: takes === 'fields' ? defaultFields[0]! : example.slice(1, -1) }];
  });
}

/** A text without quotes: `=TRACE_TECH(A2,category)`. */
function unquoted([error, ...others]: readonly Unquoted[], { formula, ...slips }: Meant): TraceError | null {
  if (error === undefined) return null;
  const { parameter, shown } = error;
  const isAlone = others.length === 0 && !slips.hasCommas && !slips.hasMisplacedOptions;
  return new TraceError('nameUnreadable', { parameter, shown, example: isAlone ? toLiteral(error.example) : formula });
}

/** A field of another function over companies. */
function elsewhere({ elsewhere: found, formula }: Meant): TraceError | null {
  return found === null ? null : new TraceError('fieldElsewhere', { ...found, formula });
}

/** Options in the place of fields, as in `=TRACE_TECH(A2,"top=5")`, or a field in that of the company. */
function misplaced(spec: FunctionSpec, { formula, ...slips }: Meant): TraceError | null {
  const place = PLACES[spec.params.findIndex(({ takes }) => takes === 'options')];
  if (slips.hasMisplacedOptions && place !== undefined) return new TraceError('optionsMisplaced', { place, formula });
  return slips.isSwapped ? new TraceError('argumentsSwapped', { formula }) : null;
}

/** A misspelled field alone has its own sentence. */
function misspelled({ misspelled: [field, ...others], hasCommas, formula }: Meant): TraceError | null {
  const isAlone = others.length === 0 && !hasCommas;
  return field === undefined || isAlone ? null : new TraceError('unknownField', { field, nearest: [], formula });
}

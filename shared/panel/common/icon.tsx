import { h } from 'preact';
import { LOGO } from './logo';

/** Drawings of 16 by 16, as lines. */
const PATHS = {
  gear: 'M8 5.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6M6.9 1.7h2.2l.4 1.9 1.2.7 1.9-.6 1.1 1.9-1.5 1.3v1.4l1.5 1.3-1.1 1.9-1.9-.6-1.2.7-.4 1.9H6.9l-.4-1.9-1.2-.7-1.9.6-1.1-1.9 1.5-1.3V6.9L2.3 5.6l1.1-1.9 1.9.6 1.2-.7z',
  down: 'M4 6l4 4 4-4',
  warning: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.4M8 11.7v.1',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.8V8l2.2 1.6',
  check: 'M2.8 8.6l3.4 3.4 7-7.6',
  columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
  price:
    'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M10 5.8c-.4-.6-1.1-.9-2-.9-1.2 0-2 .6-2 1.5 0 2.2 4 1 4 3.2 0 .9-.8 1.5-2 1.5-.9 0-1.7-.4-2-1M8 3.8v8.4',
  undo: 'M5.5 3 2.5 6l3 3M2.7 6h6.8a3.8 3.8 0 0 1 0 7.6H6',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon beside a text that says the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The logo of Trace. */
export function Logo() {
  return <svg {...LOGO.frame}>{LOGO.shapes.map(([tag, attributes], at) => h(tag, { key: at, ...attributes }))}</svg>;
}

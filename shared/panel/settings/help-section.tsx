import type { ComponentChildren } from 'preact';
import { usePanel } from '../state/panel-state';

interface Props {
  /** The list of functions, once its script is loaded. */
  readonly children: ComponentChildren;
}

/** How to begin, and where to read more. */
export function HelpSection({ children }: Props) {
  const { docs } = usePanel().host;
  return (
    <section aria-labelledby="functions-title">
      <h2 id="functions-title" tabIndex={-1}>
        Help
      </h2>
      <p>
        Type a function in a cell, for example <code>=TRACE_TECH(A2)</code>.
      </p>
      {docs !== undefined && (
        <p>
          <a href={`${docs}index.html`} target="_blank" rel="noopener">
            Guides, functions and problems
          </a>
        </p>
      )}
      {children}
    </section>
  );
}

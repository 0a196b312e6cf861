import { toSignature } from '../catalogue/derive/formula-text';
import { FUNCTIONS } from '../catalogue/index';

interface FunctionListProps {
  /** The address of the help pages for functions. */
  readonly docs?: string;
}

/** Lists every function, so that nobody has to know their names. */
export function FunctionList({ docs }: FunctionListProps) {
  return (
    <section aria-labelledby="functions-title">
      <h2 id="functions-title">Help</h2>
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
      <details class="fold">
        <summary>All {FUNCTIONS.length} functions</summary>
        <dl>
          {FUNCTIONS.map((spec) => (
            <div key={spec.id}>
              <dt>
                {docs === undefined ? (
                  <code>{toSignature(spec)}</code>
                ) : (
                  <a href={`${docs}functions/${spec.id}.html`} target="_blank" rel="noopener">
                    <code>{toSignature(spec)}</code>
                  </a>
                )}
              </dt>
              <dd>{spec.about}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

import { toSignature } from '../catalogue/derive/formula-text';
import { FUNCTIONS } from '../catalogue/index';

/** Every function, so that nobody has to know their names. */
export function FunctionList() {
  return (
    <section aria-labelledby="functions-title">
      <h2 id="functions-title">Functions</h2>
      <p>
        Type one in a cell, for example <code>=TRACE_TECH(A2)</code>.
      </p>
      <dl>
        {FUNCTIONS.map((spec) => (
          <div key={spec.id}>
            <dt>
              <code>{toSignature(spec)}</code>
            </dt>
            <dd>{spec.about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

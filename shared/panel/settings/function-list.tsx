import { builderHelp } from '../../catalogue/derive/builder-help';
import { toSignature } from '../../catalogue/derive/formula-text';
import { FUNCTIONS } from '../../catalogue/index';
import { usePanel } from '../state/panel-state';

/** Lists every function, so that users need not know the names. */
export function FunctionList() {
  const { docs } = usePanel().host;
  const help = builderHelp().functions;
  return (
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
            <dd>{help[spec.id].about}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const TRACE = 'https://app.tracedata.ai/';

/** How to get a key. Welcome shows it folded; beside a field for a key it is one line. */
export function WhereIsMyKey() {
  return (
    <p class="hint">
      At{' '}
      <a href={TRACE} target="_blank" rel="noopener">
        app.tracedata.ai
      </a>
      , open <b>Settings &gt; API Key</b>.{' '}
      <a href={TRACE} target="_blank" rel="noopener">
        No account? Sign up
      </a>
    </p>
  );
}

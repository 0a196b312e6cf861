/** The first steps for new users. */
export function FirstSteps() {
  return (
    <ol class="steps">
      <li>
        In Trace, copy your key under <b>Settings &gt; API Key</b>.
      </li>
      <li>Paste it below and save it.</li>
      <li>
        Type <code>=TRACE_TECH(A2)</code> in a cell, with a domain in A2.
      </li>
    </ol>
  );
}

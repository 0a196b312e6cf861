import { renderPage } from './page';
import type { Cause, Symptom } from './symptoms/symptom';

export function toSymptomPage({ seen, about, causes }: Symptom): string {
  return renderPage({
    title: `${seen} · Trace for Sheets & Excel`,
    about,
    root: '../',
    children: (
      <>
        <p class="above">
          <a href="../problems.html">Problems</a>
        </p>
        <h1>{seen}</h1>
        <p class="lead">{about}</p>
        {causes.map((cause, index) => (
          <CauseSection key={cause.why} cause={cause} id={`cause-${index + 1}`} />
        ))}
        <p class="quiet">
          None of these? See <a href="../problems.html#all">every message</a> or{' '}
          <a href="../guides/support.html">get help</a>.
        </p>
      </>
    ),
  });
}

function CauseSection({
  cause: { where, why, next, more, source },
  id,
}: {
  readonly cause: Cause;
  readonly id: string;
}) {
  return (
    <section class="cause">
      <h2 id={id}>{why}</h2>
      {where !== undefined && <p class="quiet">{where}</p>}
      <ol>
        {next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {more !== undefined && (
        <p>
          <a href={`../${more[0]}`}>{more[1]}</a>
        </p>
      )}
      {source !== undefined && (
        <p class="quiet">
          Source: <a href={source[0]}>{source[1]}</a>
        </p>
      )}
    </section>
  );
}

interface Props {
  readonly is: 'loading' | 'failed';
  /** The part of the panel, such as `Enrich`. */
  readonly title: string;
}

/** In the place of a part whose script is on its way, or did not arrive. */
export function NotLoaded({ is, title }: Props) {
  if (is === 'loading') {
    return (
      <p role="status" class="is-busy">
        Loading…
      </p>
    );
  }
  return (
    <section class="card">
      <h2>{title} did not load</h2>
      <p role="alert">You may be offline, or Trace was updated. Your sheet is unchanged. Reload to try again.</p>
      <button type="button" onClick={() => location.reload()}>
        Reload
      </button>
    </section>
  );
}

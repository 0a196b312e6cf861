/** The search, which its script shows. Without scripts a page has none. */
export function SearchBox() {
  return (
    <div id="search" role="search" hidden>
      <label for="search-text">Search help</label>
      <input
        id="search-text"
        type="search"
        placeholder="What do you see? Try #NAME?"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="search-keys"
      />
      <span id="search-keys" class="unseen">
        Results follow below. Use the arrow keys to move through them.
      </span>
      <div id="found" hidden>
        <p role="status" />
        <ul aria-label="Results" />
      </div>
    </div>
  );
}

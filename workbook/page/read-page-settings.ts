import type { PageSettings } from './page-settings';

/** The page's own element is trusted: the server, or the build, wrote it. */
export function readPageSettings(): PageSettings {
  return JSON.parse(document.getElementById('page-settings')?.textContent ?? '') as PageSettings;
}

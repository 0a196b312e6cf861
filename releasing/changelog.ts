/** Whether the changelog has a section for a version: a heading such as `## 1.2.0` or `## 1.2.0 (2026-06-01)`, with something below it. */
export function hasVersion(changelog: string, version: string): boolean {
  const sections = changelog.split(/^## /m).slice(1);
  return sections.some((section) => {
    const [heading = '', ...body] = section.split('\n');
    return /^\S*/.exec(heading)?.[0] === version && body.join('').trim() !== '';
  });
}

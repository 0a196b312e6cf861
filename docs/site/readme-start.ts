import type { Publisher } from '../../stores/publisher';

const START = /^(\*\*Start:\*\* \[Try it without a key\]\([^)]*\) · )(?:\[Try it in your browser\]\([^)]*\) · )?/m;

/** Where GitHub leads to the site that a tag has published, whatever the repository's address. */
const DEPLOYMENTS = '../../deployments/github-pages';

/** README with the link to the demo: on the public site or, until that has an address, by way of GitHub. */
export function writeStart(readme: string, { site }: Publisher): string {
  if (!START.test(readme)) throw new Error('README has no line that begins with Start');
  const demo = site === '' ? DEPLOYMENTS : `${site.replace(/\/?$/, '/')}demo.html`;
  return readme.replace(START, `$1[Try it in your browser](${demo}) · `);
}

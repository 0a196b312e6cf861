import type { Publisher } from '../../stores/publisher';

const START = /^\*\*Start:\*\* (?:\[Try it in your browser\]\([^)]*\) · )?/m;

/** README with the link to the demo on the public site, or without it while the site has no address. */
export function writeStart(readme: string, { site }: Publisher): string {
  if (!START.test(readme)) throw new Error('README has no line that begins with Start');
  const link = site === '' ? '' : `[Try it in your browser](${site.replace(/\/?$/, '/')}demo.html) · `;
  return readme.replace(START, `**Start:** ${link}`);
}

/**
 * Sites that host pages, accounts or blogs of other companies. Lists of companies often contain such addresses, which
 * name the site and not the company.
 */
const SITES: ReadonlySet<string> = new Set(
  (
    'about.me angel.co behance.net bitbucket.org bsky.app capterra.com crunchbase.com dribbble.com eventbrite.com ' +
    'facebook.com fb.com fb.me flickr.com g2.com github.com github.io gitlab.com gitlab.io glassdoor.com instagram.com ' +
    'issuu.com linkedin.com linktr.ee livejournal.com lnkd.in medium.com meetup.com notion.site notion.so pinterest.com ' +
    'producthunt.com quora.com reddit.com scribd.com slideshare.net soundcloud.com substack.com t.me tiktok.com ' +
    'threads.com threads.net trustpilot.com tumblr.com twitch.tv twitter.com vimeo.com vk.com weebly.com weibo.com ' +
    'wellfound.com whatsapp.com wikipedia.org wixsite.com wordpress.com x.com xing.com yelp.com youtu.be youtube.com'
  ).split(' '),
);

/** Those on which a subdomain is an account too. On the others it is part of the site. */
const HOSTS: ReadonlySet<string> = new Set(
  (
    'eventbrite.com github.io gitlab.io livejournal.com medium.com notion.site notion.so substack.com tumblr.com ' +
    'weebly.com wixsite.com wordpress.com'
  ).split(' '),
);

/** Parts of a company's own domain that host pages of others, so that even the bare name is nobody's site. */
const PARTS: ReadonlySet<string> = new Set(
  (
    'apps.apple.com docs.google.com drive.google.com groups.google.com maps.google.com play.google.com plus.google.com ' +
    'sites.google.com'
  ).split(' '),
);

/** `acme.blogspot.de`, `acme.blogspot.co.uk`: a blog has the ending of its reader's country. */
const BLOG = /\.(blogspot\.[a-z.]{2,6})$/;

const SCHEME = /^\s*([a-z][a-z0-9+.-]*:)?\/\//i;
/** A path after the host name; `?` or `#` alone still means the front page. */
const PATH = /^[^/?#\\]+[/\\]+[^/?#\\\s]/;

/**
 * The site, such as `linkedin.com`, where an address is somebody's page on it; `null` where the address may be a
 * company's own. The bare domain of such a site is the company that runs it.
 *
 * @param domain the domain in the address, without `www.`
 * @param address as given; no email address
 */
export function siteOfPage(domain: string, address: string): string | null {
  if (PARTS.has(domain)) return domain;
  const [, blogs] = BLOG.exec(domain) ?? [];
  if (blogs !== undefined) return blogs;
  const site = domain.slice(domain.lastIndexOf('.', domain.lastIndexOf('.') - 1) + 1);
  if (!SITES.has(site)) return isGoogleMap(domain, address) ? domain : null;
  const isAccount = domain !== site && HOSTS.has(site);
  return isAccount || PATH.test(address.replace(SCHEME, '')) ? site : null;
}

/** Search results or maps about a company. Other paths of Google are Google's own. */
function isGoogleMap(domain: string, address: string): boolean {
  return domain === 'google.com' && /google\.com\/+(maps|search|url)\b/i.test(address);
}

/**
 * Sites on which other companies have a page, an account or a blog. Such an address, which lists of companies often hold,
 * tells whose site it is on and not whose it is.
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

/** Of these, the ones on which the name before the site's own is an account too; elsewhere it is the site's own part. */
const HOSTS: ReadonlySet<string> = new Set(
  (
    'eventbrite.com github.io gitlab.io livejournal.com medium.com notion.site notion.so substack.com tumblr.com ' +
    'weebly.com wixsite.com wordpress.com'
  ).split(' '),
);

/** Parts of a company's own domain that hold pages of others, so that even the bare name is nobody's site. */
const PARTS: ReadonlySet<string> = new Set(
  (
    'apps.apple.com docs.google.com drive.google.com groups.google.com maps.google.com play.google.com plus.google.com ' +
    'sites.google.com'
  ).split(' '),
);

/** `acme.blogspot.de`, `acme.blogspot.co.uk`: a blog has the ending of its reader's country. */
const BLOG = /\.(blogspot\.[a-z.]{2,6})$/;

const SCHEME = /^\s*([a-z][a-z0-9+.-]*:)?\/\//i;
/** Something after the host's name and its slash; what follows `?` or `#` alone is the front page. */
const PATH = /^[^/?#\\]+[/\\]+[^/?#\\\s]/;

/**
 * The site on which an address is a page of somebody, such as `linkedin.com`; `null` where it may be a company's own. The
 * bare domain of such a site is the company that runs it.
 *
 * @param domain that the address names, without `www.`
 * @param address as it was given; no e-mail address
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

/** What a search or a map shows of a company. Other paths of Google are Google's own. */
function isGoogleMap(domain: string, address: string): boolean {
  return domain === 'google.com' && /google\.com\/+(maps|search|url)\b/i.test(address);
}

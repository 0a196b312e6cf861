/** The logo of Trace, also for a page that paints before its scripts load. */
export const LOGO = {
  frame: { class: 'logo', viewBox: '0 0 64 64', width: '24', height: '24', 'aria-hidden': 'true' },
  shapes: [
    ['rect', { width: '64', height: '64', rx: '13' }],
    ['path', { d: 'M16 19h32M32 19v28' }],
    ['circle', { cx: '16', cy: '19', r: '6.5' }],
    ['circle', { cx: '48', cy: '19', r: '6.5' }],
    ['circle', { cx: '32', cy: '47', r: '6.5' }],
  ],
} as const;

/** The logo as one `<svg>` element of 24 by 24 pixels, hidden from screen readers. */
export function toLogoHtml(): string {
  const shapes = LOGO.shapes.map(([tag, attributes]) => `<${tag}${toAttributes(attributes)} />`);
  return `<svg${toAttributes(LOGO.frame)}>${shapes.join('')}</svg>`;
}

function toAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

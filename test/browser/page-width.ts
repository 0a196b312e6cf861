/** For the page: how wide it is, the room of its scrollbar included. More than its window: it scrolls sideways. */
export const PAGE_WIDTH =
  '(({ scrollWidth }, { width }) => innerWidth - width + scrollWidth)(document.documentElement, document.documentElement.getBoundingClientRect())';

/** How wide the page is, including its scrollbar. If it is wider than its window, it scrolls sideways. */
export const PAGE_WIDTH =
  '(({ scrollWidth }, { width }) => innerWidth - width + scrollWidth)(document.documentElement, document.documentElement.getBoundingClientRect())';

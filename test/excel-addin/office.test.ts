import { officeReady, officeTheme } from '../../excel-addin/office';

const globals = globalThis as { Office?: unknown };

afterEach(() => {
  delete globals.Office;
  jest.useRealTimers();
});

describe('waiting for Office', () => {
  it('ends when it says that it is ready', async () => {
    let isReady = false;
    globals.Office = {
      onReady: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        isReady = true;
      },
    };
    expect([await officeReady(), isReady]).toEqual([true, true]);
  });

  it('ends at once where there is none', async () => {
    await expect(officeReady()).resolves.toBe(false);
  });

  it.each([13_000, 300_000])('lasts as long as it takes: %d ms', async (lateMs) => {
    jest.useFakeTimers();
    globals.Office = { onReady: () => new Promise((resolve) => setTimeout(resolve, lateMs)) };
    let isOver = false;
    void officeReady().then(() => (isOver = true));
    await jest.advanceTimersByTimeAsync(lateMs - 1);
    const before = isOver;
    await jest.advanceTimersByTimeAsync(1);
    expect([before, isOver]).toEqual([false, true]);
  });
});

it.each([
  [{ context: { officeTheme: { isDarkTheme: true } } }, 'dark'],
  [{ context: { officeTheme: { isDarkTheme: false } } }, 'light'],
  [{ context: {} }, undefined],
  [undefined, undefined],
])('the theme of %j is %p', (office, theme) => {
  globals.Office = office;
  expect(officeTheme()).toBe(theme);
});

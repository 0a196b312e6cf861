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
    await officeReady();
    expect(isReady).toBe(true);
  });

  it('ends at once where there is none', async () => {
    await expect(officeReady()).resolves.toBeUndefined();
  });

  it('ends after ten seconds where it never says so', async () => {
    jest.useFakeTimers();
    globals.Office = { onReady: () => new Promise(() => undefined) };
    const ready = officeReady();
    await jest.advanceTimersByTimeAsync(10_000);
    await expect(ready).resolves.toBeUndefined();
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

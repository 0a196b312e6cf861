/// <reference types="google-apps-script" />
import { inFileStore, inUserStore } from '../../../apps-script/stored/google-stores';

function give(properties: object | null): void {
  const give = () => properties;
  Object.assign(globalThis, { PropertiesService: { getUserProperties: give, getDocumentProperties: give } });
}

const fault = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
};

it.each([
  ['of the user', inUserStore],
  ['of the file', inFileStore],
])('properties %s that Google does not give are told as such', (_name, inStore) => {
  give(null);
  expect(fault(() => inStore((properties) => properties.getKeys()))).toMatchObject({
    code: 'storeRefused',
    facts: { message: 'Google gave none' },
  });
});

it('what Google refuses is told in its own words', () => {
  give({
    getKeys() {
      throw Object.assign(new Error('Service unavailable'), { name: 'Exception' });
    },
  });
  expect(fault(() => inFileStore((properties) => properties.getKeys()))).toMatchObject({
    code: 'storeRefused',
    facts: { message: 'Service unavailable' },
  });
});

it.each([
  ['TypeError', () => (null as unknown as string).length],
  ['RangeError', () => 'x'.repeat(-1)],
  ['SyntaxError', () => JSON.parse('{') as unknown],
])('a mistake of ours, a %s, does not pass for a refusal of Google', (name, mistake) => {
  give({ getKeys: () => [] });
  expect(fault(() => inFileStore(mistake))).toMatchObject({ name });
});

import { readCountry } from '../../../shared/cells/countries';

const country = (name: string, code: string) => ({ is: 'country', name, code });

describe('a country', () => {
  it.each([
    ['AD', 'Andorra', 'AD'],
    ['and', 'Andorra', 'AD'],
    ['ALA', 'Åland Islands', 'AX'],
    ['Aland Islands', 'Åland Islands', 'AX'],
    ['DEU', 'Germany', 'DE'],
    ['germany', 'Germany', 'DE'],
    ['CHE', 'Switzerland', 'CH'],
    ['AUT', 'Austria', 'AT'],
    ['AUS', 'Australia', 'AU'],
    ['PRK', 'North Korea', 'KP'],
    ['KOR', 'South Korea', 'KR'],
    ['CYM', 'Cayman Islands', 'KY'],
    ['IRL', 'Ireland', 'IE'],
    ['UKR', 'Ukraine', 'UA'],
    ['QAT', 'Qatar', 'QA'],
    ['REU', 'Réunion', 'RE'],
    ['XKK', 'Kosovo', 'XK'],
    ['MYT', 'Mayotte', 'YT'],
    ['ZWE', 'Zimbabwe', 'ZW'],
    ['zw', 'Zimbabwe', 'ZW'],
    ['USA', 'United States', 'US'],
    ['U.S.A.', 'United States', 'US'],
    ['u.s.', 'United States', 'US'],
    ['America', 'United States', 'US'],
    ['UK', 'United Kingdom', 'GB'],
    ['the Netherlands', 'Netherlands', 'NL'],
    ['Türkiye', 'Turkey', 'TR'],
    ['turkiye', 'Turkey', 'TR'],
    ["Côte d'Ivoire", 'Ivory Coast', 'CI'],
    ['St. Lucia', 'St. Lucia', 'LC'],
    ['Holy See', 'Vatican City', 'VA'],
  ])('%s is %s', (typed, name, code) => {
    expect(readCountry(typed)).toEqual(country(name, code));
  });

  it('is told from a slip, and from what is no country here', () => {
    expect(readCountry('Germny')).toEqual({ is: 'misspelt', nearest: ['Germany'] });
    expect(readCountry('Atlantis')).toMatchObject({ is: 'other' });
    expect(readCountry('EU')).toMatchObject({ is: 'other' });
    expect(readCountry('')).toMatchObject({ is: 'other' });
  });
});

import { isSlipOf, nearestOf } from './nearest';

/* ISO 3166-1 with the short English names that people use, plus Kosovo's own code, without places where no company
   can be. Excel loads this before the first calculation, so it is packed small: one entry per country in each
   list, in the order of the codes. */

/** Two-letter codes: the first letter, then every second letter. */
const CODES =
  'ADEFGILMORSTUWXZ BABDEFGHIJLMNOQRSTWYZ CADFGHIKLMNORUVWYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRTUWY ' +
  'HKNRTU IDELMNQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEGILOPRUZ OM PAEFGHKLMRSTWY ' +
  'QA REOSUW SABCDEGHIKLMNORSTVXYZ TCDGHJLMNORTVWZ UAGSYZ VACEGINU WFS XK YET ZAMW';

/** How to form a three-letter code: `D` appends this letter, `d` inserts it in the middle, `-` is listed below. */
const LONG_CODES =
  'nrGtABrgGMuSb-E-rgLARRd-MUrL-AhNA-lNoaoEVohRhLIBpuPEUInAMAU-YsIPHNIlsrABRrOuYABrBilnCMM-uGDVINN--NDr' +
  'NLAYaRNNZMR-A-oT-aONAEAbOUXAbROAnadLDIRG-ntTRlSdIeSoMLRACDRLUiLNNRynLao-IErlrTUU-SAUlyNwPN-vEReMuDPl' +
  'MRwAcOAKSkuNuOuNA-AArBTTNBRMTlMKM-FBE';

/** Three-letter codes that neither rule forms, in order. */
const OTHER_LONG_CODES = 'ALA BIH BEN BES BLR EST GNB IRL ISR COM PRK CYM MAC SPM SRB SVN UKR MYT';

/** Names, the usual one first. */
const NAMES =
  'Andorra;United Arab Emirates/UAE;Afghanistan;Antigua and Barbuda;Anguilla;Albania;Armenia;Angola;' +
  'Argentina;American Samoa;Austria;Australia;Aruba;Åland Islands;Azerbaijan;Bosnia and Herzegovina;Barbados;' +
  'Bangladesh;Belgium;Burkina Faso;Bulgaria;Bahrain;Burundi;Benin;St. Barthélemy;Bermuda;Brunei;Bolivia;' +
  'Caribbean Netherlands;Brazil;Bahamas;Bhutan;Botswana;Belarus;Belize;Canada;' +
  'Democratic Republic of the Congo;Central African Republic;Republic of the Congo;Switzerland;' +
  "Ivory Coast/Côte d'Ivoire;Cook Islands;Chile;Cameroon;China;Colombia;Costa Rica;Cuba;" +
  'Cape Verde/Cabo Verde;Curaçao;Cyprus;Czechia/Czech Republic;Germany;Djibouti;Denmark;Dominica;' +
  'Dominican Republic;Algeria;Ecuador;Estonia;Egypt;Western Sahara;Eritrea;Spain;Ethiopia;Finland;Fiji;' +
  'Falkland Islands;Micronesia;Faroe Islands;France;Gabon;United Kingdom/Britain/Great Britain/UK;Grenada;' +
  'Georgia;French Guiana;Guernsey;Ghana;Gibraltar;Greenland;Gambia;Guinea;Guadeloupe;Equatorial Guinea;' +
  'Greece;Guatemala;Guam;Guinea-Bissau;Guyana;Hong Kong/Hong Kong SAR China;Honduras;Croatia;Haiti;Hungary;' +
  'Indonesia;Ireland;Israel;Isle of Man;India;Iraq;Iran;Iceland;Italy;Jersey;Jamaica;Jordan;Japan;Kenya;' +
  'Kyrgyzstan;Cambodia;Kiribati;Comoros;St. Kitts and Nevis;North Korea;South Korea/Korea/Republic of Korea;' +
  'Kuwait;Cayman Islands;Kazakhstan;Laos;Lebanon;St. Lucia;Liechtenstein;Sri Lanka;Liberia;Lesotho;Lithuania;' +
  'Luxembourg;Latvia;Libya;Morocco;Monaco;Moldova;Montenegro;St. Martin;Madagascar;Marshall Islands;' +
  'North Macedonia/Macedonia;Mali;Myanmar/Burma;Mongolia;Macao/Macau;Northern Mariana Islands;Martinique;' +
  'Mauritania;Montserrat;Malta;Mauritius;Maldives;Malawi;Mexico;Malaysia;Mozambique;Namibia;New Caledonia;' +
  'Niger;Nigeria;Nicaragua;Netherlands/Holland;Norway;Nepal;Nauru;Niue;New Zealand;Oman;Panama;Peru;' +
  'French Polynesia;Papua New Guinea;Philippines;Pakistan;Poland;St. Pierre and Miquelon;Puerto Rico;' +
  'Palestine/Palestinian Territories;Portugal;Palau;Paraguay;Qatar;Réunion;Romania;Serbia;' +
  'Russia/Russian Federation;Rwanda;Saudi Arabia;Solomon Islands;Seychelles;Sudan;Sweden;Singapore;' +
  'St. Helena;Slovenia;Slovakia;Sierra Leone;San Marino;Senegal;Somalia;Suriname;South Sudan;' +
  'São Tomé and Príncipe;El Salvador;Sint Maarten;Syria;Eswatini/Swaziland;Turks and Caicos Islands;Chad;' +
  'Togo;Thailand;Tajikistan;Timor-Leste;Turkmenistan;Tunisia;Tonga;Turkey/Türkiye;Trinidad and Tobago;Tuvalu;' +
  'Taiwan;Tanzania;Ukraine;Uganda;United States/America/United States of America;Uruguay;Uzbekistan;' +
  'Vatican City/Holy See;St. Vincent and Grenadines;Venezuela;British Virgin Islands;U.S. Virgin Islands;' +
  'Vietnam/Viet Nam;Vanuatu;Wallis and Futuna;Samoa;Kosovo;Yemen;Mayotte;South Africa;Zambia;Zimbabwe';

/** A shorter text with a typo may be the code of another country. */
const LEAST_LETTERS = 4;

interface Country {
  readonly code: string;
  readonly longCode: string;
  readonly names: readonly [string, ...string[]];
}

/** The result of reading a country: its name, or the most similar names. */
type CountryRead =
  | { readonly is: 'country'; readonly name: string; readonly code: string }
  /** A clear typo. */
  | { readonly is: 'misspelt'; readonly nearest: readonly string[] }
  /** Unknown here. The service may still know it. */
  | { readonly is: 'other'; readonly nearest: readonly string[] };

/**
 * Reads a country by its name or its ISO 3166-1 code of two or three letters. Case, accents and periods do not
 * matter.
 */
export function readCountry(typed: string): CountryRead {
  const wanted = toPlain(typed);
  const countries = readCountries();
  const found = countries.find(({ code, longCode, names }) =>
    [code, longCode, ...names].some((each) => toPlain(each) === wanted),
  );
  if (found !== undefined) return { is: 'country', name: found.names[0], code: found.code };
  const names = countries.map(({ names: [name] }) => name);
  const slip = names.filter((name) => isSlipOf(typed, name, LEAST_LETTERS));
  return slip.length > 0 ? { is: 'misspelt', nearest: slip } : { is: 'other', nearest: nearestOf(typed, names) };
}

function readCountries(): readonly Country[] {
  const codes = CODES.split(' ').flatMap(([first = '', ...second]) => second.map((letter) => first + letter));
  const others = OTHER_LONG_CODES.split(' ');
  return NAMES.split(';').map((text, index) => {
    const [name = '', ...names] = text.split('/');
    const code = codes[index] ?? '';
    const letter = LONG_CODES[index] ?? '';
    const isLast = letter < 'a';
    const longCode = letter === '-' ? others.shift() : isLast ? code + letter : code[0] + letter + code[1];
    return { code, longCode: longCode ?? '', names: [name, ...names] };
  });
}

/** Makes `U.S.A.` equal to USA, and Turkiye equal to Türkiye. */
function toPlain(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f.]/g, '');
  return plain.trim().toLowerCase().replace(/^the /, '');
}

import { toEstimateText } from '../../../../shared/panel/bulk/estimate-text';

const estimate = (averagePartners: number, credits: number) => ({
  ...{ companies: 3_000, known: 40, averagePartners, credits, suggestedLimit: 27_000 },
});

it.each([
  [7.8, 24_180, 3_000, 'About 8 partners each: about 24,000 credits for 3,000 rows'],
  [1.2, 87, 40, 'About 1 partner each: about 87 credits for 40 rows'],
  [0.2, 1, 1, 'Less than 1 partner each: about 1 credit for 1 row'],
])('%d partners on average', (averagePartners, credits, rows, text) => {
  expect(toEstimateText(estimate(averagePartners, credits), rows)).toBe(text);
});

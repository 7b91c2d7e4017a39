import type { ThemeName } from './spec.ts';

/**
 * Colours and sizes of a chart. Data colours are Okabe and Ito's, which colour-blind people can tell apart. Each has a
 * contrast of at least 3:1 with the background, and text at least 4.5:1 (a test computes this).
 */
export type Theme = {
  background: string;
  text: string;
  quietText: string;
  grid: string;
  actual: string;
  actualFaint: string;
  projected: string;
  ideal: string;
  target: string;
  /** Colours for the parts of a whole, in order; as many as `maxSeries`. */
  series: readonly string[];
  /** Colours from the lowest to the highest cell of a heat map. */
  heat: { low: string; high: string; few: string };
  detractors: string;
  passives: string;
  promoters: string;
};

export const themes: Record<ThemeName, Theme> = {
  light: {
    background: '#ffffff',
    text: '#1d1c1d',
    quietText: '#595959',
    grid: '#e3e3e3',
    actual: '#0072b2',
    actualFaint: '#cce3f0',
    projected: '#d55e00',
    ideal: '#009e73',
    target: '#1d1c1d',
    series: ['#0072b2', '#d55e00', '#009e73', '#a8508a', '#6b6b6b'],
    heat: { low: '#dcebf5', high: '#00568a', few: '#ececec' },
    detractors: '#d55e00',
    passives: '#8c8c8c',
    promoters: '#0072b2',
  },
  dark: {
    background: '#1a1d21',
    text: '#f2f2f2',
    quietText: '#b9babd',
    grid: '#3a3d42',
    actual: '#56b4e9',
    actualFaint: '#1f4258',
    projected: '#e69f00',
    ideal: '#2fc29a',
    target: '#f2f2f2',
    series: ['#56b4e9', '#e69f00', '#2fc29a', '#dd92ba', '#a3a5a8'],
    heat: { low: '#1d3a4d', high: '#8fd0f8', few: '#2c2f33' },
    detractors: '#e69f00',
    passives: '#8e9094',
    promoters: '#56b4e9',
  },
};

/** Pixels. On a phone Slack shows a picture about 360 px wide: 24 px here are just under 10 px there. */
export const sizes = {
  width: 900,
  sparkline: { width: 450, height: 110 },
  bodyHeight: 420,
  margin: 28,
  title: 34,
  text: 25,
  thick: 7,
  medium: 5,
  thin: 3,
  point: 9,
} as const;

export const weights = { normal: 400, bold: 600 } as const;

/** The fonts, one per script, and their files in npm packages: a glyph comes from the first font that has it. */
export const fonts = [
  { family: 'Salespulse Latin', file: '@fontsource/inter/files/inter-latin' },
  { family: 'Salespulse Latin Extended', file: '@fontsource/inter/files/inter-latin-ext' },
  { family: 'Salespulse Cyrillic', file: '@fontsource/inter/files/inter-cyrillic' },
  { family: 'Salespulse Cyrillic Extended', file: '@fontsource/inter/files/inter-cyrillic-ext' },
  { family: 'Salespulse Arabic', file: '@fontsource/vazirmatn/files/vazirmatn-arabic' },
];

const family = fonts.map((each) => each.family).join(', ');

/** A font in Chart.js's format. */
export function font(size: number, weight: keyof typeof weights = 'normal') {
  return { family, size, weight: weights[weight], lineHeight: 1.25 };
}

/** The same font in the canvas's format, for measuring. */
export function cssFont(size: number, weight: keyof typeof weights = 'normal'): string {
  return `${weights[weight]} ${size}px ${family}`;
}

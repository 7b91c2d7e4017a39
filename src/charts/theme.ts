/**
 * Colours and sizes of a chart. Data colours are Okabe and Ito's, which the colour-blind tell apart; every one used has
 * at least 3:1 against the background and every text at least 4.5:1 (a test computes it).
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
};

export type ThemeName = 'light';

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
  },
};

/** Pixels. Slack shows a picture about 360 px wide on a phone: 24 px here are just under 10 px there. */
export const sizes = {
  width: 900,
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

/** The fonts, one a script, and the files of npm packages they are in: a glyph comes from the first that has it. */
export const fonts = [
  { family: 'Salespulse Latin', file: '@fontsource/inter/files/inter-latin' },
  { family: 'Salespulse Latin Extended', file: '@fontsource/inter/files/inter-latin-ext' },
  { family: 'Salespulse Cyrillic', file: '@fontsource/inter/files/inter-cyrillic' },
  { family: 'Salespulse Cyrillic Extended', file: '@fontsource/inter/files/inter-cyrillic-ext' },
  { family: 'Salespulse Arabic', file: '@fontsource/vazirmatn/files/vazirmatn-arabic' },
];

const family = fonts.map((each) => each.family).join(', ');

/** A font as Chart.js takes it. */
export function font(size: number, weight: keyof typeof weights = 'normal') {
  return { family, size, weight: weights[weight], lineHeight: 1.25 };
}

/** The same font as the canvas takes it, for measuring. */
export function cssFont(size: number, weight: keyof typeof weights = 'normal'): string {
  return `${weights[weight]} ${size}px ${family}`;
}

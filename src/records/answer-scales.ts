/** The questions for customers with their scales: how likely they are to recommend us, and how satisfied they are. */
export const answerScales = { nps: { least: 0, most: 10 }, csat: { least: 1, most: 5 } } as const;

export type Instrument = keyof typeof answerScales;

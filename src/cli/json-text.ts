/** Something as JSON for a terminal and for other programs, ending with a line break. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

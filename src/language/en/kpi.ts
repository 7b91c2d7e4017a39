/** Texts about numbers. */
export const kpi = {
  'kpi.no_data': '–',
} as const;

/** What a workspace decides about its time; every number is counted on this calendar. */
export interface CalendarSettings {
  /** IANA name of the reporting zone, such as `Europe/Berlin`: the zone whose days facts are counted on. */
  zone: string;
  /** First day of the week, numbered as ISO 8601 does: 1 = Monday … 7 = Sunday. */
  weekStart: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** First month of the fiscal year, 1–12, a month of `calendar`. */
  fiscalStartMonth: number;
  /** Whose months are meant by "month", "quarter" and "year". */
  calendar: 'gregory' | 'persian';
}

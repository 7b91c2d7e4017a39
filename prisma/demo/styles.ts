import type { Job } from './cast.ts';

/** How a person works: what makes one rep's numbers differ from another's. */
export interface Style {
  /** Outbound calls on an ordinary day, and emails and the like beside those that leads and deals bring along. */
  callsADay: number;
  messagesADay: number;
  /** New leads in an ordinary month. */
  leadsAMonth: number;
  /** Share of the deals that come up in the region, against colleagues there. */
  load: number;
  winRate: number;
  /** Days from opening to closing, at the middle. */
  cycleDays: number;
  /** Size of deals, against the average. */
  size: number;
}

const seller = { callsADay: 3, messagesADay: 0.6, leadsAMonth: 3, load: 1, winRate: 0.43, cycleDays: 40, size: 1 };

export const styles: Readonly<Record<string, Style>> = {
  'Anna Berger': {
    ...seller,
    callsADay: 12,
    messagesADay: 1,
    leadsAMonth: 5,
    load: 1.7,
    winRate: 0.44,
    cycleDays: 37,
    size: 0.9,
  },
  // Clearly ahead of everybody …
  'Jonas Petersen': { ...seller, callsADay: 5, leadsAMonth: 5, load: 1.35, winRate: 0.58, cycleDays: 32, size: 1.25 },
  'Leila Haddad': { ...seller, callsADay: 4 },
  // … and clearly behind.
  'Henrik Voss': {
    ...seller,
    callsADay: 2.5,
    messagesADay: 0.5,
    leadsAMonth: 1,
    winRate: 0.27,
    cycleDays: 52,
    size: 0.85,
  },
  'Sofia Marino': { ...seller, leadsAMonth: 4, winRate: 0.46, size: 1.1 },
  'Paul Winkler': { ...seller, callsADay: 3, winRate: 0.38, cycleDays: 45 },
  'Klara Novak': { ...seller, winRate: 0.47, load: 1.2 },
  'Emre Yildiz': { ...seller, callsADay: 4, load: 1.6, winRate: 0.45 },
  'Clara Stein': {
    ...seller,
    callsADay: 2.5,
    messagesADay: 0.8,
    leadsAMonth: 14,
    load: 0.6,
    winRate: 0.42,
    size: 1.15,
  },
  'Mia Fischer': { ...seller, callsADay: 6, messagesADay: 0.6, leadsAMonth: 44, load: 0 },
  'Noah Adler': { ...seller, callsADay: 3, messagesADay: 0.6, leadsAMonth: 52, load: 0 },
  'David Okafor': { ...seller, callsADay: 8, messagesADay: 1.2, leadsAMonth: 36, load: 0 },
};

/** Emre's way before he became an account executive. */
export const formerStyle: Style = { ...seller, callsADay: 6, messagesADay: 0.6, leadsAMonth: 38, load: 0 };

export const sells = (job: Job): boolean => job === 'ae' || job === 'bdm';

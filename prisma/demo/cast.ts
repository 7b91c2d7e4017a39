/**
 * The people of the demo: Northwind Office, a seller of office furniture that does not exist. Plain data that needs no
 * database, so that the local Slack of the demo is started with the same people that the records are about.
 */
export const company = {
  name: 'Northwind Office',
  slackTeamId: 'T01NORTHWND',
  slackDomain: 'northwind-office',
  /** The reporting zone: the zone whose days facts are counted on. */
  zone: 'Europe/Berlin',
  currency: 'USD',
  holidayCode: 'DE',
} as const;

export type TeamName = 'North' | 'South' | 'Inside Sales';
export type RegionName = 'Northern Germany' | 'Southern Germany' | 'Vienna Basin';
export type OfficeName = 'Hamburg' | 'Munich' | 'Vienna';
export type Job = 'sdr_outbound' | 'sdr_inbound' | 'bdm' | 'ae' | 'manager';

/** The region tree, parents first: country → region. */
export const regions: readonly { name: string; parent: string | null }[] = [
  { name: 'Germany', parent: null },
  { name: 'Austria', parent: null },
  { name: 'Northern Germany', parent: 'Germany' },
  { name: 'Southern Germany', parent: 'Germany' },
  { name: 'Vienna Basin', parent: 'Austria' },
];

export interface Office {
  name: OfficeName;
  zone: string;
  region: RegionName;
  holidayCode: string;
}

export const offices: readonly Office[] = [
  { name: 'Hamburg', zone: 'Europe/Berlin', region: 'Northern Germany', holidayCode: 'DE-HH' },
  { name: 'Munich', zone: 'Europe/Berlin', region: 'Southern Germany', holidayCode: 'DE-BY' },
  { name: 'Vienna', zone: 'Europe/Vienna', region: 'Vienna Basin', holidayCode: 'AT-9' },
];

export interface Person {
  slackUserId: string;
  name: string;
  email: string;
  /** What stands under the name in Slack. */
  title: string;
  role: 'rep' | 'manager' | 'admin';
  job: Job;
  zone: string;
  locale: string;
  team: TeamName;
  region: RegionName;
  office: OfficeName;
}

const hamburg = { region: 'Northern Germany', office: 'Hamburg', zone: 'Europe/Berlin' } as const;
const munich = { region: 'Southern Germany', office: 'Munich', zone: 'Europe/Berlin' } as const;
const vienna = { region: 'Vienna Basin', office: 'Vienna', zone: 'Europe/Vienna' } as const;

const executive = { title: 'Account Executive', role: 'rep', job: 'ae' } as const;
const outbound = { title: 'Sales Development, outbound', role: 'rep', job: 'sdr_outbound' } as const;
const inbound = { title: 'Sales Development, inbound', role: 'rep', job: 'sdr_inbound' } as const;
const business = { title: 'Business Development', role: 'rep', job: 'bdm' } as const;

/** Everybody as they are today. The first is whom a newcomer plays. */
export const cast: readonly Person[] = [
  person('U01ANNABERG', 'Anna Berger', { ...executive, ...hamburg, team: 'North' }),
  person('U01JONASPET', 'Jonas Petersen', { ...executive, ...hamburg, team: 'North' }),
  person('U01LEILAHAD', 'Leila Haddad', { ...executive, ...hamburg, team: 'North', locale: 'en-GB' }),
  person('U01HENRIKVO', 'Henrik Voss', { ...executive, ...hamburg, team: 'North' }),
  person('U01SOFIAMAR', 'Sofia Marino', { ...executive, ...munich, team: 'South' }),
  person('U01PAULWINK', 'Paul Winkler', { ...executive, ...munich, team: 'South', locale: 'de-DE' }),
  person('U01KLARANOV', 'Klara Novak', { ...executive, ...vienna, team: 'South' }),
  person('U01EMREYILD', 'Emre Yildiz', { ...executive, ...munich, team: 'South' }),
  person('U01CLARASTE', 'Clara Stein', { ...business, ...vienna, team: 'Inside Sales' }),
  person('U01MIAFISCH', 'Mia Fischer', { ...outbound, ...hamburg, team: 'Inside Sales' }),
  person('U01NOAHADLE', 'Noah Adler', { ...inbound, ...munich, team: 'Inside Sales' }),
  person('U01DAVIDOKA', 'David Okafor', {
    ...outbound,
    ...hamburg,
    team: 'Inside Sales',
    zone: 'Europe/London',
    locale: 'en-GB',
  }),
  person('U01MARTALIN', 'Marta Lindqvist', {
    title: 'Head of Sales, North and Inside Sales',
    role: 'manager',
    job: 'manager',
    ...hamburg,
    team: 'North',
  }),
  person('U01TOBIASKE', 'Tobias Kern', {
    title: 'Sales Manager, South; looks after this app',
    role: 'admin',
    job: 'manager',
    ...munich,
    team: 'South',
  }),
];

/** One manager has two teams. */
export const teams: readonly { name: TeamName; manager: string }[] = [
  { name: 'North', manager: 'Marta Lindqvist' },
  { name: 'South', manager: 'Tobias Kern' },
  { name: 'Inside Sales', manager: 'Marta Lindqvist' },
];

/** Whom a newcomer plays first. */
export const firstPerson = 'Anna Berger';

const everyone = cast.map(({ slackUserId }) => slackUserId);
const inTeam = (name: TeamName) => cast.filter(({ team }) => team === name).map(({ slackUserId }) => slackUserId);

/** Slack channels, with the Slack user ids of who is in them. */
export const channels: readonly { id: string; name: string; members: readonly string[] }[] = [
  { id: 'C01GENERAL0', name: 'general', members: everyone },
  { id: 'C01SALES000', name: 'sales', members: everyone },
  { id: 'C01SALESNTH', name: 'sales-north', members: inTeam('North') },
];

function person(
  slackUserId: string,
  name: string,
  details: Omit<Person, 'slackUserId' | 'name' | 'email' | 'locale'> & { locale?: string },
): Person {
  const email = `${name.toLowerCase().replace(' ', '.')}@northwind-office.example`;
  return { slackUserId, name, email, locale: 'en-US', ...details };
}

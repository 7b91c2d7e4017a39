import { cast, offices, regions, teams } from './cast.ts';
import { products, stages } from './catalogue.ts';
import { idOf } from './ids.ts';
import type { Post } from './posts.ts';
import type { Timeline } from './timeline.ts';

/** The name of the source of all that the demo makes up. */
export const DEMO_SOURCE = 'demo';

export const memberId = (name: string): string => idOf('member', name);
export const teamId = (name: string): string => idOf('team', name);
export const regionId = (name: string): string => idOf('region', name);
export const productId = (name: string): string => idOf('product', name);
export const stageId = (name: string): string => idOf('stage', name);

export const regionRows = () =>
  regions.map(({ name, parent }) => ({
    id: regionId(name),
    name,
    parentId: parent === null ? null : regionId(parent),
  }));

export const officeRows = () =>
  offices.map(({ name, zone, region, holidayCode }) => ({
    id: idOf('office', name),
    name,
    zone,
    regionId: regionId(region),
    holidayCode,
    workingDays: [1, 2, 3, 4, 5],
    workdayStart: '09:00',
    workdayEnd: '17:00',
  }));

export const memberRows = () =>
  cast.map(({ slackUserId, name, email, role, zone, locale, office }) => ({
    id: memberId(name),
    slackUserId,
    name,
    email,
    role,
    zone,
    locale,
    officeId: idOf('office', office),
  }));

export const teamRows = () =>
  teams.map(({ name, manager }) => ({ id: teamId(name), name, managerId: memberId(manager) }));

export const membershipRows = (posts: readonly Post[], { days }: Timeline) =>
  posts.map(({ name, team, region, job, from, to }) => ({
    id: idOf('membership', `${name} in ${team}`),
    memberId: memberId(name),
    teamId: teamId(team),
    regionId: regionId(region),
    job,
    startsOn: from === null ? null : days[from]?.on,
    endsOn: to === null ? null : days[to]?.on,
  }));

export const productRows = () =>
  products.map(({ name, type, listPrice, unitCost }) => ({
    id: productId(name),
    source: DEMO_SOURCE,
    externalId: name,
    name,
    type,
    listPrice,
    unitCost,
    currency: 'USD',
  }));

/** None has changed within the demo's time. */
export const listPriceRows = ({ days, first }: Timeline) =>
  products.map(({ name, listPrice }) => ({
    id: idOf('list price', name),
    productId: productId(name),
    startsOn: days[first]?.on,
    endsOn: null,
    listPrice,
    currency: 'USD',
  }));

export const stageRows = () =>
  stages.map(({ name, probability }, index) => ({ id: stageId(name), name, position: index + 1, probability }));

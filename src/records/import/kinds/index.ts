import type { ImportKind } from '../kind.ts';
import { activities } from './activities.ts';
import { answers } from './answers.ts';
import { customers } from './customers.ts';
import { daysOff } from './days-off.ts';
import { deals } from './deals.ts';
import { expenses } from './expenses.ts';
import { leads } from './leads.ts';
import { people } from './people.ts';
import { prices } from './prices.ts';
import { products } from './products.ts';
import { rates } from './rates.ts';
import { regions } from './regions.ts';
import { targets } from './targets.ts';

/** Every kind of file that can be imported, by the word that people type. */
export const importKinds = {
  deals,
  people,
  products,
  customers,
  leads,
  activities,
  targets,
  expenses,
  rates,
  prices,
  answers,
  days_off: daysOff,
  regions,
} as const;
export type KindName = keyof typeof importKinds;

export const isKindName = (name: string): name is KindName => Object.hasOwn(importKinds, name);

/** Lets the import treat all kinds alike: each writer only ever gets the facts that it has read itself. */
export const importKind = (name: KindName): ImportKind => importKinds[name] as ImportKind;

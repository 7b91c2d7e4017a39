/** What Northwind Office sells and how its pipeline is staged. */

export interface Product {
  name: string;
  type: string;
  /** Whole dollars. */
  listPrice: number;
  unitCost: number;
  /** How many a customer takes, from and to. */
  quantity: readonly [number, number];
  /** How often it is on a deal, against the others. */
  weight: number;
}

export const products: readonly Product[] = [
  { name: 'Fjord Desk', type: 'Desks', listPrice: 640, unitCost: 375, quantity: [3, 14], weight: 9 },
  { name: 'Fjord Desk Plus', type: 'Desks', listPrice: 890, unitCost: 495, quantity: [2, 10], weight: 6 },
  { name: 'Aria Chair', type: 'Seating', listPrice: 380, unitCost: 210, quantity: [4, 22], weight: 10 },
  { name: 'Aria Chair Pro', type: 'Seating', listPrice: 590, unitCost: 318, quantity: [3, 14], weight: 6 },
  { name: 'Harbor Table', type: 'Meeting rooms', listPrice: 1_290, unitCost: 760, quantity: [1, 4], weight: 4 },
  { name: 'Quiet Booth', type: 'Meeting rooms', listPrice: 5_400, unitCost: 3_350, quantity: [1, 2], weight: 2 },
  { name: 'Lagoon Locker', type: 'Storage', listPrice: 240, unitCost: 128, quantity: [4, 20], weight: 4 },
  { name: 'Lumen Lamp', type: 'Lighting', listPrice: 120, unitCost: 58, quantity: [4, 24], weight: 4 },
  { name: 'Care Plan', type: 'Services', listPrice: 48, unitCost: 14, quantity: [8, 40], weight: 3 },
];

export type StageName = 'Qualified' | 'Discovery' | 'Proposal' | 'Negotiation';

export const stages: readonly { name: StageName; probability: number }[] = [
  { name: 'Qualified', probability: 0.2 },
  { name: 'Discovery', probability: 0.35 },
  { name: 'Proposal', probability: 0.55 },
  { name: 'Negotiation', probability: 0.75 },
];

/** How prices in other currencies stand to the price list in dollars. */
export const priceFactor = { USD: 1, EUR: 0.92, JPY: 150 } as const;
export type Currency = keyof typeof priceFactor;

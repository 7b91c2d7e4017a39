import type { User } from '../../../src/sandbox/protocol.ts';

const person = (id: string, name: string, realName: string): User => ({
  id,
  name,
  realName,
  tz: 'Europe/Berlin',
  tzOffset: 3600,
  locale: 'en-US',
  isBot: false,
  color: '9f69e7',
});

export const DANA = person('U1', 'dana', 'Dana Whitfield');
export const RAVI = person('U2', 'ravi', 'Ravi Menon');

import { naturalKey } from '../natural-key.ts';
import { type RowReader, vocabulary } from '../row-reader.ts';

const roles = vocabulary({
  rep: ['member', 'user', 'employee', 'agent'],
  manager: ['lead', 'team lead'],
  admin: ['administrator', 'owner'],
});

export interface PersonFacts {
  name: string;
  email: string | null;
  role: 'rep' | 'manager' | 'admin' | null;
  job: string | null;
  team: string | null;
  manager: string | null;
  region: string | null;
  startsOn: string | null;
  /** The day after the last one. */
  endsOn: string | null;
}

/** Titles differ everywhere; these words decide which numbers a person's job has. */
function jobOf(title: string): string | null {
  const words = title.toLowerCase().replaceAll(/[_-]/g, ' ');
  if (/\b(sdr|bdr|sales development)\b/.test(words)) return /\binbound\b/.test(words) ? 'sdr_inbound' : 'sdr_outbound';
  if (/\b(bdm|business development)\b/.test(words)) return 'bdm';
  if (/\b(account executive|ae|rep|representative|sales agent|seller)\b/.test(words)) return 'ae';
  return /\b(manager|head|director|lead|vp|chief)\b/.test(words) ? 'manager' : null;
}

export function readPerson(row: RowReader): { facts: PersonFacts; key: string } | null {
  const name = row.text('name', { required: true });
  const title = row.text('job');
  const [starts, ends] = [row.date('starts'), row.date('ends')];
  if (starts && ends && ends.on <= starts.on) row.bad('ends', 'backwards');
  const facts = {
    email: row.text('email'),
    role: row.choice('role', roles),
    job: title && jobOf(title),
    team: row.text('team'),
    manager: row.text('manager'),
    region: row.text('region'),
    startsOn: starts?.on ?? null,
    endsOn: ends?.on ?? null,
  };
  return name === null ? null : { facts: { name, ...facts }, key: naturalKey(name, facts.startsOn) };
}

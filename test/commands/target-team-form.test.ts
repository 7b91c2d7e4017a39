import { beforeEach, expect, it } from 'vitest';
import { EVERYONE, teamForm } from '../../commands/target/team-form.ts';
import type { Filled } from '../../src/slack/command.ts';
import { filledIn } from '../../src/slack/modals/form.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

type View = Awaited<ReturnType<typeof teamForm.open>>;

/** The form as it is sent when some fields, by the ends of their block ids, were given other values. */
function filled(view: View, typed: Record<string, string>): Filled {
  const blocks = view.blocks as { block_id?: string }[];
  const values = Object.entries(typed).map(([end, value]) => {
    const id = blocks.find(({ block_id = '' }) => block_id.endsWith(end))?.block_id ?? '';
    const field = id === 'kpi' || id === 'period' ? { selected_option: { value } } : { value };
    return [id, { [id]: field }];
  });
  return filledIn({
    private_metadata: view.private_metadata ?? '',
    blocks,
    state: { values: Object.fromEntries(values) },
  });
}

it('saves nothing under a KPI or period other than the one the fields show', async () => {
  const asked = await office.asked('Maria');
  const view = await teamForm.open(EVERYONE, asked);
  const anna = office.id('Anna');
  const early = filled(view, { kpi: 'calls_made', [anna]: '60' });
  expect(Object.values(teamForm.faults(early))).toEqual([
    'Nothing is saved: this field still shows Revenue for this month. Wait a moment, or choose above once more.',
  ]);
  expect(Object.keys(teamForm.faults(filled(view, { period: 'next month', [anna]: '' })))).toHaveLength(1);
  expect(teamForm.faults(filled(view, { kpi: 'calls_made' }))).toEqual({});

  const changed = await teamForm.change(early, asked);
  expect(teamForm.faults(filled(changed, { kpi: 'calls_made', [anna]: '60' }))).toEqual({});
});

import { expect } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** What in the form of a schedule calls for other fields. */
const calling = ['what', 'to', 'whom', 'rhythm'];

/** Fills in and submits the form of a schedule as a person does: what is chosen first shows the fields for the rest. */
export async function fillsSchedule(sandbox: Sandbox, id: string, given: Record<string, string>) {
  for (const field of calling) {
    const { [field]: value } = given;
    if (value === undefined) continue;
    const before = sandbox.modal(id)?.hash;
    expect(await sandbox.choose(id, field, value)).toEqual({ ok: true });
    await sandbox.waitForModal(id, ({ hash }) => hash !== before);
  }
  return sandbox.submit(id, given);
}

import { beforeEach, describe, expect, it } from 'vitest';
import log from '../../commands/log.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, type Shown, shown } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

const say = async (words: string, who = 'Anna') => shown(await log.run(words, await office.asked(who)));
const logged = async () => {
  const { workspace } = await office.asked('Anna');
  const where = { workspaceId: workspace.id, source: 'slack' };
  return db().activity.findMany({ where, include: { customer: true }, orderBy: { id: 'asc' } });
};
async function press({ buttons }: Shown, label: string, who = 'Anna') {
  const button = buttons.find((each) => each.label === label);
  const act = Object.entries(log.actions).find(([id]) => id === button?.actionId)?.[1];
  if (!button || !act) throw new Error(`no button ${label}`);
  return shown(await act(button.value, await office.asked(who)));
}

describe('/log', () => {
  it.each(['', 'help', ' Help '])('%j shows how to begin, and logs nothing', async (words) => {
    expect((await say(words)).said).toContain('`/log call Acme answered 12m asked for a proposal`');
    expect(await logged()).toEqual([]);
  });

  it('records a call, repeats it and says what it did to the day’s goal', async () => {
    const { said } = await say('call Globex answered 12m asked for a proposal next: send offer friday');
    expect(said).toContain('Call · *Globex* · answered · 12m · “asked for a proposal” · next: send offer (Fri 20 Mar)');
    expect(said).toContain('call 3 of 12 today');
    const [activity] = await logged();
    expect(activity).toMatchObject({
      ...{ type: 'call', direction: 'outbound', outcome: 'answered', durationSeconds: 720 },
      ...{ note: 'asked for a proposal', nextStep: 'send offer', nextStepOwnerId: office.id('Anna'), occurredHour: 12 },
      customer: { name: 'Globex' },
    });
  });

  it('counts without a goal too, and meetings and other work each on their own', async () => {
    expect((await say('call Globex', 'Ben')).said).toContain('2 calls today');
    expect((await say('meeting Globex held')).said).toContain('1 meeting today');
    expect((await say('email Globex sent the offer')).said).toContain('4 activities today');
    expect((await say('call Globex yesterday')).said).toContain('1 call on Tue 17 Mar');
  });

  it('asks back what cannot be a duration, and logs nothing', async () => {
    expect((await say('call Globex 99999h')).said).toContain('“99999h” is no length of a call or meeting');
    expect(await logged()).toEqual([]);
  });

  it('is one activity, however often Slack repeats it', async () => {
    const asked = await office.asked('Anna');
    await log.run('call Globex', asked);
    expect(shown(await log.run('call Globex', asked)).said).toContain('call 3 of 12 today');
    expect(await logged()).toHaveLength(1);
  });

  it('says that it is logged, and taken back, when the day cannot be counted', async () => {
    await db().$executeRawUnsafe('ALTER TABLE targets RENAME TO targets_away');
    try {
      const done = await say('call Globex answered');
      expect(done.said).toContain('Logged: Call · *Globex* · answered\nHow the day stands I could not count just now');
      expect(await logged()).toHaveLength(1);
      expect((await press(done, 'Undo')).said).toContain('Taken back: Call · *Globex* · answered\nHow the day stands');
      expect(await logged()).toEqual([]);
    } finally {
      await db().$executeRawUnsafe('ALTER TABLE targets_away RENAME TO targets');
    }
  });

  it('says which words it took for a note because it knows no such customer', async () => {
    const { said } = await say('call Zebra <!channel>');
    expect(said).toContain('No customer recognised: all of “Zebra &lt;!channel&gt;” is in the note.');
    expect(said).not.toContain('<!channel>');
  });
});

describe('what is missing', () => {
  it('is asked for with buttons that keep the words', async () => {
    const question = await say('Globex asked for a proposal');
    expect(question.said).toContain('Nothing is logged yet. Your words: `/log Globex asked for a proposal`');
    expect(await logged()).toEqual([]);
    const { said } = await press(question, 'Email');
    expect(said).toContain('Email · *Globex* · “asked for a proposal”');
    await press(question, 'Email');
    expect(await logged()).toHaveLength(1);
  });

  it('can be which of two customers', async () => {
    const question = await say('call Acme answered');
    expect(question.buttons.map(({ label }) => label)).toEqual(['Acme Corporation', 'Acme Foods']);
    const { said } = await press(question, 'Acme Foods');
    expect(said).toContain('Call · *Acme Foods* · answered');
    expect(said).not.toContain('“');
  });

  it('can be whether a meeting took place, after the type', async () => {
    const { said } = await press(await press(await say('Globex 30m'), 'Meeting'), 'Held');
    expect(said).toContain('Meeting · *Globex* · held · 30m');
    expect(said).toContain('1 meeting today');
  });

  it('is told without buttons when the words are too long for one, and they are all repeated', async () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${index}`).join(' ');
    const { said, buttons } = await say(words);
    expect(buttons).toEqual([]);
    expect(said.replaceAll(/`\n`|\n/g, '')).toContain(`/log ${words}`);
  });

  it('can be everything', async () => expect((await say('  ')).said).toContain('/log call Acme answered 12m'));

  it('is a day to come for the next step: one that is over is asked back', async () => {
    expect((await say('call Globex answered next: send offer yesterday')).said).toMatch(
      /would be due on .*, which is over/,
    );
    expect((await say('call Globex answered next: send offer 2026-01-05')).said).toContain('which is over');
    expect(await logged()).toEqual([]);
  });

  it('is never a time to come', async () => {
    expect((await say('call Globex 17:00')).said).toContain('“17:00” is still to come');
    expect(await logged()).toEqual([]);
  });
});

describe('Undo', () => {
  it('takes the activity back, says the number after, and how to log it again', async () => {
    const done = await say('call Globex answered "said ""yes"""');
    const { said } = await press(done, 'Undo');
    expect(said).toContain('Taken back: Call · *Globex* · answered');
    expect(said).toContain('call 2 of 12 today');
    expect(said).toContain('`/log call "Globex" answered 2026-03-18 12:00 note: "said ""yes"""`');
    expect(await logged()).toEqual([]);
  });

  it('pressed twice says so', async () => {
    const done = await say('call Globex');
    await press(done, 'Undo');
    expect((await press(done, 'Undo')).said).toContain('already taken back');
  });

  it('is not for others', async () => {
    await press(await say('call Globex'), 'Undo', 'Ben');
    expect(await logged()).toHaveLength(1);
  });
});

import { catalogue } from '../../kpi/catalogue/index.ts';
import type { Family } from '../../kpi/definition.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text, textIfAny } from '../../language/text.ts';
import { kpiWords } from '../../language/words.ts';
import type { Message } from './answer.ts';
import { buttons, context, section } from './mrkdwn.ts';

export const families: readonly Family[] = [...new Set(catalogue.map(({ family }) => family))];

/** The buttons' action ids: each shows its family in place of the current one. */
export const listActions: Readonly<Record<string, Family>> = Object.fromEntries(
  families.map((family) => [`kpi.list.${family}`, family]),
);

/** A family of the catalogue: each KPI with what it means and how to ask for it. */
export interface FamilyListing {
  title: string;
  kpis: readonly { title: string; meaning: string; ask: string }[];
}

export function familyListing(family: Family): FamilyListing {
  const kpis = catalogue.filter((kpi) => kpi.family === family);
  return {
    title: text('kpi_list.title', { family: text(`family.${family}`), count: kpis.length }),
    kpis: kpis.map(({ id }) => ({
      title: kpiTitle(id),
      meaning: textIfAny(`kpi.${id}.meaning`) ?? '',
      ask: text('kpi_list.ask', { words: wordsFor(id) }),
    })),
  };
}

/** What to type for a KPI: the first of its words. */
const wordsFor = (id: string): string => Object.entries(kpiWords).find(([known]) => known === id)?.[1][0] ?? id;

/** KPIs in a section: more might exceed its length. */
const IN_A_SECTION = 6;

/** One family at a time, as all of them would be too long for a message. */
export function kpiListMessage(family: Family): Message {
  const { title, kpis } = familyListing(family);
  const lines = kpis.map((kpi) => `*${kpi.title}*  ${kpi.meaning}  \`${kpi.ask}\``);
  const sections = Array.from({ length: Math.ceil(lines.length / IN_A_SECTION) }, (_, index) =>
    section(lines.slice(index * IN_A_SECTION, (index + 1) * IN_A_SECTION).join('\n')),
  );
  const others = Object.entries(listActions).filter(([, each]) => each !== family);
  return {
    text: `${title}: ${kpis.map((kpi) => kpi.title).join(', ')}.`,
    blocks: [
      section(`*${title}*`),
      ...sections,
      buttons(
        'kpi.list',
        others.map(([actionId, each]) => ({ actionId, label: text(`family.${each}`), value: each })),
      ),
      context(text('kpi_list.how')),
    ],
  };
}

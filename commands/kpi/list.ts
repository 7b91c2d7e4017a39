import { Problem } from '../../src/errors.ts';
import type { Family } from '../../src/kpi/definition.ts';
import { text } from '../../src/language/text.ts';
import type { Reply } from '../../src/slack/command.ts';
import { families, kpiListMessage } from '../../src/slack/messages/kpi-list.ts';

/** `/kpi list`, `/kpi list deals`: shows one family of the catalogue, the first if none is named. */
export function list(words: string): Reply {
  const [family] = familiesIn(words);
  if (!family) throw new Error('there is no family of KPIs');
  return { message: () => kpiListMessage(family) };
}

/** The families that the words name; without words all of them. @throws Problem for a word that names none */
export function familiesIn(words: string): readonly Family[] {
  const word = words.trim().toLowerCase();
  if (word === '') return families;
  const titleOf = (family: Family) => text(`family.${family}`).toLowerCase();
  const named = families.filter((family) => family === word || titleOf(family) === word);
  if (named.length > 0) return named;
  throw new Problem('kpi_list.no_family', { family: words.trim(), families: families.map(titleOf).join(', ') });
}

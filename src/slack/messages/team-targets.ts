import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { figureText } from '../../language/figures.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import { headline, type Message, periodText } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { context, escaped, section } from './mrkdwn.ts';
import { goalFigure, isRoundedUp, targetText } from './pace.ts';

/** A team's goal for one KPI, and its people's. */
export interface TeamGoal {
  kpi: KpiValue;
  people: readonly { name: string; kpi: KpiValue }[];
  /** How many people were told about it, and the names of those who have not read it. */
  told: number;
  notRead: readonly string[];
  /** The names of people whom no message reached. */
  notTold: readonly string[];
  /** Whether the team has no goal because its people's do not add up to one. */
  lacksSum: boolean;
}

/** Slack allows 50 blocks, and each KPI takes two. */
const MOST_KPIS = 20;

/** Each goal of a team with what is reached, its people's below, and who has read theirs. */
export function teamTargetsMessage(answer: Answer, goals: readonly TeamGoal[], moment: Moment): Message {
  const shown = goals.slice(0, MOST_KPIS);
  const left = goals.length - shown.length;
  const isRounded = shown.some(({ people }) => people.some(({ kpi }) => isRoundedUp(kpi)));
  const title = text('target.team', { subject: escaped(answer.subject), period: periodText(answer) });
  return {
    text: escaped(headline({ ...answer, kpis: shown.map(({ kpi }) => kpi) })),
    blocks: [
      section(title),
      ...shown.flatMap((goal) => {
        const read = readText(goal);
        return [section(goalText(goal)), ...(read ? [context(read)] : [])];
      }),
      ...(left > 0 ? [context(text('target.mine.more', { count: left }))] : []),
      context([...(isRounded ? [text('answer.whole_goals')] : []), freshText(answer, moment)].join('\n')),
    ],
  };
}

function goalText({ kpi, people, lacksSum }: TeamGoal): string {
  const none = lacksSum ? text('target.team.no_sum', { kpi: kpiTitle(kpi.id) }) : '';
  return [
    `*${kpiTitle(kpi.id)}*  ${figureText(kpi.value, kpi)}`,
    targetText(kpi) || none,
    ...people.map(({ name, kpi: own }) => `• ${escaped(name)}  ${ofTarget(own)}`),
  ]
    .filter(Boolean)
    .join('\n');
}

const ofTarget = (kpi: KpiValue) =>
  text('target.team.of', { value: figureText(kpi.value, kpi), target: goalFigure(kpi) });

function readText(goal: TeamGoal): string {
  const { notTold } = goal;
  const missed = notTold.length > 0 ? text('target.team.not_told', { names: escaped(allOf(notTold)) }) : '';
  return [readersText(goal), missed].filter(Boolean).join(' ');
}

function readersText({ told, notRead }: TeamGoal): string {
  if (told === 0) return '';
  if (notRead.length === 0) return text('target.team.all_read', { told });
  return text('target.team.read', { read: told - notRead.length, told, names: escaped(allOf(notRead)) });
}

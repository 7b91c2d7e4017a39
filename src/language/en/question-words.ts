/** The small words that questions are made of. Only data. */

/** Whose numbers, where no name says it. The first of each is the one we write ourselves. */
export const whoseWords = {
  me: ['me', 'my', 'mine', 'myself', 'i', 'my own'],
  ownTeam: [
    'team',
    'teams',
    'my team',
    'my teams',
    'our team',
    'our',
    'ours',
    'us',
    'we',
    'whole team',
    'the whole team',
  ],
  workspace: [
    ...['all', 'everyone', 'everybody', 'company', 'workspace', 'whole company', 'all teams', 'all of us'],
    ...['our company', 'my company', 'the whole company'],
  ],
} as const;

/** Words in front of a name that say what kind of thing it names. The first is the one we write ourselves. */
export const markers = {
  member: ['@'],
  team: ['team'],
  kpi: ['kpi', 'metric'],
  period: ['in', 'on', 'during'],
  where: ['where'],
  is: ['is'],
  for: ['for'],
  value: ['in', 'for', 'from', 'via'],
  by: ['by', 'per', 'each', 'for each'],
} as const;

/** "top 5" */
export const topWords = ['top'] as const;

export const pluralEnding = 's';

/** What a period is compared with, when it is not just the one before. The first of each is the one we write ourselves. */
export const againstWords = {
  previous: ['vs previous period', 'vs last period', 'vs the period before', 'compared with the period before'],
  lastYear: [
    ...['vs last year', 'versus last year', 'against last year', 'compared to last year', 'compared with last year'],
    ...['vs a year ago', 'vs the year before', 'than last year', 'year over year', 'year on year', 'yoy'],
  ],
} as const;

/** Words that carry no meaning of their own in a question. */
export const fillers = [
  ...[
    ',',
    'a',
    'an',
    'and',
    'are',
    'as',
    'at',
    'did',
    'do',
    'does',
    'doing',
    'for',
    'get',
    'give',
    'give me',
    'has',
    'have',
  ],
  ...['how', 'how much', 'how many', 'in', 'is', 'it', 'kpi', 'kpis', 'many', 'much', 'number', 'numbers', 'of'],
  ...['on', 'please', 'show', 'show me', 'stats', 'tell', 'tell me', 'the', 'was', 'were', 'what', 'with', 'during'],
] as const;

/** What people say who want to know what they can say. */
export const helpWords = [
  ...['help', 'hi', 'hello', 'hey', 'hello there', 'hi there', 'good morning', 'good afternoon', 'start'],
  ...['what can you do', 'how does this work', 'thanks', 'thank you'],
] as const;

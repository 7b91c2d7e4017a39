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
  /** In place of "is", before a list. */
  among: ['in'],
  /** Between several values of one thing. */
  or: ['or'],
  and: [',', 'and'],
  /** Between two names that may be meant side by side. */
  beside: [',', 'and', 'with'],
  for: ['for'],
  value: ['in', 'for', 'from', 'via'],
  by: ['by', 'per', 'each', 'for each'],
  /** Between names: side by side. Before the last week or month: what is compared with. */
  versus: ['vs', 'versus', 'against'],
} as const;

/** What leaves something out, which no question can: no near word is what was meant. */
export const negations = [
  ...['not', 'no', 'non', 'nor', 'neither', 'never', 'nobody', 'nothing', 'none', 'no one', 'without', 'w o', 'minus'],
  ...[
    'except',
    'excepting',
    'exclude',
    'excludes',
    'excluding',
    'excluded',
    'excl',
    'ex',
    'ignore',
    'ignoring',
    'omit',
  ],
  ...['but', 'besides', 'other than', 'apart from', 'aside from', 'outside of', 'rather than', 'instead of'],
  ...["isn't", "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "hasn't", "haven't", "hadn't"],
  ...['isnt', 'arent', 'wasnt', 'werent', 'dont', 'doesnt', 'didnt', 'hasnt', 'havent', 'hadnt'],
  ...['!=', '≠', '<>'],
] as const;

/** Of these who has none of something can be told by who has the fewest. */
export const noneWords = ['no', 'zero'] as const;

/** Each stands for the others in what a number is called: "avg deal" is the average deal. */
export const averageWords = ['average', 'avg', 'mean'] as const;

/** "top 5" */
export const topWords = ['top'] as const;

/** Which groups come first, with or without how many: "worst products", "bottom 5 reps". The first of each is the one we write. */
export const orderWords = {
  best: ['best', 'strongest'],
  worst: ['worst', 'weakest', 'poorest', 'bottom'],
  lowest: ['lowest', 'least', 'fewest', 'smallest'],
} as const;

/** Before a breakdown, in place of "by": "which products sell worst". */
export const whichWords = ['which', 'what'] as const;

/** "by rep" in a word. */
export const whoWords = ['who', "who's", 'whos'] as const;

/** What stands behind a change is wanted. */
export const whyWords = ['why', 'how come', 'what changed', 'what moved', 'what happened'] as const;

export const pluralEnding = 's';

/** What a period is compared with, when it is not just the one before. The first of each is the one we write ourselves. */
export const againstWords = {
  /** Before "last week", "last month" and "last quarter". */
  before: ['vs', 'versus', 'against', 'compared to', 'compared with', 'than'],
  previous: ['vs previous period', 'vs last period', 'vs the period before', 'compared with the period before'],
  lastYear: [
    ...['vs last year', 'versus last year', 'against last year', 'compared to last year', 'compared with last year'],
    ...[
      'vs last yr',
      'vs ly',
      'vs a year ago',
      'vs the year before',
      'than last year',
      'year over year',
      'year on year',
      'yoy',
    ],
  ],
} as const;

/** Words that carry no meaning of their own in a question. */
export const fillers = [
  ...[',', 'a', 'am', 'an', 'and', 'are', 'as', 'at', 'been', 'can you', 'could you', 'did', 'do', 'does', 'doing'],
  ...['for', 'get', 'give', 'give me', 'going', 'got', 'had', 'has', 'have', 'how', 'how much', 'how many', 'in', 'is'],
  ...['it', 'kpi', 'kpis', 'made', 'make', 'makes', 'making', 'many', 'much', 'number', 'numbers', 'of', 'on'],
  ...[
    'please',
    'show',
    'show me',
    'so far',
    'stats',
    'tell',
    'tell me',
    'the',
    'there',
    'was',
    'were',
    'what',
    'which',
  ],
  ...['with', 'during', 'bring', 'brings', 'brought', 'most', 'highest', 'largest', 'biggest', 'so', 'low', 'high'],
  ...['down', 'up', 'falling', 'fallen', 'fell', 'dropping', 'dropped', 'lower', 'behind'],
  ...[
    'r',
    'u',
    'whats',
    'hows',
    'wheres',
    'pls',
    'plz',
    'gimme',
    'gimme the',
    'see',
    'total',
    'overall',
    'now',
    'right now',
    'sent',
  ],
  ...['currently', 'far', 'vs target', 'vs quota', 'vs goal', 'versus target', 'against target', 'against quota'],
  ...['to target', 'to quota', 'to goal', 'from target', 'from quota', 'from goal', 'on target', 'left to target'],
  ...['left to quota', 'left to goal', 'to go', 'left to go', 'on pace', 'pace'],
  ...['rising', 'risen', 'rose', 'higher', 'ahead', 'on track'],
  ...['hey', 'hi', 'hello', 'hit', 'hitting', 'reach', 'gonna', 'going to', 'compare', 'thanks', 'thx'],
] as const;

/** What people say who want to know what they can say. */
export const helpWords = [
  ...['help', 'hi', 'hello', 'hey', 'hello there', 'hi there', 'good morning', 'good afternoon', 'start'],
  ...['what can you do', 'how does this work', 'thanks', 'thank you', 'thx', 'ty', 'yo', 'hiya'],
] as const;

/** What `/kpi` begins with where it is more than a question; the first of each is the one we write. */
export const subcommandWords = {
  list: ['list', 'catalogue'],
  explain: ['explain'],
  leaderboard: [
    ...['leaderboard', 'leaderboards', 'leader board', 'best rep', 'best reps', 'best seller', 'best sellers'],
    ...['top rep', 'top reps', 'top seller', 'top sellers', 'top performer', 'top performers', 'ranking', 'rankings'],
    ...['team ranking', 'standings', 'best salesperson', 'best salespeople', 'in the lead', 'leading', 'winning'],
    ...[
      'who is winning',
      'whos winning',
      'whos best',
      'who is best',
      'who is the best',
      "who's best",
      "who's the best",
    ],
  ],
  report: ['report', 'reports'],
  sheet: ['sheet', '1:1', '1:1 sheet', '1:1 with', 'one on one', 'one on one with'],
} as const;

/** What may stand before them: "who is my best rep?", "show me the leaderboard". */
export const subcommandFillers = [
  ...['who', 'who is', "who's", 'whos', 'who are', 'show', 'show me', 'give me', 'please', 'my', 'our', 'the', 'a'],
] as const;

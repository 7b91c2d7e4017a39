import { alert } from './alert.ts';
import { answer } from './answer.ts';
import { askCustomers } from './ask-customers.ts';
import { chart } from './chart.ts';
import { cli } from './cli.ts';
import { demo } from './demo.ts';
import { explain } from './explain.ts';
import { form } from './form.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { imports } from './import.ts';
import { kpi } from './kpi.ts';
import { kpiCatalogue } from './kpi-catalogue.ts';
import { leaderboard } from './leaderboard.ts';
import { log } from './log.ts';
import { measures } from './measures.ts';
import { morning } from './morning.ts';
import { moved } from './moved.ts';
import { nps } from './nps.ts';
import { npsChannel } from './nps-channel.ts';
import { outgoing } from './outgoing.ts';
import { people } from './people.ts';
import { problem } from './problem.ts';
import { pulse } from './pulse.ts';
import { pulseBank } from './pulse-bank.ts';
import { pulseResults } from './pulse-results.ts';
import { question } from './question.ts';
import { quiet } from './quiet.ts';
import { records } from './records.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { salespulse } from './salespulse.ts';
import { sheet } from './sheet.ts';
import { slack } from './slack.ts';
import { standup } from './standup.ts';
import { target } from './target.ts';
import { targetHelp } from './target-help.ts';
import { targetNews } from './target-news.ts';
import { targetReview } from './target-review.ts';
import { teamTarget } from './team-target.ts';

/** The English catalogue: every text a person reads, as ICU messages, by area. */
export const en = {
  ...alert,
  ...answer,
  ...askCustomers,
  ...chart,
  ...cli,
  ...demo,
  ...explain,
  ...form,
  ...help,
  ...home,
  ...imports,
  ...kpi,
  ...kpiCatalogue,
  ...leaderboard,
  ...log,
  ...measures,
  ...outgoing,
  ...people,
  ...problem,
  ...pulse,
  ...pulseBank,
  ...pulseResults,
  ...quiet,
  ...question,
  ...records,
  ...morning,
  ...moved,
  ...nps,
  ...npsChannel,
  ...report,
  ...review,
  ...salespulse,
  ...sheet,
  ...target,
  ...targetHelp,
  ...targetNews,
  ...targetReview,
  ...teamTarget,
  ...slack,
  ...standup,
} as const;

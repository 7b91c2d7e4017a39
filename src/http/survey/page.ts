/** The customer's page: plain HTML that works without a script, in any browser and in a screen reader. */
import { directionOf } from '../../language/direction.ts';
import { html } from '../../language/html.ts';
import { text } from '../../language/text.ts';
import { LONGEST_COMMENT } from '../../surveys/customers/answers.ts';
import { type Instrument, mostOf, scoresOf } from '../../surveys/customers/instruments.ts';
import type { Filled } from './form.ts';
import { style } from './style.ts';

/** The words of a page. */
export interface Words {
  title: string;
  body: string;
}

/** A whole page. @param language the language of its words, BCP 47 */
export const pageOf = ({ title, body }: Words, language = 'en'): string => `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 id="question">${html(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** A question with what was filled in so far. */
export interface Question {
  workspace: string;
  instrument: Instrument;
  /** The number chosen; at first the one in an e-mail's link. */
  score: number | null;
  comment: string;
  /** Whether it was sent without a number. */
  isLacking: boolean;
}

/**
 * The question, its numbers and the comment in one form, so that choosing another number loses nothing. Opening it
 * records nothing, because programs that scan links in e-mails do that, too; only sending counts.
 */
export function questionPage({ workspace, instrument, score, comment, isLacking }: Question): Words {
  const most = mostOf({ instrument });
  const numbers = scoresOf(instrument).map((each) => number(each, most, each === score));
  const [least, best] = [text(`nps.page.least.${instrument}`), text(`nps.page.most.${instrument}`)];
  const hint = isLacking
    ? `<p class="fault" role="alert">${html(text('nps.page.lacking'))}</p>`
    : `<p>${html(text('nps.page.hint'))}</p>`;
  return {
    title: text(`nps.page.question.${instrument}`, { workspace }),
    body: `${hint}
<form method="post" action="?">
<fieldset aria-labelledby="question" aria-describedby="ends reader">
${numbers.join('\n')}
</fieldset>
<div class="ends" id="ends"><span>${html(least)}</span><span>${html(best)}</span></div>
${why(comment)}
<p class="reader" id="reader">${html(text('nps.page.reader', { workspace }))}</p>
<button>${html(text('nps.page.send', { score: 'none' }))}</button>
<button class="quiet" name="decline" value="yes" formnovalidate>${html(text('nps.page.decline'))}</button>
</form>`,
  };
}

function number(score: number, most: number, isChosen: boolean): string {
  const spoken = html(text('nps.page.spoken', { score, most }));
  const chosen = isChosen ? ' checked' : '';
  return `<label class="number"><input type="radio" name="score" value="${score}" required aria-label="${spoken}"${chosen}><span>${score}</span></label>`;
}

/** @param comment what was written before */
const why = (comment: string) => `<label for="comment">${html(text('nps.page.why'))}</label>
<textarea id="comment" name="comment" maxlength="${LONGEST_COMMENT}" dir="auto">${html(comment)}</textarea>`;

/**
 * For failures on our side where the question cannot be found: shows again what was filled in, to send it once more
 * with the same button.
 *
 * @param filled null: nothing was sent
 *
 * @param chosen the number in the link that was opened
 */
export function failedPage(filled: Filled | null, chosen: number | null): Words {
  const said = filled === null ? 'reading' : typeof filled === 'string' ? 'declining' : 'sending';
  const again = `<p><a class="again" href="?${chosen === null ? '' : `score=${chosen}`}">${html(text('nps.page.again'))}</a></p>`;
  const way = filled === null ? again : typeof filled === 'string' ? declineAgain : sendAgain(filled);
  return { title: text('nps.page.failed'), body: `<p>${html(text(`nps.page.failed.${said}`))}</p>\n${way}` };
}

const sendAgain = ({ score, comment }: Exclude<Filled, string>) => `<form method="post" action="?">
${score === null ? '' : `<input type="hidden" name="score" value="${score}">`}
${why(comment)}
<button>${html(text('nps.page.send', { score: score ?? 'none' }))}</button>
</form>`;

const declineAgain = `<form method="post" action="?">
<input type="hidden" name="decline" value="yes">
<button class="quiet">${html(text('nps.page.decline'))}</button>
</form>`;

/** A page with a message only. */
export function sayingPage(
  what: 'thanks' | 'declined' | 'unsubscribed' | 'expired' | 'unknown' | 'broken',
  workspace: string,
): Words {
  const more = `<p>${html(text(`nps.page.${what}.more`, { workspace }))}</p>`;
  const back = `<p><a class="again" href="?${AFTER_ALL}">${html(text('nps.page.after_all'))}</a></p>`;
  return {
    title: text(`nps.page.${what}`, { workspace }),
    body: what === 'declined' ? `${more}\n${back}` : more,
  };
}

/** In the address when somebody who declined wants to answer after all. */
export const AFTER_ALL = 'answer';

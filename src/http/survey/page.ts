/** The customer's page: plain HTML that works without a script, in any browser and in a screen reader. */
import { directionOf } from '../../language/direction.ts';
import { html } from '../../language/html.ts';
import { text } from '../../language/text.ts';
import { LONGEST_COMMENT } from '../../surveys/customers/answers.ts';
import { type Instrument, mostOf, scoresOf } from '../../surveys/customers/instruments.ts';
import type { Filled } from './form.ts';
import { style } from './style.ts';

/** What a page has to say. */
export interface Words {
  title: string;
  body: string;
}

/** A whole page. @param language of its words, BCP 47 */
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

/**
 * The question with its numbers, which are links: opening one only shows it as chosen, as programs that look at links in
 * e-mails do, too. What is sent is sent with the button.
 */
export function questionPage(workspace: string, chosen: number | null, instrument: Instrument): Words {
  const most = mostOf({ instrument });
  const links = scoresOf(instrument).map((score) => numberLink(score, most, score === chosen));
  const [least, best] = [text(`nps.page.least.${instrument}`), text(`nps.page.most.${instrument}`)];
  const ends = `<div class="ends"><span>${html(least)}</span><span>${html(best)}</span></div>`;
  return {
    title: text(`nps.page.question.${instrument}`, { workspace }),
    body: [
      `<nav aria-labelledby="question">\n<ul>\n${links.join('\n')}\n</ul>\n${ends}\n</nav>`,
      chosen === null ? `<p>${html(text('nps.page.choose'))}</p>` : sendForm(chosen),
      declineForm,
    ].join('\n'),
  };
}

function numberLink(score: number, most: number, isChosen: boolean): string {
  const spoken = html(text('nps.page.spoken', { score, most }));
  return `<li><a href="?score=${score}" aria-label="${spoken}"${isChosen ? ' aria-current="true"' : ''}>${score}</a></li>`;
}

/** @param comment what was written into it before */
const sendForm = (score: number, comment = '') => `<form method="post" action="?">
<input type="hidden" name="score" value="${score}">
<label for="comment">${html(text('nps.page.why', { score }))}</label>
<textarea id="comment" name="comment" maxlength="${LONGEST_COMMENT}" dir="auto">${html(comment)}</textarea>
<button>${html(text('nps.page.send', { score }))}</button>
</form>`;

const declineForm = `<form method="post" action="?">
<input type="hidden" name="decline" value="yes">
<button class="quiet">${html(text('nps.page.decline'))}</button>
</form>`;

/**
 * When something goes wrong on our side: what was filled in stands there again, and is sent once more with the same button.
 *
 * @param filled null: nothing was sent
 * @param chosen the number that was opened
 */
export function failedPage(filled: Filled | null, chosen: number | null): Words {
  const said = filled === null ? 'reading' : typeof filled === 'string' ? 'declining' : 'sending';
  const again = `<p><a class="again" href="?${chosen === null ? '' : `score=${chosen}`}">${html(text('nps.page.again'))}</a></p>`;
  const way =
    filled === null ? again : typeof filled === 'string' ? declineForm : sendForm(filled.score, filled.comment);
  return { title: text('nps.page.failed'), body: `<p>${html(text(`nps.page.failed.${said}`))}</p>\n${way}` };
}

/** A page that only says something. */
export const sayingPage = (
  what: 'thanks' | 'declined' | 'unsubscribed' | 'expired' | 'unknown' | 'broken',
  workspace: string,
): Words => ({
  title: text(`nps.page.${what}`, { workspace }),
  body: `<p>${html(text(`nps.page.${what}.more`, { workspace }))}</p>`,
});

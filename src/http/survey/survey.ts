/** The customer's survey over HTTP: opening it only shows it, and only sending the form records anything. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { localDay } from '../../calendar/local-day.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { ownerOf } from '../../records/customer-owner.ts';
import { receiveAnswer } from '../../schedule/case-news.ts';
import { LONGEST_COMMENT } from '../../surveys/customers/answers.ts';
import { instrumentOf, isOnScale } from '../../surveys/customers/instruments.ts';
import { declineLink, findLink, type OpenedLink, useLink } from '../../surveys/customers/links.ts';
import { LINKS, verifyLinkPath } from '../../surveys/customers/signed-link.ts';
import { unsubscribe } from '../../surveys/customers/unsubscribed.ts';
import { type Filled, filledForm, scoreIn } from './form.ts';
import { createGuesses } from './guesses.ts';
import { AFTER_ALL, failedPage, pageOf, type Question, questionPage, sayingPage, type Words } from './page.ts';
import { contentSecurityPolicy } from './style.ts';

export interface SurveyInput {
  db: Database;
  linkSecret: string;
  clock: Clock;
}

export interface Survey {
  /** Answers requests about a customer's link. False: it is about something else. */
  answers(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

export function createSurvey({ db, linkSecret, clock }: SurveyInput): Survey {
  const guesses = createGuesses(clock);

  async function respond(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = verifyLinkPath(path, linkSecret);
    if (!name) {
      page(response, guesses.tooMany(request.socket.remoteAddress ?? '') ? 429 : 404, sayingPage('unknown', ''));
      return;
    }
    const query = new URLSearchParams(request.url?.split('?')[1]);
    const chosen = scoreIn(query);
    // Read first, so that it can be given back whatever fails later.
    const filled = request.method === 'POST' ? await filledForm(request) : null;
    try {
      const opened = await findLink(db, name, clock());
      if (!opened) page(response, 404, sayingPage('unknown', ''));
      else if (request.method === 'POST') await submitted(opened, path, filled, response);
      else if (request.method === 'GET' || request.method === 'HEAD')
        show(opened, { chosen, isAfterAll: query.has(AFTER_ALL) }, response);
      else page(response, 405, sayingPage('broken', opened.workspace));
    } catch (cause) {
      // The customer gets back what they typed; the cause goes to the log.
      if (!response.headersSent) page(response, 500, failedPage(filled, chosen));
      throw cause;
    }
  }

  async function submitted(opened: OpenedLink, path: string, filled: Filled | null, response: ServerResponse) {
    if (filled === 'unsubscribed') {
      await unsubscribe(db, opened.link, clock());
      // E-mail programs do not follow redirects here.
      page(response, 200, sayingPage('unsubscribed', opened.workspace));
      return;
    }
    if (opened.state === 'expired') {
      show(opened, { chosen: null, isAfterAll: false }, response);
      return;
    }
    if (filled === null) {
      page(response, 400, sayingPage('broken', opened.workspace));
      return;
    }
    if (filled === 'declined') await declineLink(db, opened.link, clock());
    else if (opened.state !== 'used') {
      const { score, comment } = filled;
      if (score === null || !isOnScale(score, opened.link)) {
        // The form comes back with what they wrote.
        page(response, 400, questionOf(opened, { score: null, comment, isLacking: true }));
        return;
      }
      await record(opened, { score, comment });
    }
    // A redirect, so that reloading sends nothing again.
    response.writeHead(303, { ...headers, location: path.split('/').at(-1) });
    response.end();
  }

  /** If two are sent at once, one counts, and both get the same thanks. */
  async function record({ link }: OpenedLink, { score, comment }: { score: number; comment: string }) {
    const now = clock();
    await db.$transaction(async (tx) => {
      if (!(await useLink(tx, link, now))) return;
      const { workspaceId, customerId, respondent } = link;
      const instrument = instrumentOf(link.instrument);
      const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
      const today = localDay(now, workspace.zone).toString();
      const memberId = await ownerOf(tx, workspaceId, customerId, today);
      const said = { score, comment: comment.slice(0, LONGEST_COMMENT) || null };
      const whose = { customerId, respondent, memberId, typedById: null };
      const answer = { source: 'link' as const, externalId: link.id, instrument, ...said, ...whose };
      await receiveAnswer(tx, workspace, answer, link.askedById, now);
    });
  }

  return {
    async answers(path, request, response) {
      if (!path.startsWith(LINKS)) return false;
      await respond(path, request, response);
      return true;
    },
  };
}

const questionOf = ({ link, workspace }: OpenedLink, filled: Omit<Question, 'workspace' | 'instrument'>): Words =>
  questionPage({ workspace, instrument: instrumentOf(link.instrument), ...filled });

interface Wish {
  /** The number in the address. */
  chosen: number | null;
  isAfterAll: boolean;
}

function show(opened: OpenedLink, { chosen, isAfterAll }: Wish, response: ServerResponse): void {
  const { link, state, workspace } = opened;
  const score = chosen !== null && isOnScale(chosen, link) ? chosen : null;
  const isAsked = state === 'open' || (state === 'declined' && (score !== null || isAfterAll));
  const said = state === 'used' ? 'thanks' : state === 'expired' ? 'expired' : 'declined';
  const words = isAsked ? questionOf(opened, { score, comment: '', isLacking: false }) : sayingPage(said, workspace);
  page(response, state === 'expired' ? 410 : 200, words);
}

/** For a personal page: not cached, not indexed, and its address not passed on to other sites. */
const headers = {
  'content-security-policy': contentSecurityPolicy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

function page(response: ServerResponse, status: number, words: Words): void {
  const body = pageOf(words);
  response.writeHead(status, {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

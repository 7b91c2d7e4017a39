/** A single meaning in words that mean nothing else. */
import type { PeriodSpec } from '../../calendar/period-spec.ts';
import { activityWords, callingTimesWords, funnelWords } from '../../language/en/kpi-words.ts';
import { monthWords, periodWords, unitWords, weekdayWords } from '../../language/en/period-words.ts';
import { againstWords, markers, orderWords, topWords, whoseWords, whyWords } from '../../language/en/question-words.ts';
import { againstLast } from './language-phrases.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { meaningsOf } from './phrases.ts';
import { same } from './same.ts';
import { tokenise, wordsOf } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The plainest (or the strictest) words whose only meaning is the given one: "Anna Smith", else "@Anna Smith", else
 * "@" and her id. Null when the vocabulary has no words for it.
 */
export function wordsFor(
  meaning: Meaning,
  style: 'plain' | 'strict',
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): string | null {
  const ways = waysToSay(meaning, vocabulary, lexicon);
  const settles = (words: string) => meansOnly(words, meaning, lexicon);
  return (style === 'plain' ? ways.find(settles) : ways.findLast(settles)) ?? null;
}

/** Whether some words are one phrase with this meaning alone. */
export function meansOnly(words: string, meaning: Meaning, lexicon: Lexicon): boolean {
  const meanings = meaningsOf(
    tokenise(words, (phrase) => lexicon.has(phrase)),
    lexicon,
  );
  return meanings.length === 1 && meanings.every((each) => same(each, meaning));
}

/** Plainest first. */
function waysToSay(meaning: Meaning, vocabulary: Vocabulary, lexicon: Lexicon): string[] {
  const { members, teams, dimensions, values } = vocabulary;
  switch (meaning.kind) {
    case 'kpi':
      return [meaning.id, `${markers.kpi[0]} ${meaning.id}`];
    case 'funnel':
      return [...funnelWords[meaning.funnel]];
    case 'callingTimes':
      return [...callingTimesWords];
    case 'activity':
      return [...activityWords[meaning.type].words];
    case 'member': {
      const { name = '', slackUserId = null } = members.find(({ id }) => id === meaning.id) ?? {};
      const [at] = markers.member;
      const names = [name, at + name, at + wordsOf(name).join(' ')];
      return [...names, ...(slackUserId === null ? [] : [`<@${slackUserId}>`]), at + meaning.id];
    }
    case 'team': {
      const name = teams.find(({ id }) => id === meaning.id)?.name ?? '';
      const [mark] = markers.team;
      const marked = [name, wordsOf(name).join(' '), meaning.id].map((each) => `${mark} ${each}`);
      return wordsOf(name).includes(mark) ? [name, ...marked] : marked;
    }
    case 'period': {
      const words = periodInWords(meaning.period);
      return [words, ...markers.period.map((mark) => `${mark} ${words}`)];
    }
    case 'by': {
      const words = dimensions.find(({ id }) => id === meaning.by)?.words ?? [];
      return [meaning.by, ...words].map((each) => `${markers.by[0]} ${each}`);
    }
    case 'forMember': {
      const ways = waysToSay({ kind: 'member', id: meaning.id }, vocabulary, lexicon);
      return ways.map((each) => `${markers.for[0]} ${each}`);
    }
    case 'where': {
      const value = values.find(({ by, keys }) => by === meaning.by && same(keys, meaning.keys));
      const [dimension = meaning.by] = dimensions.find(({ id }) => id === meaning.by)?.words ?? [];
      const names = [...(value?.words ?? []), ...(value?.words ?? []).map((each) => wordsOf(each).join(' '))];
      return [...names, ...meaning.keys].map((each) => `${markers.where[0]} ${dimension} = ${each}`);
    }
    case 'top':
      return [`${topWords[0]} ${meaning.n}`];
    case 'rank':
      return [`${markers.by[0]} ${meaning.id}`];
    case 'against':
      return meaning.unit ? againstLast(meaning.unit) : [againstWords[meaning.against][0]];
    case 'versus': {
      const sides = meaning.sides.map((side) => wordsFor(side, 'plain', vocabulary, lexicon));
      return sides.every((side) => side !== null) ? [sides.join(` ${markers.versus[0]} `)] : [];
    }
    case 'me':
    case 'ownTeam':
    case 'workspace':
      return [whoseWords[meaning.kind][0]];
    case 'order':
      return [...orderWords[meaning.order]];
    case 'why':
      return [...whyWords];
    case 'ordered':
    case 'uncounted':
    case 'yearless':
    case 'filler':
      return [];
  }
}

export function periodInWords(period: PeriodSpec): string {
  switch (period.kind) {
    case 'this':
      return period.unit === 'day' ? periodWords.today[0] : `${periodWords.this[0]} ${unitWords[period.unit][0]}`;
    case 'last':
      return period.unit === 'day' ? periodWords.yesterday[0] : `${periodWords.last[0]} ${unitWords[period.unit][0]}`;
    case 'next':
      return period.unit === 'day' ? periodWords.tomorrow[0] : `${periodWords.next[0]} ${unitWords[period.unit][0]}`;
    case 'weekday': {
      const [name = ''] = weekdayWords[period.weekday - 1] ?? [];
      return period.isOver ? `${periodWords.last[0]} ${name}` : name;
    }
    case 'toDate':
      return periodWords.toDate[period.unit][0];
    case 'trailing':
      return `${periodWords.last[0]} ${period.n} ${unitWords[period.unit][period.n === 1 ? 0 : 1]}`;
    case 'month': {
      if (period.year !== undefined) return `${period.year}-${String(period.month).padStart(2, '0')}`;
      const names = period.calendar && monthWords[period.calendar][period.month - 1];
      return names?.[0] ?? `${unitWords.month[0]} ${period.month}`;
    }
    case 'quarter': {
      const quarter = `${periodWords.quarter.toUpperCase()}${period.quarter}`;
      return period.year === undefined ? quarter : `${period.year}-${quarter}`;
    }
    case 'year':
      return String(period.year);
    case 'between':
      return period.from === period.through ? period.from : `${period.from}..${period.through}`;
  }
}

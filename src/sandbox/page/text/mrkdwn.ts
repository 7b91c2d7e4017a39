/**
 * Reads Slack's mrkdwn into a tree; drawing it is Mrkdwn.tsx's part.
 * Marks count only at the edges of words and never across lines, as in Slack: `snake_case_name` and `2 * 3 * 4` stay as they are.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'emoji'; name: string }
  | { kind: 'link'; url: string; label?: Inline[] }
  | { kind: 'user' | 'channel' | 'usergroup'; id: string; label?: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; timestamp: number; format: string; fallback: string; url?: string };

export type Paragraph =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'preformatted'; text: string };

interface Rule {
  pattern: RegExp;
  read: (match: RegExpExecArray) => Inline;
}

/** Between two marks: whole `<…>` and `` `…` `` units first, so that a mark inside an address or code does not end the pair. */
function marked(mark: string): RegExp {
  const unit = '<[^<>\\n]*>|`[^`\\n]+`';
  // Each character is either in a unit or not, never both: an ambiguous pattern would try every combination before it fails.
  const inside = `(?:${unit}|(?!${unit})[^${mark}\\n])+?`;
  const edge = `[\\p{L}\\p{N}${mark}]`;
  return new RegExp(`(?<!${edge})[${mark}](?![\\s${mark}])(${inside})(?<!\\s)[${mark}](?!${edge})`, 'uy');
}

const style = (kind: 'bold' | 'italic' | 'strike', mark: string): Rule => ({
  pattern: marked(mark),
  read: (match) => ({ kind, children: parseInline(match[1] ?? '') }),
});

const rules: Rule[] = [
  { pattern: /`([^`\n]+)`/y, read: (match) => ({ kind: 'code', text: unescapeText(match[1] ?? '') }) },
  { pattern: /<([^<>\n]+)>/y, read: (match) => parseAngle(match[1] ?? '') },
  {
    pattern: /:([\p{L}\p{N}_+'-]+(?:::skin-tone-[2-6])?):/uy,
    read: (match) => ({ kind: 'emoji', name: match[1] ?? '' }),
  },
  style('bold', '*'),
  style('italic', '_'),
  style('strike', '~'),
];

/** Text as people typed or read it: Slack escapes these three characters and no other. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function parseInline(source: string): Inline[] {
  const found: Inline[] = [];
  let plainFrom = 0;
  let at = 0;
  const flush = () => {
    if (at > plainFrom) found.push({ kind: 'text', text: unescapeText(source.slice(plainFrom, at)) });
  };
  while (at < source.length) {
    const hit = firstMatch(source, at);
    if (hit) {
      flush();
      found.push(hit.node);
      at += hit.length;
      plainFrom = at;
    } else at += 1;
  }
  flush();
  return found;
}

function firstMatch(source: string, at: number): { node: Inline; length: number } | undefined {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) return { node: read(match), length: match[0].length };
  }
  return undefined;
}

/** What stands between `<` and `>`: a mention, a command such as `!date`, or an address. */
function parseAngle(inside: string): Inline {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : inside.slice(bar + 1);
  const named = label === undefined ? {} : { label: unescapeText(label) };
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), ...named };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), ...named };
  if (target.startsWith('!subteam^')) return { kind: 'usergroup', id: target.slice('!subteam^'.length), ...named };
  if (target.startsWith('!date^')) return parseDate(target, label ?? '');
  if (target.startsWith('!')) return { kind: 'broadcast', range: target.slice(1) };
  return { kind: 'link', url: unescapeText(target), ...(label === undefined ? {} : { label: parseInline(label) }) };
}

function parseDate(target: string, fallback: string): Inline {
  const [, seconds = '', format = '', url] = target.split('^');
  return {
    kind: 'date',
    timestamp: Number(seconds),
    format: unescapeText(format),
    fallback: unescapeText(fallback),
    ...(url ? { url: unescapeText(url) } : {}),
  };
}

/** Splits off ``` fences and quoted lines; what remains is paragraphs whose line breaks are kept. */
export function parseMrkdwn(source: string): Paragraph[] {
  return source.split(/\n?```\n?([\s\S]*?)\n?```[ \n]?/).flatMap((part, index): Paragraph[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: unescapeText(part) }];
    return part === '' ? [] : parseLines(part);
  });
}

const QUOTE = /^(?:&gt;|>) ?/;
const QUOTE_REST = /(?:^|\n)(?:&gt;|>){3} ?/;

function parseLines(source: string): Paragraph[] {
  const rest = QUOTE_REST.exec(source);
  if (rest) {
    const before = source.slice(0, rest.index);
    const quoted = source.slice(rest.index + rest[0].length);
    return [...(before ? parseLines(before) : []), { kind: 'quote', children: parseInline(quoted) }];
  }
  const runs: { quoted: boolean; lines: string[] }[] = [];
  for (const line of source.split('\n')) {
    const quoted = QUOTE.test(line);
    const text = quoted ? line.replace(QUOTE, '') : line;
    const last = runs.at(-1);
    if (last?.quoted === quoted) last.lines.push(text);
    else runs.push({ quoted, lines: [text] });
  }
  return runs.map(({ quoted, lines }) => ({
    kind: quoted ? 'quote' : 'paragraph',
    children: parseInline(lines.join('\n')),
  }));
}

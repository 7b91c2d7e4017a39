import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline, parseMrkdwn, unescapeText } from '../../../src/sandbox/page/text/mrkdwn.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('marks in mrkdwn', () => {
  it.each([
    ['*bold*', [{ kind: 'bold', children: [text('bold')] }]],
    ['_italic_', [{ kind: 'italic', children: [text('italic')] }]],
    ['~struck~', [{ kind: 'strike', children: [text('struck')] }]],
    ['`co*d*e`', [{ kind: 'code', text: 'co*d*e' }]],
    ['*_both_*', [{ kind: 'bold', children: [{ kind: 'italic', children: [text('both')] }] }]],
    ['(*bold*).', [text('('), { kind: 'bold', children: [text('bold')] }, text(').')]],
    [':tada: done', [{ kind: 'emoji', name: 'tada' }, text(' done')]],
  ])('%s is drawn', (source, nodes) => {
    expect(parseInline(source)).toEqual(nodes);
  });

  it.each(['snake_case_name', '2 * 3 * 4', '* not bold*', '*not bold *', '*two\nlines*', 'a*b*c', '**', '10:30', '`'])(
    '%j stays as it was written',
    (source) => {
      expect(parseInline(source)).toEqual([text(source)]);
    },
  );

  it('does not end a pair at a mark inside an address', () => {
    expect(parseInline('_see <https://a.test/x_y|here>_')).toEqual([
      {
        kind: 'italic',
        children: [text('see '), { kind: 'link', url: 'https://a.test/x_y', label: [text('here')] }],
      },
    ]);
  });

  it('is not stuck on a mark that never ends', () => {
    const links = '<https://a.test>`b`'.repeat(500);
    expect(parseInline(`*${links}`)[0]).toEqual(text('*'));
  });

  it('shows escaped characters and never takes them for marks', () => {
    expect(parseInline('&lt;!channel&gt; &amp;amp;')).toEqual([text('<!channel> &amp;')]);
  });

  it('keeps every character of a text without marks', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abc éß漢 .,;()\n') });
    fc.assert(
      fc.property(plain, (words) => {
        const read = parseInline(words);
        expect(read).toEqual(words === '' ? [] : [text(words)]);
      }),
    );
  });

  it('reads whatever is written without failing', () => {
    const wild = fc.string({ unit: fc.constantFrom(...'a1 *_~`<>@#!|^:&;\n'), maxLength: 200 });
    fc.assert(
      fc.property(wild, (words) => {
        expect(Array.isArray(parseMrkdwn(words))).toBe(true);
      }),
    );
  });
});

describe('what stands between angle brackets', () => {
  it.each([
    ['<@U1>', { kind: 'user', id: 'U1' }],
    ['<@U1|dana>', { kind: 'user', id: 'U1', label: 'dana' }],
    ['<#C1|sales>', { kind: 'channel', id: 'C1', label: 'sales' }],
    ['<!subteam^S1|@closers>', { kind: 'usergroup', id: 'S1', label: '@closers' }],
    ['<!here>', { kind: 'broadcast', range: 'here' }],
    ['<https://a.test?a=1&amp;b=2>', { kind: 'link', url: 'https://a.test?a=1&b=2' }],
    [
      '<!date^1392734382^{date} at {time}^https://a.test|long ago>',
      {
        kind: 'date',
        timestamp: 1392734382,
        format: '{date} at {time}',
        url: 'https://a.test',
        fallback: 'long ago',
      },
    ],
  ])('%s', (source, node) => {
    expect(parseInline(source)).toEqual([node]);
  });
});

describe('paragraphs', () => {
  it('gathers quoted lines and keeps the others apart', () => {
    expect(parseMrkdwn('before\n&gt; one\n> two\nafter')).toEqual([
      { kind: 'paragraph', children: [text('before')] },
      { kind: 'quote', children: [text('one\ntwo')] },
      { kind: 'paragraph', children: [text('after')] },
    ]);
  });

  it('quotes all that follows three angle brackets', () => {
    expect(parseMrkdwn('before\n&gt;&gt;&gt;one\ntwo')).toEqual([
      { kind: 'paragraph', children: [text('before')] },
      { kind: 'quote', children: [text('one\ntwo')] },
    ]);
  });

  it('leaves a fence as it is, marks and all', () => {
    expect(parseMrkdwn('see ```\n*a*  &lt;b&gt;\n``` there')).toEqual([
      { kind: 'paragraph', children: [text('see ')] },
      { kind: 'preformatted', text: '*a*  <b>' },
      { kind: 'paragraph', children: [text('there')] },
    ]);
  });
});

it('undoes exactly the escaping that Slack asks for', () => {
  const escapeText = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&;amplgt ') }), (words) => {
      expect(unescapeText(escapeText(words))).toBe(words);
    }),
  );
});

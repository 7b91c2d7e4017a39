import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BlockList } from '../../../src/sandbox/page/blocks/BlockList.tsx';
import { Surface, Workspace } from '../../../src/sandbox/page/context.ts';
import { DANA, RAVI } from './people.ts';

function draw(...blocks: unknown[]): string {
  return renderToStaticMarkup(
    <Workspace
      value={{
        me: DANA,
        users: [DANA, RAVI],
        conversations: [],
        channels: [{ id: 'C0NORTH', name: 'sales-north' }],
        aheadMs: 0,
      }}
    >
      <Surface value={{ act: async () => undefined }}>
        <BlockList blocks={blocks} />
      </Surface>
    </Workspace>,
  );
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('blocks on the page', () => {
  it('names what it cannot draw, rather than leaving it out', () => {
    expect(draw({ type: 'data_visualization' })).toContain('Can’t draw block type data_visualization');
    expect(draw('no block at all')).toContain('Can’t draw block without a type');
    const accessory = { type: 'datetimepicker', action_id: 't' };
    expect(draw({ ...section('at'), accessory })).toContain('Can’t draw element type datetimepicker');
  });

  it('shows markup in a text as text', () => {
    expect(draw(section('<b>bold</b> &lt;script&gt;'))).not.toMatch(/<b>|<script>/);
    expect(draw({ type: 'markdown', text: '<img src=x onerror=alert(1)>' })).not.toContain('<img');
  });

  it('shows the address of a link that would run a script, and does not follow it', () => {
    const drawn = draw(section('<javascript:alert(1)|press me>'), {
      type: 'markdown',
      text: '[x](javascript:alert(1))',
    });
    expect(drawn).toContain('press me');
    expect(drawn).not.toContain('href');
  });

  it('gets every picture from the sandbox, with its words', () => {
    const drawn = draw(
      { type: 'image', image_url: 'https://a.test/c.png?x=1', alt_text: 'A rising line' },
      { type: 'image', slack_file: { id: 'F1' }, alt_text: 'A bar' },
      { type: 'image', slack_file: { url: 'https://files.test/T1-F2ABC/c.png' }, alt_text: 'A pie' },
    );
    expect(drawn).toContain('src="/sandbox/proxy?url=https%3A%2F%2Fa.test%2Fc.png%3Fx%3D1" alt="A rising line"');
    expect(drawn).toContain('src="/sandbox/file/F1?as=U1" alt="A bar"');
    expect(drawn).toContain('src="/sandbox/file/F2ABC?as=U1" alt="A pie"');
  });

  it('names a channel one is not in, as Slack does of public ones', () => {
    expect(draw(section('read in <#C0NORTH>'))).toContain('#sales-north<');
  });

  it('marks mentions of oneself apart from those of others', () => {
    expect(draw(section('<@U1>'))).toBe(draw(section('<@U1|old name>')));
    expect(draw(section('<@U1>'))).toContain('<span class="mention mention-me">@Dana Whitfield</span>');
    expect(draw(section('<@U2>'))).toContain('<span class="mention">@Ravi Menon</span>');
  });

  it('aligns a table’s columns as told and names them by its first row', () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const rows = [
      [cell('Rep'), cell('Won')],
      [cell('Dana'), { type: 'raw_number', value: 1200, text: '1,200' }],
    ];
    const drawn = draw({ type: 'table', rows, column_settings: [{}, { align: 'right' }] });
    expect(drawn).toMatch(/<th scope="col" style="text-align:right[^"]*">Won<\/th>/);
    expect(drawn).toMatch(/<td style="text-align:right[^"]*">1,200<\/td>/);
  });

  it('nests rich text lists by their indent and keeps styles', () => {
    const item = (text: string, style = {}) => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text, style }],
    });
    const elements = [
      { type: 'rich_text_list', style: 'ordered', elements: [item('one', { bold: true, strike: true })] },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [item('two')] },
    ];
    const drawn = draw({ type: 'rich_text', elements });
    expect(drawn).toContain('<li><b><s>one</s></b></li>');
    expect(drawn).toMatch(/<ul class="depth-1" style="margin-inline-start:28px">/);
  });
});

import type { TableBlock as Block } from '@slack/types';
import { PlainText } from '../text/PlainText.tsx';
import { RichText } from './RichText.tsx';

type Cell = Block['rows'][number][number];

/** A grid whose first row names the columns. It scrolls sideways by itself where the screen is narrow. */
export function TableBlock({ block }: { block: Block }) {
  const [head = [], ...body] = block.rows;
  const style = (column: number) => {
    const setting = block.column_settings?.[column];
    return { textAlign: setting?.align ?? 'left', whiteSpace: setting?.is_wrapped ? 'normal' : 'nowrap' } as const;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="block-table" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell's name is its place
              <th key={column} scope="col" style={style(column)}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's name is its place
            <tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell's name is its place
                <td key={column} style={style(column)}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellView({ cell }: { cell: Cell }) {
  return cell.type === 'rich_text' ? <RichText block={cell} /> : <PlainText text={cell.text} />;
}

import type { PageView } from '../../protocol.ts';
import { BlockList } from '../blocks/BlockList.tsx';
import { Surface } from '../context.ts';
import { useView } from '../modal/useView.ts';

interface Props {
  home: PageView | undefined;
  onRefused: (why: string) => void;
}

/** The app's own page, as it last published it to this person. */
export function HomeTab({ home, onRefused }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="home" aria-label="Home" tabIndex={0}>
      {home ? <HomeView key={home.id} home={home} onRefused={onRefused} /> : <p className="empty">Nothing here yet</p>}
    </section>
  );
}

function HomeView({ home, onRefused }: { home: PageView; onRefused: (why: string) => void }) {
  const { surface } = useView(home, onRefused);
  return (
    <div className="body">
      <Surface value={surface}>
        <BlockList blocks={home.blocks} />
      </Surface>
    </div>
  );
}

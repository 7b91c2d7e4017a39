import type { Message, SharedFile } from '../../protocol.ts';
import { BlockList } from '../blocks/BlockList.tsx';
import { useWorkspace } from '../context.ts';
import { fileAddress } from '../elements/imageAddress.ts';
import { Zoomable } from '../elements/Zoomable.tsx';
import { Mrkdwn } from '../text/Mrkdwn.tsx';

/** What was said: the blocks where there are any, else the text; then what was attached. */
export function MessageBody({ message }: { message: Message }) {
  return (
    <div className="body">
      {message.blocks?.length ? <BlockList blocks={message.blocks} /> : <Mrkdwn text={message.text} />}
      {message.edited && <span className="edited">(edited)</span>}
      {message.files?.map((file) => (
        <FileView key={file.id} file={file} />
      ))}
    </div>
  );
}

function FileView({ file }: { file: SharedFile }) {
  const { me } = useWorkspace();
  const address = fileAddress(file.id, me.id);
  return (
    <figure className="block-image">
      <figcaption>
        <a href={address} target="_blank" rel="noreferrer">
          {file.title}
        </a>
      </figcaption>
      {file.width && <Zoomable src={address} alt={file.title} width={file.width} height={file.height} />}
    </figure>
  );
}

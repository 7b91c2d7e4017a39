import type { Message, SharedFile } from '../../protocol.ts';
import { BlockList } from '../blocks/BlockList.tsx';
import { useWorkspace } from '../context.ts';
import { fileAddress } from '../elements/imageAddress.ts';
import { Zoomable } from '../elements/Zoomable.tsx';
import { Mrkdwn } from '../text/Mrkdwn.tsx';

/**
 * What was said, then what was attached. An app's blocks stand for its text; a person's text is drawn as typed, since the
 * blocks Slack adds to it only repeat it.
 */
export function MessageBody({ message }: { message: Message }) {
  const blocks = message.isBot ? message.blocks : undefined;
  return (
    <div className="body">
      {blocks?.length ? <BlockList blocks={blocks} /> : <Mrkdwn text={message.text} />}
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

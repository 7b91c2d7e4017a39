import type { TextObject } from '@slack/types';
import { Mrkdwn } from './Mrkdwn.tsx';
import { PlainText } from './PlainText.tsx';

/** A text object of either kind. */
export function TextView({ text }: { text: TextObject }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} />;
  return (
    <div className="text">
      <PlainText text={text.text} />
    </div>
  );
}

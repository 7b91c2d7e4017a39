import type { Confirm } from '@slack/types';
import { useEffect, useId, useRef } from 'react';
import { PlainText } from '../text/PlainText.tsx';
import { TextView } from '../text/TextView.tsx';

interface Props {
  confirm: Confirm;
  onConfirm: () => void;
  onDeny: () => void;
}

/** "Are you sure?" in the words of the app. Escape means no. */
export function ConfirmDialog({ confirm, onConfirm, onDeny }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={title} onClose={onDeny}>
      <h2 id={title}>
        <PlainText text={confirm.title?.text ?? 'Are you sure?'} />
      </h2>
      <TextView text={confirm.text} />
      <div className="confirm-buttons">
        <button type="button" className="button" onClick={onDeny}>
          <PlainText text={confirm.deny?.text ?? 'Cancel'} />
        </button>
        <button type="button" className={`button ${confirm.style ?? 'primary'}`} onClick={onConfirm}>
          <PlainText text={confirm.confirm?.text ?? 'Yes'} />
        </button>
      </div>
    </dialog>
  );
}

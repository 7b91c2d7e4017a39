import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { PageView } from '../../protocol.ts';
import { BlockList } from '../blocks/BlockList.tsx';
import { Surface, useWorkspace } from '../context.ts';
import { server } from '../server.ts';
import { PlainText } from '../text/PlainText.tsx';
import { useView } from './useView.ts';

/** The app's form before everything else. Escape and Cancel close it, ✕ closes those beneath it too. */
export function Modal({ view }: { view: PageView }) {
  const { me } = useWorkspace();
  const [trouble, setTrouble] = useState<string>();
  const { surface, current, errors, setErrors } = useView(view, setTrouble);
  const [submitting, setSubmitting] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const place = { as: me.id, view: view.id };

  useLayoutEffect(() => {
    const box = dialog.current;
    box?.showModal();
    return () => box?.close();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed view is a new form
  useEffect(() => {
    setErrors({});
    setTrouble(undefined);
    focusFirstField(dialog.current);
  }, [view.hash]);

  useEffect(() => {
    if (Object.keys(errors).length > 0) dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);

  const refused = (error: Error) => ({ ok: false as const, error: error.message, errors: undefined });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (submitting) return;
    setSubmitting(true);
    setTrouble(undefined);
    const outcome = await server.submitView({ ...place, values: current() }).catch(refused);
    setSubmitting(false);
    setErrors(outcome.ok ? {} : (outcome.errors ?? {}));
    if (!outcome.ok && !outcome.errors) setTrouble(outcome.error);
  };
  const close = async (all: boolean) => {
    const outcome = await server.closeView({ ...place, all }).catch(refused);
    if (!outcome.ok) setTrouble(outcome.error);
  };

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={title}
      tabIndex={-1}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        void close(false);
      }}
    >
      <form noValidate onSubmit={submit} aria-busy={submitting}>
        <header>
          {view.stacked && (
            <button type="button" className="modal-button" aria-label="Back" onClick={() => close(false)}>
              ←
            </button>
          )}
          <h2 id={title}>
            <PlainText text={view.title ?? ''} />
          </h2>
          <button type="button" className="modal-button" aria-label="Close" onClick={() => close(true)}>
            ✕
          </button>
        </header>
        <div className="modal-body body">
          {trouble !== undefined && (
            <p className="trouble" role="alert">
              We had some trouble connecting. Try again? ({trouble})
            </p>
          )}
          <Surface value={surface}>
            <BlockList blocks={view.blocks} />
          </Surface>
        </div>
        <footer>
          <button type="button" className="button" onClick={() => close(false)}>
            <PlainText text={view.close ?? (view.submit ? 'Cancel' : 'Close')} />
          </button>
          {view.submit && (
            <button type="submit" className="button primary" aria-busy={submitting} disabled={submitting}>
              <PlainText text={view.submit} />
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** Into the first field, unless one is writing already. */
function focusFirstField(dialog: HTMLDialogElement | null): void {
  const writing = dialog?.querySelector('.modal-body')?.contains(document.activeElement);
  if (!dialog || writing) return;
  const field = dialog.querySelector<HTMLElement>('.modal-body :is(input, select, textarea):not(:disabled)');
  (field ?? dialog).focus();
}

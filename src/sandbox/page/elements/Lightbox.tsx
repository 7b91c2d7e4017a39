import type { Ref } from 'react';

interface Props {
  ref: Ref<HTMLDialogElement>;
  src: string;
  alt: string;
}

/** A picture over everything else, with what it shows in words below. Escape, or a press anywhere, closes it. */
export function Lightbox({ ref, src, alt }: Props) {
  return (
    <dialog ref={ref} className="lightbox" aria-label={alt}>
      <form method="dialog">
        <button type="submit" aria-label="Close">
          <img src={src} alt={alt} />
        </button>
        <p>{alt}</p>
      </form>
    </dialog>
  );
}

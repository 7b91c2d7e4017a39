import { useRef } from 'react';
import { Lightbox } from './Lightbox.tsx';

interface Props {
  src: string;
  alt: string;
  /** A known size keeps the text below from jumping while the picture loads. */
  width?: number;
  height?: number;
}

/** A picture in a message; a press shows it as large as the window allows. */
export function Zoomable({ src, alt, width, height }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="zoomable" onClick={() => dialog.current?.showModal()}>
        <img src={src} alt={alt} width={width} height={height} />
        <span className="sr-only">, show large</span>
      </button>
      <Lightbox ref={dialog} src={src} alt={alt} />
    </>
  );
}

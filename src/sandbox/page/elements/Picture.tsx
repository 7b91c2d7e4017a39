import { useWorkspace } from '../context.ts';
import { type ImageSource, imageAddress } from './imageAddress.ts';

interface Props {
  image: ImageSource;
  className: string;
}

/** A picture that is only looked at: thumbnails in contexts and sections. */
export function Picture({ image, className }: Props) {
  const { me } = useWorkspace();
  return <img className={className} src={imageAddress(image, me.id)} alt={image.alt_text} />;
}

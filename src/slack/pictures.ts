import type { WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { PictureStore } from '../charts/picture-store.ts';
import { signPicturePath } from '../charts/signed-url.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Config } from '../config.ts';
import type { PictureState } from './messages/picture.ts';
import { sendFile } from './send-file.ts';
import { upload } from './upload.ts';

/** Long enough for Slack to fetch it and for people to come back to it today; then a picture of numbers is out of date. */
const ADDRESS_LIFE_HOURS = 24;

/** How many charts in people's messages are remembered. */
const MOST_DELIVERED = 1_000;

export interface Picture {
  spec: ChartSpec;
  /** What it shows in words. */
  alt: string;
}

export interface Pictures {
  /** For one person's eyes: by a signed address of ours, or without a public address in their messages with the bot. */
  forPerson(picture: Picture, slackUserId: string, now: Temporal.Instant): Promise<PictureState>;
  /** For all to see: uploaded, to be named by a message. */
  forChannel(picture: Picture): Promise<PictureState>;
}

/** Brings charts to where they are seen. Each rejects when drawing or Slack fails; the text goes out all the same. */
export function createPictures(
  store: PictureStore,
  client: WebClient,
  { publicUrl, pictureSecret }: Pick<Config, 'publicUrl' | 'pictureSecret'>,
): Pictures {
  const drawn = async ({ spec }: Picture) => {
    const { key } = store.put(spec);
    const picture = await store.get(key);
    if (!picture) throw new Error('the picture made room for others before it was shown');
    return { key, picture };
  };
  const delivered = createMemory<PictureState>(MOST_DELIVERED);

  async function intoMessages(slackUserId: string, picture: Uint8Array, title: string): Promise<PictureState> {
    const { permalink } = await sendFile(client, slackUserId, fileOf(picture, title));
    return { kind: 'elsewhere', url: permalink };
  }

  return {
    async forPerson({ spec, alt }, slackUserId, now) {
      const { key, picture } = await drawn({ spec, alt });
      if (publicUrl) {
        const path = signPicturePath(key, now.add({ hours: ADDRESS_LIFE_HOURS }), pictureSecret);
        return { kind: 'address', url: `${publicUrl}${path}`, alt };
      }
      return delivered.once(`${slackUserId} ${key}`, () => intoMessages(slackUserId, picture, spec.title));
    },
    async forChannel({ spec, alt }) {
      const { picture } = await drawn({ spec, alt });
      const { id: fileId } = await upload(client, fileOf(picture, spec.title));
      return { kind: 'file', fileId, alt };
    },
  };
}

const fileOf = (content: Uint8Array, title: string) =>
  ({ content, name: 'chart.png', type: 'image/png', title }) as const;

/** Remembers what was done last, so that asking again links to a chart instead of piling up the same. */
function createMemory<Result>(most: number) {
  const done = new Map<string, Promise<Result>>();
  return {
    once(name: string, work: () => Promise<Result>): Promise<Result> {
      const known = done.get(name);
      if (known) return known;
      const doing = work().catch((cause: unknown) => {
        done.delete(name);
        throw cause;
      });
      done.set(name, doing);
      for (const oldest of done.keys()) {
        if (done.size <= most) break;
        done.delete(oldest);
      }
      return doing;
    },
  };
}

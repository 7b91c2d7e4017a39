import type { WebClient } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { PictureStore } from '../charts/picture-store.ts';
import { signPicturePath } from '../charts/signed-url.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Config } from '../config.ts';
import type { PictureState } from './messages/picture.ts';
import { sendFile } from './send-file.ts';
import { upload } from './upload.ts';
import type { Uploads } from './uploads.ts';

/** Long enough for Slack to fetch it and for people to come back to it today; later the numbers are out of date. */
const ADDRESS_LIFE_HOURS = 24;

export interface Picture {
  workspaceId: string;
  spec: ChartSpec;
  /** What it shows in words. */
  alt: string;
}

export interface Pictures {
  /**
   * For one person only: through a signed address of ours, or without a public address in their messages with the bot.
   */
  forPerson(picture: Picture, slackUserId: string, now: Temporal.Instant): Promise<PictureState>;
  /** For everybody: an uploaded file that a message names. A new upload first takes its `turn`, which may reject. */
  forChannel(picture: Picture, now: Temporal.Instant, turn?: () => Promise<void>): Promise<PictureState>;
}

export interface PicturesInput {
  store: PictureStore;
  uploads: Uploads;
  client: WebClient;
  config: Pick<Config, 'publicUrl' | 'pictureSecret'>;
}

/** Brings charts to where they are seen. Each method rejects if drawing or Slack fails; the text is sent anyway. */
export function createPictures({ store, uploads, client, config }: PicturesInput): Pictures {
  const fileOf = ({ title }: ChartSpec, picture: Uint8Array) =>
    ({ content: picture, name: 'chart.png', type: 'image/png', title }) as const;

  return {
    async forPerson({ workspaceId, spec, alt }, slackUserId, now) {
      const { key, picture } = await store.put(workspaceId, spec, now);
      const { publicUrl, pictureSecret } = config;
      if (publicUrl) {
        const path = signPicturePath({ workspaceId, key }, now.add({ hours: ADDRESS_LIFE_HOURS }), pictureSecret);
        return { kind: 'address', url: `${publicUrl}${path}`, alt };
      }
      const { permalink } = await uploads.once({ workspaceId, key, place: slackUserId }, now, () =>
        sendFile(client, slackUserId, fileOf(spec, picture)),
      );
      return { kind: 'elsewhere', url: permalink };
    },
    async forChannel({ workspaceId, spec, alt }, now, turn) {
      const { key, picture } = await store.put(workspaceId, spec, now);
      const { id } = await uploads.once({ workspaceId, key, place: '' }, now, async () => {
        await turn?.();
        return upload(client, fileOf(spec, picture));
      });
      return { kind: 'file', fileId: id, alt };
    },
  };
}

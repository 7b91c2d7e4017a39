/** An image block or element: by public address, or by a file of the workspace. */
export type ImageSource = { alt_text: string } & (
  | { image_url: string }
  | { slack_file: { id: string } | { url: string } }
);

/** Where the page gets a picture: from the sandbox always, so that nothing leaves the machine. */
export function imageAddress(image: ImageSource, as: string): string {
  if ('image_url' in image) return `/sandbox/proxy?${new URLSearchParams({ url: image.image_url })}`;
  const file = image.slack_file;
  return fileAddress('id' in file ? file.id : (/\bF[A-Z0-9]+\b/.exec(file.url)?.[0] ?? ''), as);
}

/** A file's bytes, as far as `as` may see them. */
export function fileAddress(id: string, as: string): string {
  return `/sandbox/file/${encodeURIComponent(id)}?${new URLSearchParams({ as })}`;
}

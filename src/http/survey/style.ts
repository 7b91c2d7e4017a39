import { createHash } from 'node:crypto';

/**
 * The customer's page: made for phones first, in light or dark as the reader's device, left-to-right or right-to-left.
 */
export const style = `
:root { color-scheme: light dark; --ink: #1d2433; --soft: #4d566b; --paper: #fff; --edge: #6b7488; --deep: #1f4e9c; --on-deep: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef1f7; --soft: #b9c1d2; --paper: #171b24; --edge: #8891a6; --deep: #9cc2ff; --on-deep: #10131a }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif }
main { max-inline-size: 36rem; margin-inline: auto; padding-block: 1.5rem 3rem; padding-inline: 1rem }
h1 { font-size: 1.375rem; line-height: 1.3; margin-block: 0 1.25rem; overflow-wrap: anywhere }
p { margin-block: 0 1rem; color: var(--soft); overflow-wrap: anywhere }
p.reader { margin-block: .75rem 0; font-size: .9375rem }
p.fault { color: inherit; font-weight: 600; border-inline-start: .25rem solid var(--deep); padding-inline-start: .75rem }
fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(2.875rem, 1fr)); gap: .5rem }
label.number { position: relative; display: grid; place-items: center; min-block-size: 3rem; margin: 0; cursor: pointer }
.number input { position: absolute; inset: 0; margin: 0; appearance: none; border: 1px solid var(--edge); border-radius: .5rem; cursor: pointer }
.number :checked { background: var(--deep); border: 3px solid var(--deep) }
.number span { position: relative }
.number :checked + span { color: var(--on-deep) }
.ends { display: flex; justify-content: space-between; gap: 1rem; margin-block: .5rem 1.5rem; font-size: .9375rem; color: var(--soft) }
label { display: block; margin-block-end: .375rem; font-weight: 600 }
textarea { display: block; inline-size: 100%; min-block-size: 7rem; padding: .625rem; border: 1px solid var(--edge); border-radius: .5rem; background: transparent; color: inherit; font: inherit }
button { display: block; inline-size: 100%; min-block-size: 3rem; margin-block-start: 1rem; padding: .5rem 1rem; border: 1px solid var(--deep); border-radius: .5rem; background: var(--deep); color: var(--on-deep); font: inherit; font-weight: 600; cursor: pointer }
button.quiet { background: transparent; border-color: transparent; color: var(--soft); font-weight: 400; text-decoration: underline }
a.again { display: inline-block; padding-block: .75rem; color: var(--deep); font-weight: 600 }
:focus-visible { outline: 3px solid var(--deep); outline-offset: 2px }
`;

/** Nothing may be loaded from elsewhere, no script may run, and no other page may frame it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

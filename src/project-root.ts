import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: the same from `src/` as from the compiled `dist/src/`, whatever the working directory. */
export const projectRoot: string = nearestWith('package.json', dirname(fileURLToPath(import.meta.url)));

function nearestWith(file: string, folder: string): string {
  if (existsSync(join(folder, file))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no ${file} above ${import.meta.url}`);
  return nearestWith(file, parent);
}

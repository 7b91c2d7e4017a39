import { v7 as uuid } from 'uuid';
import type { ImportContext } from '../kind.ts';
import { spelled } from '../name-index.ts';
import { noteCreated } from '../report.ts';

/** The pipeline's stages by name; a new one goes to the end, in the order of the file. */
export async function openStages({ tx, workspace, report }: ImportContext) {
  const stages = await tx.stage.findMany({
    where: { workspaceId: workspace.id },
    select: { id: true, name: true, position: true },
  });
  const ids = new Map(stages.map(({ id, name }) => [spelled(name), id]));
  let last = Math.max(0, ...stages.map(({ position }) => position));
  let newcomers: { id: string; name: string; position: number; probability: string | null }[] = [];

  return {
    idOf(name: string | null, probability: string | null): string | null {
      if (name === null) return null;
      const known = ids.get(spelled(name));
      if (known) return known;
      const stage = { id: uuid(), name: name.trim(), position: ++last, probability };
      newcomers.push(stage);
      ids.set(spelled(name), stage.id);
      noteCreated(report, 'stage', stage.name);
      return stage.id;
    },
    async flush(): Promise<void> {
      if (newcomers.length)
        await tx.stage.createMany({ data: newcomers.map((stage) => ({ ...stage, workspaceId: workspace.id })) });
      newcomers = [];
    },
  };
}

-- AlterTable
ALTER TABLE "pulse_rounds" ADD COLUMN     "actions" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "pulse_actions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "added_on" DATE NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "pulse_actions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "pulse_action_results" (
    "workspace_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "yes" INTEGER NOT NULL,
    "little" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,

    CONSTRAINT "pulse_action_results_pkey" PRIMARY KEY ("workspace_id","round_id","action_id")
);

-- CreateIndex
CREATE INDEX "pulse_actions_workspace_id_schedule_id_idx" ON "pulse_actions"("workspace_id", "schedule_id");

-- CreateIndex
CREATE INDEX "pulse_actions_workspace_id_round_id_idx" ON "pulse_actions"("workspace_id", "round_id");

-- AddForeignKey
ALTER TABLE "pulse_actions" ADD CONSTRAINT "pulse_actions_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_actions" ADD CONSTRAINT "pulse_actions_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_action_results" ADD CONSTRAINT "pulse_action_results_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_action_results" ADD CONSTRAINT "pulse_action_results_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "pulse_rounds" ADD COLUMN     "mode" TEXT NOT NULL DEFAULT 'anonymous',
ADD COLUMN     "owner_id" UUID;

-- CreateTable
CREATE TABLE "pulse_named_answers" (
    "workspace_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "pulse_named_answers_pkey" PRIMARY KEY ("workspace_id","round_id","member_id")
);

-- AddForeignKey
ALTER TABLE "pulse_named_answers" ADD CONSTRAINT "pulse_named_answers_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_named_answers" ADD CONSTRAINT "pulse_named_answers_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_named_answers" ADD CONSTRAINT "pulse_named_answers_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

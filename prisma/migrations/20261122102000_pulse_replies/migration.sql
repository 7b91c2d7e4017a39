-- AlterTable
ALTER TABLE "pulse_answers" ADD COLUMN     "comment_key" TEXT;

-- CreateTable
CREATE TABLE "pulse_replies" (
    "workspace_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "comment_key" TEXT NOT NULL,
    "place" SMALLINT NOT NULL,
    "by_id" UUID,
    "words" TEXT NOT NULL,
    "shown_from" DATE,

    CONSTRAINT "pulse_replies_pkey" PRIMARY KEY ("workspace_id","round_id","comment_key","place")
);

-- AddForeignKey
ALTER TABLE "pulse_replies" ADD CONSTRAINT "pulse_replies_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_replies" ADD CONSTRAINT "pulse_replies_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "quarterly_surveys" SMALLINT NOT NULL DEFAULT 12;

-- AlterTable
ALTER TABLE "pulse_rounds" ADD COLUMN     "one_in" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "role" TEXT;

-- AlterTable
ALTER TABLE "pulse_answers" ADD COLUMN     "texts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "pulse_results" ADD COLUMN     "counts" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "pulse_texts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "team_id" UUID,
    "question" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "pulse_texts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "pulse_texts_workspace_id_round_id_idx" ON "pulse_texts"("workspace_id", "round_id");

-- AddForeignKey
ALTER TABLE "pulse_texts" ADD CONSTRAINT "pulse_texts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse_texts" ADD CONSTRAINT "pulse_texts_workspace_id_round_id_fkey" FOREIGN KEY ("workspace_id", "round_id") REFERENCES "pulse_rounds"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What only these words and numbers may say
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_quarterly_surveys_check" CHECK ("quarterly_surveys" BETWEEN 1 AND 100);
ALTER TABLE "pulse_rounds" ADD CONSTRAINT "pulse_rounds_role_check" CHECK ("role" IN ('reps', 'managers'));
ALTER TABLE "pulse_rounds" ADD CONSTRAINT "pulse_rounds_one_in_check" CHECK ("one_in" BETWEEN 1 AND 4);

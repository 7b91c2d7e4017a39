-- AlterTable
ALTER TABLE "pulse_answers" ADD COLUMN     "text_keys" JSONB NOT NULL DEFAULT '{}';

-- What was written so far has a random number for a key, which nobody's word leads to
ALTER TABLE "pulse_texts" DROP CONSTRAINT "pulse_texts_pkey";
ALTER TABLE "pulse_texts" ALTER COLUMN "id" TYPE TEXT;
ALTER TABLE "pulse_texts" RENAME COLUMN "id" TO "key";
ALTER TABLE "pulse_texts" ADD CONSTRAINT "pulse_texts_pkey" PRIMARY KEY ("workspace_id","round_id","key");

-- DropIndex
DROP INDEX "pulse_texts_workspace_id_round_id_idx";

-- PostgreSQL takes no samples of these for its planner, as of the other columns of answers
ALTER TABLE "pulse_answers" ALTER COLUMN "text_keys" SET STATISTICS 0;
ALTER TABLE "pulse_texts" ALTER COLUMN "key" SET STATISTICS 0;

-- AlterTable
ALTER TABLE "pulse_rounds" ADD COLUMN     "unread" UUID[] DEFAULT ARRAY[]::UUID[];

-- PostgreSQL keeps samples of what stands in a column for its planner, also of what has been deleted since. None of answers:
-- setting a type anew drops those there are, and no more are taken.
ALTER TABLE "pulse_answers" ALTER COLUMN "token" TYPE TEXT, ALTER COLUMN "comment_key" TYPE TEXT, ALTER COLUMN "scores" TYPE JSONB, ALTER COLUMN "texts" TYPE JSONB, ALTER COLUMN "comment" TYPE TEXT;
ALTER TABLE "pulse_answers" ALTER COLUMN "token" SET STATISTICS 0, ALTER COLUMN "comment_key" SET STATISTICS 0, ALTER COLUMN "team_id" SET STATISTICS 0, ALTER COLUMN "scores" SET STATISTICS 0, ALTER COLUMN "texts" SET STATISTICS 0, ALTER COLUMN "comment" SET STATISTICS 0;
ALTER TABLE "pulse_texts" ALTER COLUMN "words" TYPE TEXT;
ALTER TABLE "pulse_texts" ALTER COLUMN "words" SET STATISTICS 0;
ALTER TABLE "pulse_replies" ALTER COLUMN "comment_key" TYPE TEXT, ALTER COLUMN "words" TYPE TEXT;
ALTER TABLE "pulse_replies" ALTER COLUMN "comment_key" SET STATISTICS 0, ALTER COLUMN "words" SET STATISTICS 0;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "away_until" TIMESTAMPTZ(3),
ADD COLUMN     "known" TEXT NOT NULL DEFAULT 'met',
ADD COLUMN     "slack_name" TEXT;

ALTER TABLE "members" ADD CONSTRAINT "members_known_how" CHECK ("known" IN ('met', 'linked', 'listed'));

-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "leaderboard" TEXT NOT NULL DEFAULT 'private';

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "is_unranked" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_leaderboard_known" CHECK ("leaderboard" IN ('private', 'ranks', 'public'));

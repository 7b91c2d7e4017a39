-- AlterTable
ALTER TABLE "schedules" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

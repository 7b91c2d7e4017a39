-- AlterTable
ALTER TABLE "pulse_actions" ADD COLUMN     "team_id" UUID;

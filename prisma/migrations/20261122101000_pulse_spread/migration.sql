-- AlterTable
ALTER TABLE "pulse_results" ADD COLUMN     "spread" INTEGER;

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "looked_to" TEXT;

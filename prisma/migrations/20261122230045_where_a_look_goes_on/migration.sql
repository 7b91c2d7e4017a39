-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN     "look_began_at" TIMESTAMPTZ(3),
ADD COLUMN     "looked_to" TEXT;
